import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { type AppDesk, openAppDesk } from "../support/appDesk.ts";
import { openBrowser } from "../support/browser.ts";
import { type ClaimDesk, claimDesk, toInspected } from "../support/claimDesk.ts";
import { lookAt } from "../support/lookAt.ts";
import { atEnd } from "../support/testDatabase.ts";

let browser: Browser;
let desk: ClaimDesk;
let staff: AppDesk;
let looked: string;
let unseen: string;
const faults: string[] = [];

const beyond = () => staff.desk.page.locator("details", { hasText: "Give more than the terms do" });
const benchOf = async (id: string) => {
  await staff.desk.page.goto(`${staff.url}/console/cases/${id}/bench`);
  await staff.desk.comes("Bench");
};

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  desk = await claimDesk();
  looked = await desk.claimAfter(toInspected);
  unseen = await desk.claimAfter(["intake"]);
  staff = await openAppDesk(browser, desk.app, "staff");
  await staff.desk.comes("Work queue");
});

test("the bench gives more than the terms do where it sees what they give, with its reason", async () => {
  await benchOf(looked);
  await beyond().locator("summary").click();
  const form = beyond().locator("form");
  await form.getByRole("button", { name: "Put it on the sheet" }).waitFor();
  await lookAt(staff.desk, "override-bench", faults);
  await form.getByLabel(/^Costs us/).fill("100");
  await form.getByRole("textbox").nth(2).fill("Waited seven weeks");
  await form.getByRole("button", { name: "Put it on the sheet" }).click();
  await beyond().getByText("Waited seven weeks").waitFor();
  await lookAt(staff.desk, "override-given", faults);
  const { body } = await desk.app.call("staff", `GET /v1/overrides?claim=${looked}`);
  assert.equal((body.data as unknown[]).length, 1);
});

test("before anybody has looked at the device there is nothing to give more than", async () => {
  await benchOf(unseen);
  assert.equal(await beyond().count(), 0);
});

test("nothing kept anybody out", () => {
  assert.deepEqual([...faults, ...staff.desk.faults()], []);
});
