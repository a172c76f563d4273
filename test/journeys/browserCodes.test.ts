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
let manager: Awaited<ReturnType<ServedEvermend["as"]>>;
const faults: string[] = [];

const look = (name: string) => lookAt(desk, `codes-${name}`, faults);
const button = (name: string) => desk.page.getByRole("button", { name, exact: true });

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  manager = await served.as("manager");
  desk = await openStaffDesk(browser, await served.personaLink("manager"));
  await desk.comes("Work queue");
});

test("codes are asked for on a screen, and whoever asked cannot release them", async () => {
  await desk.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Supply" }).click();
  await desk.comes("Files of suppliers");
  await desk.link("Codes").click();
  await desk.comes("Batches of codes");
  await desk.page.getByText("There is no batch yet.").waitFor();
  await look("empty");
  await button("Ask for codes").click();
  await desk.page.getByRole("combobox", { name: "Plan" }).selectOption("U-3889316");
  await desk.box("Region").fill("MARS");
  await desk.page.getByRole("spinbutton", { name: "Codes" }).fill("120");
  await desk.page.getByLabel("Last day").fill("2027-06-30");
  await desk.box("Note").fill("For the summer fair");
  await button("Ask for codes").click();
  await desk.page.getByText("The terms have these regions").first().waitFor();
  await look("wrong-region");
  await desk.box("Region").fill("EU");
  await button("Ask for codes").click();
  await desk.link("For the summer fair").click();
  await desk.comes("For the summer fair");
  await button("Release").click();
  await desk.page.getByText("Who asked for this does not decide it").first().waitFor();
  await look("same-hand");
});

test("another person releases them, and exactly so many are made", async () => {
  const [asked] = (await manager.listBatches({ state: "asked" })).data;
  assert.ok(asked !== undefined);
  await manager.releaseBatch({ id: asked.id });
  await served.settle();
  await desk.page.reload();
  await desk.comes("For the summer fair");
  await desk.link("120").click();
  await desk.comes("Codes of a figure");
  await desk.page.getByRole("table", { name: "Codes of a figure" }).waitFor();
  await look("figure");
  const batch = await manager.showBatch({ id: asked.id });
  assert.deepEqual([batch.made, batch.codes.stock], [120, 120]);
});

test("a large batch is taken out of use by two", async () => {
  await desk.page.getByRole("navigation", { name: "Codes" }).getByRole("link", { name: "Batches" }).click();
  await desk.link("For the summer fair").click();
  await desk.comes("For the summer fair");
  await desk.box("Reason").fill("The printer's van was stolen");
  await button("Take out of use").click();
  await desk.page.getByText("Somebody wants this batch taken out of use").waitFor();
  await look("void-waits");
  const [batch] = (await manager.listBatches({})).data;
  assert.ok(batch !== undefined);
  await manager.voidBatch({ id: batch.id, reason: "agreed" });
  await served.settle();
  await desk.page.reload();
  await desk.page.getByText("This batch was taken out of use").waitFor();
  await look("voided");
});

test("the settlement comes to nothing, and its figures open their codes", async () => {
  await desk.page
    .getByRole("navigation", { name: "Codes" })
    .getByRole("link", { name: "Settlement" })
    .click();
  await desk.comes("Settlement of codes");
  await desk.page.getByRole("table", { name: "Settlement of codes" }).waitFor();
  await look("settlement");
  await desk.page.getByRole("cell").getByRole("link", { name: "120" }).click();
  await desk.comes("Codes of a figure");
  await desk.page.getByText("Its batch was taken out of use").first().waitFor();
  await look("void-codes");
});

test("no screen of codes keeps anybody out", () => {
  assert.deepEqual([...faults, ...desk.faults()], []);
});
