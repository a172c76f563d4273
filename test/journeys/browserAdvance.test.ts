import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { linkFor } from "../../src/identity/index.ts";
import { listMail, publicId } from "../../src/platform/index.ts";
import { type AdvanceDesk, advanceDesk } from "../support/advanceDesk.ts";
import { type AppDesk, openAppDesk } from "../support/appDesk.ts";
import { openBrowser } from "../support/browser.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { lookAt } from "../support/lookAt.ts";
import { type OwnerPhone, openOwnerPhone } from "../support/ownerPhone.ts";
import { atEnd } from "../support/testDatabase.ts";

const OTHER_MANAGER = "manager ben@example.org";
const OTHERS_DRONE = {
  serial: "MSE77777777",
  parts: ["aircraft"],
  condition: "not the one that was told of",
};

let advance: AdvanceDesk;
let manager: AppDesk;
let phone: OwnerPhone;
let [id, hold] = ["", ""];
const faults: string[] = [];

before(async () => {
  const browser: Browser = await openBrowser();
  atEnd(() => browser.close());
  advance = await advanceDesk();
  manager = await openAppDesk(browser, advance.app, "manager");
  phone = await openOwnerPhone(browser, manager.url, { scripts: true });
  const { body } = await advance.report();
  ({ id } = body.claim as { id: string });
});

/** The subjects of what was mailed, the newest first. */
async function mailed(): Promise<string> {
  await advance.app.platform.jobs.drained();
  return (await listMail(advance.app.platform.config.dataFolder)).map(({ subject }) => subject).join("\n");
}

const openCase = async () => {
  await phone.open(`/cases/${id}`);
  return await phone.text();
};

test("its owner reads what the card stands for, agrees, and pays; the new one leaves first", async () => {
  await phone.open(`/open/${linkFor(advance.app.platform, "claim", id)}`);
  assert.equal(await phone.heading(), "Pay, and your new device leaves at once");
  assert.match(await phone.text(), /149\.00\sUSD until your old device is back/);
  await phone.page.getByRole("main").getByRole("link", { name: /^Pay/ }).first().click();
  await phone.page.locator("#agrees").waitFor();
  assert.match(await phone.text(), /149\.00\sUSD/);
  await phone.choose("method");
  await phone.press(/^Pay/);
  assert.match(await phone.page.getByRole("alert").innerText(), /agree/i, "nothing is held unasked");
  await phone.choose("agrees", "method");
  await phone.press(/^Pay/);
  await advance.app.platform.jobs.drained();
  assert.match(await openCase(), /149\.00\sUSD held on your card/);
  for (const step of ["replacement", "shipment"] as const) {
    assert.equal((await advance.bench(step, id)).status, 200);
  }
  const { rootId, no } = await advance.hold(id);
  hold = publicId("hld", rootId, no);
  assert.match(await openCase(), /Now send us your old device/);
});

test("it is not sent: its owner is reminded, then told of the day it is taken", async () => {
  await advance.days(11);
  assert.match(await mailed(), /^Your old Mini SE is due/);
  await phone.open(`/cases/${id}/return`);
  assert.match(await phone.text(), /We have written to you that its time is nearly over/);
  await advance.days(4);
  assert.match(await phone.page.reload().then(() => phone.text()), /149\.00\sUSD is taken from your card on/);
  const { desk, url } = manager;
  await desk.page.goto(`${url}/console/money/returns`);
  await desk.comes("Return overdue");
  await desk.page.getByText("Owner was told").waitFor();
});

test("another drone comes: a person asks to take the sum, and cannot agree to it themselves", async () => {
  assert.equal((await advance.bench("intake", id, OTHERS_DRONE)).status, 200);
  await advance.days(3);
  const { desk, url } = manager;
  await desk.page.goto(`${url}/console/money/returns`);
  await desk.comes("Return overdue");
  await desk.page.getByRole("button", { name: /^Act on/ }).click();
  await desk.box("Reason").fill("another drone came, and not the one");
  await desk.page.getByRole("button", { name: "Capture it" }).click();
  await desk.page.getByText("Asked for. Another manager has to agree before it is taken.").first().waitFor();
  await desk.page.getByText("Waits for a second person").waitFor();
  await lookAt(desk, "advance-asked", faults);
  await desk.page.getByRole("button", { name: "Agree and take it" }).click();
  await desk.page
    .getByRole("alert")
    .getByText(/another/i)
    .first()
    .waitFor();
  await advance.app.platform.jobs.drained();
  assert.equal((await advance.hold(id)).capturedMinor, 0);
  assert.doesNotMatch(await openCase(), /taken for your old device/);
});

test("a second person agrees: it is taken once, and its owner reads of it", async () => {
  const agreed = { decision: "approve" };
  const answers = [1, 2].map(() =>
    advance.app.call(OTHER_MANAGER, `POST /v1/holds/${hold}/capture-approval`, agreed),
  );
  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  assert.deepEqual(
    statuses.toSorted((one, other) => one - other),
    [200, 409],
  );
  await advance.app.platform.jobs.drained();
  assert.equal((await advance.hold(id)).capturedMinor, 14_900);
  assert.match(await openCase(), /149\.00\sUSD taken for your old device/);
  const { desk, url } = manager;
  await desk.page.goto(`${url}/console/money/returns?view=over`);
  await desk.comes("Return overdue");
  await desk.page.getByText("Charged").waitFor();
});

test("no page kept anybody out, and no invariant is broken", async () => {
  assert.deepEqual([...faults, ...phone.faults(), ...manager.desk.faults()], []);
  assert.deepEqual(await invariantSweep(advance.app.database), []);
});
