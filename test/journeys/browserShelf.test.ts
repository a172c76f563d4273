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

const look = (name: string) => lookAt(desk, `shelf-${name}`, faults);
const button = (name: string) => desk.page.getByRole("button", { name, exact: true });
const tab = (name: string) =>
  desk.page.getByRole("navigation", { name: "Parts of the product" }).getByRole("link", { name });

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  desk = await openStaffDesk(browser, await served.personaLink("manager"));
  await desk.comes("Work queue");
});

test("a product of our own is added, written over, and put on the shelf", async () => {
  await desk.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Supply" }).click();
  await desk.link("Products").click();
  await desk.comes("Products");
  await desk.page.getByRole("cell", { name: "U-3889316" }).waitFor();
  await look("products");
  await button("Add a product").click();
  await desk.box("SKU").fill("LAMP-1");
  await desk.box("Name").fill("Lantern");
  await desk.box("Product code").fill("L-1");
  await desk.box("Brand").fill("Glow");
  await desk.box("Category").fill("light/lamp");
  await desk.page.getByLabel("Specifications").fill("Size: 5 V");
  await look("new");
  await button("Add").click();
  await desk.comes("Lantern");
  await desk.page.getByText("Off the shelf").first().waitFor();
  await desk.box("Name").fill("Torch");
  await desk.page.getByLabel("On the shelf").check();
  await button("Save").click();
  await desk.comes("Torch");
  await look("text");
  const { name, specifications } = await (await served.as("manager")).showProduct({ sku: "LAMP-1" });
  assert.deepEqual([name, specifications], ["Torch", [{ name: "Size", value: "5 V" }]]);
});

test("its prices are set for a group, and a wrong step is told while it is typed", async () => {
  await desk.link("Customer groups").click();
  await desk.comes("Customer groups");
  await button("Add a group").click();
  await desk.box("Short name").fill("drone-hut");
  await desk.box("Name").fill("The drone hut");
  await desk.page.getByLabel("Based on").selectOption("wholesale");
  await button("Add").click();
  await desk.page.getByRole("cell", { name: "The drone hut" }).waitFor();
  await look("groups");
  await desk.page.goBack();
  await desk.comes("Torch");
  await tab("Prices").click();
  await desk.page.getByText("There is no price yet.").waitFor();
  await button("Set prices").click();
  await desk.page.getByLabel("Customer group").selectOption("drone-hut");
  await desk.page.getByLabel("Steps").fill("1 10.00");
  await desk.page.getByText("Line 1 is not so").waitFor();
  await desk.page.getByLabel("Steps").fill("1 10.00 12.20\n10 9.00 10.98");
  await look("set-prices");
  await button("Save").click();
  await desk.page.getByText("In force").waitFor();
  await look("prices");
  await tab("Offer").click();
  await desk.page.getByLabel("Stock").fill("12");
  await button("Save").click();
  await look("offer");
  await tab("History").click();
  await desk.page.getByText("Offer set").waitFor();
  await look("history");
});

test("a model is changed when its form fits, and a feed and a reported error are kept", async () => {
  await desk.link("Models").click();
  await desk.comes("Models");
  await desk.page.getByRole("button", { name: "Change Osmo Action 4" }).click();
  await desk.page.getByLabel("Serials that are known").fill("XX9");
  await button("Save").click();
  await desk.page.getByText("XX9 does not have this form.").first().waitFor();
  await look("model");
  await desk.link("Suppliers").click();
  await desk.comes("Suppliers");
  const manager = await served.as("manager");
  await manager.addSupplier({
    ...{ supplier: "mill", name: "The mill", country: "EE", zone: "Europe/Tallinn", cutOff: "15:00" },
  });
  await desk.link("Feeds").click();
  await desk.comes("Feeds");
  await button("Add a feed").click();
  await desk.page.getByLabel("Address or file").fill("mill.csv");
  await look("feed");
  await button("Save").click();
  await desk.page.getByText("every 24 h").waitFor();
  await desk.page.getByRole("button", { name: "Look now: mill.csv" }).click();
  await desk.page.getByText("There is no such file").waitFor();
  await look("feeds");
  await manager.reportError({ sku: "LAMP-1", about: "photo", says: "It shows another lamp." });
  await desk.link("Errors reported").click();
  await desk.comes("Errors reported");
  await desk.page.getByRole("button", { name: "Close it: LAMP-1" }).click();
  await desk.box("What became of it").fill("Another photo is there.");
  await look("report");
  await button("Close it").click();
  await desk.page.getByRole("cell", { name: "Mended" }).waitFor();
  await look("reports");
});

test("no screen of the shelf keeps anybody out", () => {
  assert.deepEqual([...faults, ...desk.faults()], []);
});
