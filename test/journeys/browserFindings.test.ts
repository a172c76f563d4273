import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { coverCamera, reportFall } from "../support/reportedCamera.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { openStaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

const ada = { name: "Ada Nowak", email: "ada@example.org", serial: "AC4A7K2M9Q2R" };
/** What the bench answers of the device and of each finding. */
const JUDGED = [
  "Done on purpose",
  "Only scratches, works as before",
  "Storm, quake or the like",
  "Parts of others built in",
];

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
});

test("two findings at the bench: a fall that is covered, a worn battery that is not", async () => {
  const desk = await openStaffDesk(browser, await served.personaLink("staff"));
  await desk.comes("Work queue");
  await desk.page.goto(`${served.url}/console/cases/${id}/bench`);
  await desk.comes("Bench");
  const findings = desk.part("Findings");
  for (const check of [...JUDGED, "Altered, firmware or body"]) {
    await findings
      .getByRole("group", { name: check })
      .getByRole("radio", { name: "No", exact: true })
      .check();
  }
  await findings.getByLabel("by the owner's papers").fill("2026-02-28");
  await findings.getByRole("button", { name: "Add a finding" }).click();
  const second = desk.part("Finding 2");
  const receipt = desk.part("Live receipt");
  await receipt.getByText("A finding still lacks its cause or its parts.").waitFor();
  assert.ok(await receipt.getByRole("button", { name: "Save inspection" }).isDisabled());
  await second.getByLabel("Cause found").selectOption("battery");
  await second.getByLabel("Battery", { exact: true }).check();
  for (const check of JUDGED) {
    await second.getByRole("group", { name: check }).getByRole("radio", { name: "No", exact: true }).check();
  }
  const each = receipt.getByRole("list", { name: "Each finding" });
  await each.getByText("goes this way").waitFor();
  await each.getByText("nothing left to do: the replacement for finding 1 does it").waitFor();
  await each.getByText(/^The plan covers it \d/).waitFor();
  await each.getByText(/^Not covered: paid repair \d/).waitFor();
  await receipt.getByRole("row", { name: /1 by the plan, 2 done with it/ }).waitFor();
  assert.equal(await receipt.getByText("The server decides otherwise").count(), 0);
  await desk.look();
  await receipt.getByRole("button", { name: "Save inspection" }).click();
  await desk.comes("Case");
  await desk.page
    .getByRole("list", { name: "Each finding" })
    .getByText("Finding 2", { exact: true })
    .waitFor();
  await desk.look();
  assert.deepEqual(desk.faults(), []);
  const { claim } = await (await served.as("staff")).showClaim({ id });
  // The last day ends by the clock of the plan, which in winter is an hour behind UTC.
  assert.equal(claim.findings?.warrantyEndsAt, "2026-03-01T01:00:00Z");
});

test("the choice page says what each way does about each finding", async () => {
  const desk = await openStaffDesk(browser, await served.personaLink("staff"));
  await desk.comes("Work queue");
  await desk.page.goto(`${served.url}/console/cases/${id}/choice`);
  await desk.comes("Choice and payment");
  const plan = desk.page.getByRole("listitem").filter({ hasText: "Replacement by the plan" });
  const says = (await plan.innerText()).replaceAll(/\s+/g, " ");
  assert.match(says, /Finding 1 by the plan/);
  assert.match(says, /Finding 2 done with it/);
  await desk.look();
  assert.deepEqual(desk.faults(), []);
});

test("another look begins with both, and one that is taken away is gone", async () => {
  const desk = await openStaffDesk(browser, await served.personaLink("staff"));
  await desk.comes("Work queue");
  await desk.page.goto(`${served.url}/console/cases/${id}/bench`);
  await desk.comes("Bench");
  assert.equal(await desk.part("Finding 2").getByLabel("Cause found").inputValue(), "battery");
  await desk.page.getByRole("button", { name: "Remove finding 2" }).click();
  assert.equal(await desk.part("Finding 2").count(), 0);
  const receipt = desk.part("Live receipt");
  await receipt.getByText("What the terms say of these findings. Nothing is saved yet.").waitFor();
  // The receipt of both stands until the one of what is left has come.
  await receipt.getByRole("list", { name: "Each finding" }).waitFor({ state: "detached" });
});
