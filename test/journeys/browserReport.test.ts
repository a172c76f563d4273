import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { type AppDesk, openAppDesk } from "../support/appDesk.ts";
import { openBrowser } from "../support/browser.ts";
import { type ClaimDesk, claimDesk } from "../support/claimDesk.ts";
import { lookAt } from "../support/lookAt.ts";
import { atEnd } from "../support/testDatabase.ts";

let browser: Browser;
let claims: ClaimDesk;
let staff: AppDesk;
let manager: AppDesk;
const faults: string[] = [];

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  claims = await claimDesk();
  staff = await openAppDesk(browser, claims.app, "staff");
  manager = await openAppDesk(browser, claims.app, "manager");
});

test("a caller's report is told on one page, kept, gone on with, and is their case", async () => {
  const { page } = staff.desk;
  const camera = claims.camera("owner bob@example.org");
  await page.goto(`${staff.url}/console/report`);
  await staff.desk.comes("Report for a caller");
  await page.getByRole("textbox", { name: "Serial or e-mail address" }).fill(camera.serial);
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await page.getByText("bob@example.org").waitFor();
  await lookAt(staff.desk, "report-found", faults);
  await staff.desk.link("Report").last().click();
  await page.getByLabel("What happened").selectOption("drop");
  await page.getByLabel(/^Day/).fill("2026-09-04");
  await page.getByText("The plan ran on that day.").waitFor();
  await page.getByLabel("What can they send back?").selectOption("none");
  await page.getByText("Still to ask: which parts").waitFor();
  await page.getByRole("button", { name: "Keep for later" }).click();
  await page.getByText("The report is kept for 30 days.").first().waitFor();
  await page.goto(`${staff.url}/console/report`);
  await page.getByRole("table").getByRole("link").first().click();
  await page.getByLabel("Camera", { exact: true }).check();
  await page.getByText("All is told that the terms need.").waitFor();
  await lookAt(staff.desk, "report-told", faults);
  await page.getByRole("button", { name: "Send report" }).click();
  await page.waitForURL(/\/cases\/clm_/);
  const { body } = await claims.app.call("owner bob@example.org", "GET /v1/claims");
  const [opened] = body.data as { serial: string; receipt: { outcome: string } }[];
  assert.deepEqual([opened?.serial, opened?.receipt.outcome], [camera.serial, "plan"]);
});

test("a guide is written, seen as owners see it, published and retired", async () => {
  const { page } = manager.desk;
  await page.goto(`${manager.url}/console/guides`);
  await manager.desk.comes("Guides before a case");
  await lookAt(manager.desk, "guides-empty", faults);
  await manager.desk.link("New guide").click();
  await page.getByLabel("Defect", { exact: true }).check();
  await page.getByLabel("Title").fill("It does not start");
  await page.getByLabel("Steps, one on each line").fill("Charge it.\nHold the button.");
  await page.getByRole("listitem").getByText("Hold the button.").waitFor();
  await page.getByRole("button", { name: "Save draft" }).click();
  await manager.desk.comes("It does not start");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByText("Version 1: Published").waitFor();
  await lookAt(manager.desk, "guide", faults);
  const { body } = await claims.app.call("public", "GET /v1/guides?cause=defect");
  assert.equal((body.data as unknown[]).length, 1);
  await page.getByRole("button", { name: "Retire", exact: true }).click();
  await page.getByText("Version 1: Retired").waitFor();
  await page.goto(`${manager.url}/console/guides/answers`);
  await manager.desk.comes("Was it easy?");
  await lookAt(manager.desk, "answers", faults);
});

test("no page had a fault", () => {
  assert.deepEqual(faults, []);
});
