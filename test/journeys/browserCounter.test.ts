import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { type AppDesk, openAppDesk } from "../support/appDesk.ts";
import { openBrowser } from "../support/browser.ts";
import { toPaid } from "../support/claimDesk.ts";
import { type CounterDesk, counterDesk } from "../support/counterDesk.ts";
import { lookAt } from "../support/lookAt.ts";
import { ownerPages } from "../support/ownerPages.ts";
import { atEnd } from "../support/testDatabase.ts";

let browser: Browser;
let counter: CounterDesk;
let staff: AppDesk;
let claim: string;
let booked: string;
const faults: string[] = [];

const look = (name: string) => lookAt(staff.desk, `counter-${name}`, faults);
const button = (name: string) => staff.desk.page.getByRole("button", { name, exact: true });

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  counter = await counterDesk();
  claim = await counter.swift();
  staff = await openAppDesk(browser, counter.app, "staff");
  await staff.desk.comes("Work queue");
});

test("an owner books and moves a time; the centre sees it at a bench, and moves it from a list", async () => {
  const pages = ownerPages(counter.app, "owner ada@example.org");
  const [first = "", second = ""] = await counter.times();
  booked = first;
  const page = `/cases/${claim}/visit`;
  await pages.send(page, { startsAt: first });
  await pages.send(page, {}, `${page}/booking`);
  assert.equal((await pages.send(page, { startsAt: second })).location, page);
  await staff.desk.page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Calendar" })
    .click();
  await staff.desk.comes("Calendar");
  const centre = staff.desk.page.getByLabel("Centre", { exact: true });
  await centre.selectOption({ label: "Sample centre Warsaw" });
  await staff.desk.page.getByLabel("Day", { exact: true }).fill(second.slice(0, 10));
  await staff.desk.page.getByText("Expected").first().waitFor();
  await look("calendar");
  await button("Move to…").click();
  const times = staff.desk.page.getByRole("combobox", { name: "Move to…" });
  await times.selectOption(first);
  await button("Move").click();
  await staff.desk.page.getByText("Moved. Its owner is told.").waitFor();
});

test("the owner is checked in, the device is swapped while they wait, and handed over", async () => {
  await counter.app.moveTo(Temporal.Instant.from(booked).subtract({ minutes: 5 }).toString());
  await staff.desk.page.reload();
  await button("Check in").click();
  await button("Visit over").waitFor();
  await look("arrived");
  await counter.steps(claim, [...toPaid, "replacement"]);
  await staff.desk.page.goto(`${staff.url}/console/cases/${claim}/ship`);
  await button("Hand over the counter").waitFor();
  await staff.desk.page.getByText("Once its owner has it, this cannot be undone.").waitFor();
  await look("hand-over");
  await button("Hand over the counter").click();
  await staff.desk.page.getByText("Handed over. The case is closed.").first().waitFor();
  assert.equal((await counter.kept(claim)).claim.state, "closed");
});

test("the list and the centres stand beside the calendar", async () => {
  await staff.desk.page.goto(`${staff.url}/console/calendar/list?state=served`);
  await staff.desk.comes("Appointments");
  await staff.desk.page.getByRole("cell", { name: "Served", exact: true }).waitFor();
  await look("list");
  await staff.desk.link("Centres").click();
  await staff.desk.comes("Centres");
  await staff.desk.page.getByText("Sample centre Warsaw").waitFor();
  await look("centres");
  assert.deepEqual([...faults, ...staff.desk.faults()], []);
});
