import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { linkFor } from "../../src/identity/index.ts";
import { type AdvanceDesk, ALL_PARTS, advanceDesk } from "../support/advanceDesk.ts";
import { type AppDesk, openAppDesk } from "../support/appDesk.ts";
import { openBrowser, openWatched } from "../support/browser.ts";
import { type ClaimDesk, claimDesk } from "../support/claimDesk.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { lookAt } from "../support/lookAt.ts";
import { pageFaults } from "../support/pageFaults.ts";
import type { TestApp } from "../support/testApp.ts";
import { atEnd } from "../support/testDatabase.ts";

let browser: Browser;
let quick: ClaimDesk;
let advance: AdvanceDesk;
const faults: string[] = [];
const complained: (readonly string[])[] = [];

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  quick = await claimDesk();
  advance = await advanceDesk();
});

/** A phone in front of the case that a letter leads to. */
async function openCase(app: TestApp, url: string, id: string): Promise<Page> {
  const { page, complaints } = await openWatched(browser, {
    viewport: { width: 390, height: 800 },
    locale: "en-GB",
  });
  await page.goto(`${url}/open/${linkFor(app.platform, "claim", id)}`);
  const button = page.getByRole("button");
  if ((await button.count()) > 0 && !page.url().includes("/cases/")) {
    await button.first().click();
  }
  complained.push(complaints);
  return page;
}

const says = (page: Page) => page.locator("main").innerText();
const lookAtPage = async (page: Page) => {
  faults.push(...(await pageFaults(page, [390, 320])));
};

test("quick service: the new unit leaves once the old one is here and paid, uninspected", async () => {
  const { body } = await quick.report({ channel: "quick" });
  const { id, serial } = body.claim as { id: string; serial: string };
  const staff: AppDesk = await openAppDesk(browser, quick.app, "staff");
  const { desk } = staff;
  await desk.comes("Work queue");
  await desk.scan(serial);
  await desk.comes("Take a parcel in");
  await desk.scan(serial);
  await desk.keys("Space", "ArrowDown", "Space");
  await desk.reach(desk.box("Condition"), "Shift+Tab");
  await desk.page.keyboard.type("lens broken");
  await desk.keys("Control+Enter");
  await desk.comes("Case");
  await quick.app.platform.jobs.drained();
  const phone = await openCase(quick.app, staff.url, id);
  assert.match(await says(phone), /Pay the fee|Pay [0-9.]+/);
  const paid = await quick.step("payment", id);
  assert.equal(paid.status, 200, JSON.stringify(paid.body));
  await desk.backToQueue();
  await desk.scan(serial);
  await desk.comes("Swap the unit");
  await desk.scan(quick.newSerial());
  await desk.page.getByText(/The plan moves from/).waitFor();
  await desk.keys("Control+Enter");
  await desk.comes("Case");
  assert.equal((await quick.step("shipment", id)).status, 200);
  const kept = await quick.kept(id);
  assert.equal(kept.claim.state, "shipped");
  assert.ok(!kept.events.includes("ClaimInspected"));
  assert.deepEqual(desk.faults(), []);
});

test("an advance exchange that comes back late: reminded, told, taken, seen by its owner", async () => {
  const { id } = await advance.shipped();
  const manager = await openAppDesk(browser, advance.app, "manager");
  const { desk, url } = manager;
  await desk.comes("Work queue");
  const phone = await openCase(advance.app, url, id);
  await phone.getByRole("link", { name: "How to send it back" }).click();
  await phone.getByRole("heading", { level: 1, name: "Send your old device back" }).waitFor();
  assert.match(await says(phone), /14 days left[\s\S]*149\.00\sUSD/);
  await lookAtPage(phone);
  const overdue = async (view: string) => {
    await desk.page.goto(`${url}/console/money/returns?view=${view}`);
    await desk.comes("Return overdue");
  };
  await overdue("late");
  await desk.page.getByText("Nothing is overdue, and nothing waits for a look.").waitFor();
  await overdue("due");
  await desk.page.getByText("14 days left").waitFor();
  await advance.days(11);
  await phone.reload();
  assert.match(await says(phone), /We have written to you that its time is nearly over/);
  await advance.days(4.5);
  await phone.reload();
  assert.match(await says(phone), /149\.00\sUSD is taken from your card on/);
  await lookAtPage(phone);
  await overdue("late");
  await desk.page.getByText("Owner was told").waitFor();
  await desk.page.getByRole("button", { name: /^Act on/ }).click();
  await desk.page.getByText(/It cannot be captured yet/).waitFor();
  await lookAt(desk, "returns-late", faults);
  await advance.days(4);
  await phone.reload();
  assert.match(await says(phone), /149\.00\sUSD was taken from your card/);
  await overdue("over");
  await desk.page.getByText("Charged").waitFor();
  assert.deepEqual(desk.faults(), []);
});

test("one that comes in the notice stops it, and staff let the card go with a reason", async () => {
  const { id, serial } = await advance.shipped();
  const { desk, url } = await openAppDesk(browser, advance.app, "staff");
  await desk.comes("Work queue");
  await advance.days(15);
  await advance.bench("intake", id, { serial, parts: ALL_PARTS, condition: "crashed" });
  await advance.days(5);
  assert.equal((await advance.hold(id)).capturedMinor, 0, "what came is not taken for");
  await desk.page.goto(`${url}/console/money/returns`);
  await desk.comes("Return overdue");
  await desk.page.getByText("Look at what came").waitFor();
  await desk.page.getByRole("button", { name: /^Act on/ }).click();
  await desk.page.getByRole("button", { name: "Release", exact: true }).click();
  await desk.hasFocus(desk.box("Reason"));
  await desk.scan("it came a day late");
  await desk.page.getByText("Being released. Nothing is taken.").first().waitFor();
  await advance.app.platform.jobs.drained();
  assert.equal((await advance.hold(id)).state, "released");
  assert.deepEqual(desk.faults(), []);
  assert.deepEqual(await invariantSweep(advance.app.database), []);
});

test("no page of the quick service keeps anybody out", () => {
  assert.deepEqual([...faults, ...complained.flat()], []);
});
