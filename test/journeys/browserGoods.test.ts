import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { lookAt } from "../support/lookAt.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { openStaffDesk, type StaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

let served: ServedEvermend;
let browser: Browser;
let desk: StaffDesk;
const faults: string[] = [];

const look = (name: string) => lookAt(desk, `goods-${name}`, faults);
const open = async (name: string, title: string) => {
  await desk.page
    .getByRole("navigation", { name: "Supply" })
    .getByRole("link", { name, exact: true })
    .click();
  await desk.comes(title);
};

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  desk = await openStaffDesk(browser, await served.personaLink("manager"));
  await desk.comes("Work queue");
  await desk.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Supply" }).click();
  await desk.comes("Files of suppliers");
});

test("delivery rules and parcels can be read by everybody", async () => {
  await open("Delivery", "Delivery rules");
  await look("deliveries");
  await open("Parcels", "Parcels");
  await look("parcels");
});

test("withdrawals have a list that is narrowed", async () => {
  await open("Withdrawals", "Withdrawals");
  await desk.page.getByText("No withdrawal fits this filter.").waitFor();
  await desk.page.getByLabel("Show").selectOption("all");
  await desk.page.getByText("Nobody has withdrawn from anything.").waitFor();
  await look("withdrawals");
});

test("a holiday is kept, found by its country, and taken away", async () => {
  await open("Holidays", "Holidays");
  const form = desk.page.locator("form", { has: desk.page.getByRole("button", { name: "Keep this day" }) });
  await form.getByLabel("Country").fill("ee");
  await form.getByRole("textbox", { name: "Day", exact: true }).fill("2026-07-03");
  await form.getByLabel("Holiday").fill("Stocktaking");
  await form.getByRole("button", { name: "Keep this day" }).click();
  await desk.page.locator(".filters").getByLabel("Country").fill("ee");
  await desk.page.locator(".filters").getByLabel("Year").fill("2026");
  await desk.page.getByRole("cell", { name: "Stocktaking" }).waitFor();
  await look("holidays");
  await desk.page.getByRole("button", { name: "Works after all: 2026-07-03, EE" }).click();
  await desk.page.getByRole("cell", { name: "Stocktaking" }).waitFor({ state: "detached" });
});

test("no page has a fault", () => {
  assert.deepEqual(faults, []);
});
