import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { type AppDesk, openAppDesk } from "../support/appDesk.ts";
import { openBrowser } from "../support/browser.ts";
import { type CounterDesk, counterDesk } from "../support/counterDesk.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { lookAt } from "../support/lookAt.ts";
import { ownerPages } from "../support/ownerPages.ts";
import { atEnd } from "../support/testDatabase.ts";

let counter: CounterDesk;
let staff: AppDesk;
let claim: string;
let serial: string;
let startsAt: string;
const faults: string[] = [];

const look = (name: string) => lookAt(staff.desk, `swift-${name}`, faults);
const step = (name: string) =>
  staff.desk.page.locator(".counter-steps").locator("[aria-current=step]", { hasText: name }).waitFor();

before(async () => {
  const browser: Browser = await openBrowser();
  atEnd(() => browser.close());
  counter = await counterDesk();
  claim = await counter.swift();
  const { body } = await counter.app.call("staff", `GET /v1/claims/${claim}`);
  serial = (body.claim as { serial: string }).serial;
  staff = await openAppDesk(browser, counter.app, "staff");
  await staff.desk.comes("Work queue");
});

test("an owner holds a time, and books it by its link", async () => {
  const pages = ownerPages(counter.app, "owner ada@example.org");
  startsAt = (await counter.times())[0] ?? "";
  const page = `/cases/${claim}/visit`;
  await pages.send(page, { startsAt });
  assert.match((await pages.open(page)).text, /held/i);
  await pages.send(page, {}, `${page}/booking`);
  const { body } = await counter.app.call("staff", `GET /v1/appointments?claim=${claim}`);
  assert.equal((body.data as { state: string }[])[0]?.state, "booked");
});

test("who comes days early is told when the check-in opens; a mistake is undone", async () => {
  const { desk, url } = staff;
  await desk.page.goto(`${url}/console/calendar/visits/${claim}`);
  await desk.comes("While they wait");
  await desk.hasFocus(desk.page.getByRole("button", { name: "Check in" }));
  await desk.keys("Enter");
  await desk.page.getByText(`The check-in opens on ${startsAt.slice(0, 10)}`).waitFor();
  await look("early");
  await counter.app.moveTo(Temporal.Instant.from(startsAt).subtract({ minutes: 5 }).toString());
  await desk.page.reload();
  await desk.comes("While they wait");
  await desk.hasFocus(desk.page.getByRole("button", { name: "Check in" }));
  await desk.keys("Enter");
  await step("Take the device in");
  await desk.page.getByRole("button", { name: "Undo check-in" }).click();
  await step("Check in");
});

test("checked in by scan, swapped while its owner waits, handed over: one page, by keyboard", async () => {
  const { desk, url } = staff;
  await desk.page.goto(`${url}/console/queue`);
  await desk.comes("Work queue");
  await desk.scan(serial);
  await desk.comes("While they wait");
  await desk.hasFocus(desk.page.getByRole("button", { name: "Check in" }));
  await desk.keys("Enter");
  await step("Take the device in");
  await desk.hasFocus(desk.box("Serial on the device"));
  await look("intake");
  await desk.scan(serial);
  await desk.keys("Space", "ArrowDown", "Space");
  await desk.reach(desk.box("Condition"), "Shift+Tab");
  await desk.page.keyboard.type("lens broken");
  await desk.keys("Control+Enter");
  await step("Inspect");
  const receipt = desk.part("Live receipt");
  await receipt.locator(".receipt-outcome").first().waitFor();
  await desk.keys("n");
  for (let finding = 1; finding < 7; finding += 1) {
    await desk.keys("ArrowDown", "n");
  }
  await receipt.locator(".receipt-outcome", { hasText: "The plan covers it" }).waitFor();
  await look("inspect");
  await desk.keys("Control+Enter");
  await step("Choose and pay");
  // The owner takes the plan's way on their phone, and pays there.
  await counter.steps(claim, ["choice", "payment"]);
  await desk.page.reload();
  await step("Swap");
  await desk.hasFocus(desk.box("Serial of the new unit"));
  await desk.scan(counter.newSerial());
  await look("swap");
  await desk.keys("Control+Enter");
  await step("Hand over");
  await desk.reach(desk.page.getByRole("button", { name: "Hand over the counter" }));
  await desk.keys("Enter");
  await desk.page.getByText("Handed over. The visit is over.").waitFor();
  await look("done");
  await counter.app.platform.jobs.drained();
  assert.equal((await counter.kept(claim)).claim.state, "closed");
  assert.deepEqual(await invariantSweep(counter.app.database), []);
});

test("no screen of the counter keeps anybody out", () => {
  assert.deepEqual([...faults, ...staff.desk.faults()], []);
});
