import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { type AppDesk, openAppDesk } from "../support/appDesk.ts";
import { openBrowser } from "../support/browser.ts";
import { type CounterDesk, codeOf, counterDesk } from "../support/counterDesk.ts";
import { lookAt } from "../support/lookAt.ts";
import { ownerQuery } from "../support/ownerQuery.ts";
import { atEnd } from "../support/testDatabase.ts";

let browser: Browser;
let counter: CounterDesk;
let manager: AppDesk;
const faults: string[] = [];

const at = () => manager.desk.page;
const box = (name: string) => at().getByRole("textbox", { name, exact: true });
const press = (name: string) => at().getByRole("button", { name, exact: true }).click();
/** From the top, so that the head, which stays in sight, covers nothing. */
const look = async (name: string) => {
  await at().evaluate(() => window.scrollTo(0, 0));
  await lookAt(manager.desk, `centre-${name}`, faults);
};

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  counter = await counterDesk();
  manager = await openAppDesk(browser, counter.app, "manager");
});

const centreNamed = async (name: string) => {
  const { body } = await counter.app.call("public", "GET /v1/centres?closed=true");
  return (body.data as Record<string, unknown>[]).find((centre) => centre.name === name);
};

test("a manager adds a centre: what is wrong stands at its field, and the first is focused", async () => {
  await at().goto(`${manager.url}/console/calendar/centres`);
  await manager.desk.comes("Centres");
  await manager.desk.link("Add a centre").click();
  await manager.desk.comes("A new centre");
  const typed: readonly (readonly [string, string])[] = [
    ["Name", "Harbour Repairs"],
    ["Street", "4 Mill Lane"],
    ["Postcode", "10115"],
    ["Town", "Berlin"],
    ["Country, two letters", "de"],
    ["Zone of its clock", "Europe/Nowhere"],
    ["Regions", "EU"],
    ["Monday", "nine to five"],
  ];
  await at().getByLabel("Bench 1 of the list").getByLabel("Name").fill("Cameras");
  for (const [name, value] of typed) {
    await box(name).first().fill(value);
  }
  await box("Name").first().press("Enter");
  await at().getByText("Write times as 09:00-12:30").waitFor();
  assert.equal(await box("Monday").evaluate((field) => field === document.activeElement), true);
  await look("mistake");
  await box("Monday").fill("9:00-12:30, 13:30-17:30");
  await press("Save");
  await at().getByText("There is no zone Europe/Nowhere").first().waitFor();
  await at().waitForFunction(() => document.activeElement?.getAttribute("aria-invalid") === "true");
  await box("Zone of its clock").fill("Europe/Berlin");
  await press("Add a day");
  const day = at().getByLabel("Day 1", { exact: true });
  await day.getByLabel(/^Day/).fill("2026-12-24");
  await day.getByLabel("Name").fill("Short day");
  await day.getByLabel("Times").fill("12:00-09:00");
  await press("Save");
  await day.getByText("Times go up").waitFor();
  await day.getByLabel("Times").fill("09:00-12:00");
  await press("Save");
  await manager.desk.comes("Harbour Repairs");
  await at().getByText("Centre added").waitFor();
  const { hours, exceptions, country } = (await centreNamed("Harbour Repairs")) as Record<string, unknown>;
  assert.deepEqual(hours, {
    monday: [
      { from: "09:00", to: "12:30" },
      { from: "13:30", to: "17:30" },
    ],
  });
  assert.deepEqual([country, (exceptions as unknown[]).length], ["DE", 1]);
});

test("it is changed over the version that was read; another's change is not written over", async () => {
  await at().getByRole("spinbutton", { name: "Shortest notice, minutes" }).fill("60");
  await press("Add a designation");
  const designation = at().getByLabel("Designation 1", { exact: true });
  await designation.getByLabel("Regions").fill("EU");
  await designation.getByLabel(/^Goes first/).fill("10");
  await press("Save");
  await at().getByText("Centre changed: designations, notice").waitFor();
  await look("page");
  const { id, takes: _, ...sheet } = (await centreNamed("Harbour Repairs")) as Record<string, unknown>;
  const other = { ...sheet, closed: false, aheadDays: 7 };
  assert.equal(codeOf(await counter.app.call("manager", `PUT /v1/centres/${id}`, other)), "done");
  await box("Town").fill("Hamburg");
  await press("Save");
  await at().getByText("Somebody else changed the centre").first().waitFor();
  await press("Read it again; what you typed goes");
  await at().waitForFunction(() =>
    [...document.querySelectorAll("input")].some(({ value }) => value === "7"),
  );
  assert.equal(await box("Town").inputValue(), "Berlin");
  await at().getByRole("checkbox", { name: "Closed: it takes nothing from now on" }).check();
  await press("Save");
  await at().getByText("Centre changed: open or closed").waitFor();
  assert.ok((await centreNamed("Harbour Repairs"))?.closedAt !== undefined);
  assert.deepEqual([...faults, ...manager.desk.faults()], []);
});

test("who is told when a promise runs out is named on its page, and shows beside the promises", async () => {
  const id = String((await centreNamed("Harbour Repairs"))?.id);
  // The history is answered before the change, and that answer comes after it.
  const [answered, changed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await at().route("**/history?*", async (route) => {
    const response = await route.fetch();
    answered.resolve();
    await changed.promise;
    await route.fulfill({ response });
  });
  await at().goto(`${manager.url}/console/calendar/centres/${id}`);
  await at().getByText("Nobody is named: letters of this centre go to the managers.").waitFor();
  await box("Desk: e-mail").fill("desk@harbour.example");
  await box("Desk: how letters greet").fill("Harbour desk");
  await at().getByLabel("Desk: language of letters").selectOption("de");
  await answered.promise;
  const saved = at().waitForResponse((response) => response.request().method() === "PUT");
  await press("Save who is told");
  await saved;
  changed.resolve();
  await at().getByText("Who is told was changed").waitFor();
  await look("contacts");
  const { body } = await counter.app.call("staff", `GET /v1/centres/${id}/contacts`);
  const desk = { email: "desk@harbour.example", name: "Harbour desk", language: "de" };
  assert.deepEqual(body, { desk, version: 1 });
  await at().goto(`${manager.url}/console/inbox/promises`);
  await at().getByText("Nothing has run out yet.").waitFor();
  const waiting = `insert into notices.alarm (root_id, kind, subject, at, state, why, settled_at)
    values ('01m7ynaym0vqhpgnwdrkms6x8c', 'promise_broken', '1/1', now(), 'unaddressed', 'nobody_named',
            now())`;
  await ownerQuery(counter.app.database, waiting, []);
  await at().reload();
  await at().getByText("One promise runs out and reaches nobody.").waitFor();
  await at().getByRole("cell", { name: "nobody is named" }).waitFor();
  await look("unaddressed");
  await at().getByRole("link", { name: "Name the desk and the lead of its centre" }).click();
  await manager.desk.comes("Centres");
  await at().goto(`${manager.url}/console/calendar/centres/${id}`);
  await manager.desk.comes("Harbour Repairs");
  assert.deepEqual([...faults, ...manager.desk.faults()], []);
});

test("who scans a case whose owner is expected today checks them in with Enter", async () => {
  const claim = await counter.swift();
  const [startsAt = ""] = await counter.times();
  const { body } = await counter.book(claim, startsAt);
  const staff = await openAppDesk(browser, counter.app, "staff");
  const { page } = staff.desk;
  const scan = async (text: string) => {
    await page.goto(`${staff.url}/console/`);
    await staff.desk.comes("Work queue");
    await page.locator("input[data-scan]").fill(text);
    await page.keyboard.press("Enter");
  };
  await scan(claim);
  await page.waitForURL(/\/intake$/);
  await counter.app.moveTo(Temporal.Instant.from(startsAt).subtract({ minutes: 10 }).toString());
  await scan(claim);
  await staff.desk.comes("While they wait");
  const checkIn = page.getByRole("button", { name: "Check in", exact: true });
  await checkIn.waitFor();
  await lookAt(staff.desk, "centre-visit", faults);
  await checkIn.focus();
  await page.keyboard.press("Enter");
  await page.locator("[aria-current=step]", { hasText: "Take the device in" }).waitFor();
  const { body: visit } = await counter.app.call("staff", `GET /v1/appointments/${body.id}`);
  assert.equal(visit.state, "arrived");
  assert.deepEqual([...faults, ...staff.desk.faults()], []);
});
