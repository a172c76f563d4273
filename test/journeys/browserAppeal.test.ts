import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { linkFor } from "../../src/identity/index.ts";
import { openBrowser } from "../support/browser.ts";
import { cleanFindings } from "../support/cases.ts";
import { type OwnerPhone, openOwnerPhone } from "../support/ownerPhone.ts";
import { coverCamera, reportFall } from "../support/reportedCamera.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { openStaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

const ada = { name: "Ada Nowak", email: "ada@example.org", serial: "AC4A7K2M9Q2R" };
const WHY = "It slid from a wall when I put it down. Nobody threw it.";
const SAYS = "The dent is that of a fall, as you told us. We look at it again.";

let served: ServedEvermend;
let browser: Browser;
let id = "";

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  await coverCamera(served, ada);
  await served.moveTo("2026-09-05T10:00:00Z");
  id = await reportFall(served, ada);
  const bench = await served.as("staff");
  await bench.receiveDevice({ id, serial: ada.serial, parts: ["camera", "battery"], condition: "dented" });
  await bench.inspectDevice({ id, findings: { ...cleanFindings, intentional: true } });
});

async function phoneOf(scripts: boolean): Promise<OwnerPhone> {
  const phone = await openOwnerPhone(browser, served.url, { scripts });
  await phone.open(`/open/${linkFor(served.platform, "claim", id)}`);
  return phone;
}

test("a refusal is contested without scripts, decided by another person, and the case goes on", async () => {
  const phone = await phoneOf(false);
  await phone.open(`/cases/${id}/choices`);
  assert.equal(await phone.heading(), "The plan does not pay for this damage");
  assert.match(
    await phone.text(),
    /Why we say so.*on purpose.*review of this decision.*What you can do now/s,
  );
  await phone.follow("Ask for a review of this decision");
  assert.equal(await phone.heading(), "Ask for a review");
  await phone.answer({ reason: "wrong" });
  await phone.press("Send");
  assert.match(await phone.text(), /Write at least ten characters/);
  await phone.answer({ reason: WHY });
  await phone.press("Send");
  assert.equal(await phone.heading(), "We are looking at it again");
  assert.match(await phone.text(), /You hear from us by/);
  await phone.follow("Go to the case");
  assert.equal(await phone.heading(), "We are looking at it again");

  const desk = await openStaffDesk(browser, await served.personaLink("staff"));
  await desk.comes("Work queue");
  await desk.page.goto(`${served.url}/console/review/appeals`);
  await desk.comes("Appeals");
  await desk.look();
  await desk.link(WHY).click();
  await desk.comes("Appeal");
  await desk.look();
  await desk.box("What the owner reads of it").fill(SAYS);
  await desk.page.getByRole("button", { name: "Uphold: look again" }).click();
  await desk.page.getByText("An example for the terms").first().waitFor();
  assert.deepEqual(desk.faults(), []);

  await phone.open(`/cases/${id}/appeal`);
  assert.equal(await phone.heading(), "You were right");
  assert.match(await phone.text(), new RegExp(SAYS));
  assert.deepEqual(phone.faults(), []);
});

test("with scripts the pages of a review are clean, too", async () => {
  const phone = await phoneOf(true);
  await phone.open(`/cases/${id}/appeal`);
  await phone.follow("Go to the case");
  assert.match(await phone.heading(), /on the bench/);
  assert.deepEqual(phone.faults(), []);
});
