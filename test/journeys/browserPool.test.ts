import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { type AppDesk, openAppDesk } from "../support/appDesk.ts";
import { openBrowser } from "../support/browser.ts";
import { type ClaimDesk, claimDesk, toPaid } from "../support/claimDesk.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { lookAt } from "../support/lookAt.ts";
import { atEnd } from "../support/testDatabase.ts";

let browser: Browser;
let desk: ClaimDesk;
let staff: AppDesk;
let claim: string;
let serial: string;
const faults: string[] = [];

const at = () => staff.desk.page;
const box = (name: string) => at().getByRole("textbox", { name, exact: true });
const press = (name: string) => at().getByRole("button", { name, exact: true }).click();
const look = (name: string) => lookAt(staff.desk, `pool-${name}`, faults);
const open = (path: string) => at().goto(`${staff.url}/console${path}`);
const settle = () => desk.app.platform.jobs.drained();

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  desk = await claimDesk();
  claim = await desk.claimAfter(toPaid);
  serial = desk.newSerial();
  staff = await openAppDesk(browser, desk.app, "staff");
  await staff.desk.comes("Work queue");
});

test("an empty pool says what to do, and a case that waits is on the list", async () => {
  await at().getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Pool" }).click();
  await staff.desk.comes("Pool");
  await at().getByText("Nothing stands in the pool").waitFor();
  await look("empty");
  await open("/pool/waiting");
  await staff.desk.comes("Waiting cases");
  await at().getByRole("link", { name: /^AC4/ }).waitFor();
  await look("waiting");
});

test("a file is taken in, each line by itself, and the waiting case gets its unit", async () => {
  await open("/pool/in");
  await staff.desk.comes("Take in");
  const [other, wrong] = [desk.newSerial(), desk.newSerial()];
  const lines = [
    "serial,model,grade,region,shelf",
    `${serial},osmo-action-4,refurbished,EU,A1`,
    `${other},osmo-action-4,new,EU,A1`,
    `${wrong},no-such-model,new,EU,A1`,
  ];
  await at()
    .locator("input[type=file]")
    .setInputFiles({ name: "units.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
  await at().getByRole("heading", { name: "2 taken in, 0 were here already." }).waitFor();
  await at().getByText("The catalogue has no such model.").waitFor();
  await look("taken-in");
  await settle();
  await open("/pool");
  await staff.desk.comes("Pool");
  await at().getByRole("link", { name: "1", exact: true }).first().click();
  await staff.desk.comes("Units");
  await look("units");
});

test("the unit set aside is scanned, ticked and given; the swap is undone within ten seconds", async () => {
  await open(`/cases/${claim}/swap`);
  await at().getByText("Set aside for this case").waitFor();
  await box("Serial of the new unit").fill(serial);
  await box("Serial of the new unit").press("Enter");
  await at().getByRole("checkbox", { name: "Firmware is up to date" }).check();
  await at().getByText("The plan moves from").waitFor();
  await at().getByText("The plan moves when the new unit is shipped or handed over.").waitFor();
  await look("swap");
  await press("Confirm the swap");
  const undo = at().getByRole("button", { name: /^Undo \(/ });
  await undo.click();
  await undo.waitFor({ state: "detached" });
  await at().getByText("Swap taken back").first().waitFor();
  await look("undone");
  const { body } = await desk.app.call("staff", `GET /v1/claims/${claim}/replacement`);
  const [swap] = body.swaps as { checks: string[]; reversed?: object }[];
  assert.deepEqual([swap?.checks, swap?.reversed === undefined], [["firmware"], false]);
});

test("another unit than the one set aside wants a reason; an old one is sorted once shipped", async () => {
  await settle();
  await open(`/cases/${claim}/swap`);
  await at().getByText("Set aside for this case").waitFor();
  const fresh = desk.newSerial();
  await box("Serial of the new unit").fill(fresh);
  await box("Serial of the new unit").press("Enter");
  await box("Why not the one that is set aside").fill("its lens is scratched");
  await press("Confirm the swap");
  await at()
    .getByRole("button", { name: /^Undo \(/ })
    .waitFor();
  assert.equal((await desk.step("shipment", claim)).status, 200);
  await settle();
  await open("/pool/old");
  await staff.desk.comes("Old units");
  await look("old");
  await at().getByRole("link", { name: /^AC4/ }).click();
  await at().getByText("In quarantine").first().waitFor();
  for (const way of ["triage", "refurbishing"]) {
    const choice = at().getByRole("combobox", { name: "What becomes of it" });
    await choice.selectOption(way);
    await press("Save");
    await at()
      .getByText(way === "triage" ? "To be sorted" : "Being refurbished")
      .first()
      .waitFor();
  }
  await press("Save");
  await at().getByText("Nobody has said that its owner's data is off this unit.").waitFor();
  await look("sorting");
  await at()
    .getByRole("checkbox", { name: /data is wiped/ })
    .check();
  await box("New serial plate").fill(desk.newSerial());
  await press("Save");
  await at().getByText("Goes on under another serial").first().waitFor();
  await look("unit");
});

test("a place is counted against the books", async () => {
  await open("/pool/count");
  await staff.desk.comes("Count and move");
  await box("Shelf").fill("A1");
  await box("What stands there").fill(`${serial}\nAC4NOTOURS1`);
  await press("Count");
  // The box has it from the start; what came of the count has it last.
  await at().getByRole("definition").filter({ hasText: "AC4NOTOURS1" }).waitFor();
  await look("count");
});

test("nothing kept anybody out, and nothing is left wrong", async () => {
  assert.deepEqual(faults, []);
  await settle();
  assert.deepEqual(await invariantSweep(desk.app.database), []);
});
