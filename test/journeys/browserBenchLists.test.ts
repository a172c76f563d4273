import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { lookAt } from "../support/lookAt.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { openStaffDesk, type StaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

let browser: Browser;
let served: ServedEvermend;
let desk: StaffDesk;
const faults: string[] = [];

const look = (name: string) => lookAt(desk, `bench-lists-${name}`, faults);
const rows = (table: string) => desk.page.getByRole("table", { name: table }).locator("tbody tr");
const address = () => new URL(desk.page.url()).searchParams;
const several = (count: number) => (count === 1 ? "1 row" : `${count} rows`);

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  const manager = await served.as("manager");
  const line = (no: number) =>
    `${no % 2 === 0 ? "symptom" : "finding"},planted,Z${String(no).padStart(3, "0")},Planted ${no},,,`;
  const lines = Array.from({ length: 140 }, (_, no) => line(no));
  await manager.setBenchCodes({ csv: ["kind,family,code,title,cause,parts,lost", ...lines].join("\n") });
  for (const [item, region] of [
    ["lens", "EU"],
    ["shell", "EU"],
    ["lens", "US"],
  ] as const) {
    const net = { amount: 1000, currency: region === "EU" ? "EUR" : "USD" };
    await manager.addPrice({ kind: "part", item, title: `A planted ${item}`, region, net });
  }
  desk = await openStaffDesk(browser, await served.personaLink("manager"));
  await desk.comes("Work queue");
});

test("the codes of the bench are reached, come in pages, and are narrowed in the address", async () => {
  await desk.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Calendar" }).click();
  await desk.link("Codes of the bench").click();
  await desk.comes("Codes of the bench");
  assert.equal(await rows("Codes of the bench").count(), 50);
  await desk.page.getByLabel("Family").first().fill("planted");
  await desk.page.getByRole("cell", { name: "Z001" }).waitFor();
  await desk.page.getByRole("button", { name: "Next page" }).click();
  await desk.page.getByRole("cell", { name: "Z101" }).waitFor();
  assert.ok(address().get("after"));
  await desk.page.getByLabel("Kind").first().selectOption("finding");
  await desk.page.getByLabel("With the words").fill("planted 13");
  await desk.page.getByText(several(6), { exact: true }).waitFor();
  assert.deepEqual(
    ["kind", "families", "search", "after"].map((name) => address().get(name)),
    ["finding", "planted", "planted 13", null],
  );
  await look("codes");
  const head = desk.page.getByRole("columnheader", { name: "Code", exact: true });
  for (const direction of ["ascending", "descending"]) {
    await head.getByRole("button").click();
    await head.and(desk.page.locator(`[aria-sort=${direction}]`)).waitFor();
  }
  assert.match(String(await rows("Codes of the bench").first().textContent()), /Z139/);
  await desk.page.getByLabel("With the words").fill("no such thing");
  await desk.page.getByText("None fits these filters.").waitFor();
  await look("no-codes");
});

test("its prices are narrowed by region, model, kind and words, and saved as they are narrowed", async () => {
  await desk.link("Prices of the bench").click();
  await desk.comes("Prices of the bench");
  const filters = desk.page.locator(".filters");
  await filters.getByLabel("With the words").fill("planted lens");
  await desk.page.getByText(several(2), { exact: true }).waitFor();
  await filters.getByLabel("Region").fill("US");
  await desk.page.getByText(several(1), { exact: true }).waitFor();
  await look("prices");
  const [file] = await Promise.all([
    desk.page.waitForEvent("download"),
    desk.page.getByRole("button", { name: /CSV/ }).click(),
  ]);
  assert.match(file.suggestedFilename(), /bench-prices/);
  await filters.getByLabel("Model").fill("none-such");
  await desk.page.getByText("None fits these filters.").waitFor();
});

test("nothing kept anybody out", () => {
  assert.deepEqual([...faults, ...desk.faults()], []);
});
