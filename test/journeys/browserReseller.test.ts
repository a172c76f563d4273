import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { lookAt } from "../support/lookAt.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { openStaffDesk, type StaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

const SKU = "U-3889316";

let served: ServedEvermend;
let browser: Browser;
let desk: StaffDesk;
const faults: string[] = [];

/** From the top, so that the head, which stays in sight, covers nothing. */
const look = async (name: string) => {
  await desk.page.evaluate(() => window.scrollTo(0, 0));
  await lookAt(desk, `reseller-${name}`, faults);
};
const go = (name: string) =>
  desk.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }).click();

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  const manager = await served.as("manager");
  await manager.setPrices({
    ...{ sku: SKU, customerGroup: "wholesale", currency: "EUR" },
    tiers: [
      { minQuantity: 1, netMinor: 3_279, grossMinor: 4_000 },
      { minQuantity: 40, netMinor: 2_951, grossMinor: 3_600 },
    ],
  });
  desk = await openStaffDesk(browser, await served.personaLink("reseller"));
  await desk.comes("Home");
});

test("a reseller sees what it has, and its own price beside everybody's", async () => {
  await desk.page.getByText("No order waits for its payment.").waitFor();
  await desk.page.getByText("Of all you bought in 90 days there is enough.").waitFor();
  await desk.page.getByText("5\u202f000.00\u00a0EUR").first().waitFor();
  await look("home");
  await go("Cart");
  await desk.page.getByText("Nothing is in the cart.").waitFor();
  await look("empty-cart");
  await go("Catalogue");
  await desk.comes("Catalogue");
  const row = desk.page.getByRole("row").filter({ hasText: SKU });
  // Everybody's tiers say "from 40" as well, and are there before its own price.
  await row.getByText(/EUR from 40$/).waitFor();
  await look("catalogue");
  await row.getByRole("spinbutton", { name: `Pieces of ${SKU}` }).fill("36");
  await row.getByRole("button", { name: `Add to cart: ${SKU}` }).click();
});

test("a company buys 40 codes at its tier and pays by its balance", async () => {
  await go("Cart");
  await desk.comes("Cart");
  await desk.page.getByText(/^4 more to reach/).waitFor();
  await look("cart");
  await desk.page.reload();
  await desk.comes("Cart");
  const pieces = desk.page.getByRole("spinbutton", { name: `Pieces of ${SKU}` });
  assert.equal(await pieces.inputValue(), "36", "the cart is kept");
  await pieces.fill("40");
  await desk.page.getByText(/^4 more to reach/).waitFor({ state: "detached" });
  await desk.box("Your order number").fill("PO-2026-17");
  await desk.page.getByRole("button", { name: "Place the order" }).click();
  await desk.comes("Order");
  await desk.page.getByText("PO-2026-17").waitFor();
  await look("order-open");
  const how = desk.page.getByRole("combobox", { name: "How" });
  assert.equal(await how.inputValue(), "balance", "its balance is the first way");
  await desk.page.getByRole("button", { name: /^Pay / }).click();
  await desk.page.getByRole("button", { name: "Show the codes" }).waitFor();
  assert.equal(await desk.page.locator("ul.codes > li").count(), 40);
  await look("order-paid");
  const orders = (await (await served.as("manager")).listOrders({})).data;
  assert.deepEqual(
    orders.map(({ state, lines }) => [state, lines[0]?.quantity, lines[0]?.unit.gross.currency]),
    [["delivered", 40, "EUR"]],
  );
});

test("what comes out of batches and is short stands on its page, one step from ordering it", async () => {
  const manager = await served.as("manager");
  const { sku, version, ...kept } = await manager.showKeptProduct({ sku: SKU });
  const { productCode, name, brand, category, summary, specifications, weightGrams, models } = kept;
  await manager.reviseProduct({
    ...{ sku, version, productCode, name, brand, category, summary, specifications, weightGrams },
    ...{ models, codeSupply: "batch", isListed: true },
  });
  await go("Home");
  await desk.page.reload();
  await desk.comes("Home");
  await desk.page.getByText("0 free, you usually buy 14 in 30 days").waitFor();
  await look("low-stock");
  await desk.link(`Order ${SKU}`).click();
  await desk.comes("Catalogue");
  await desk.page.getByRole("button", { name: `Add to cart: ${SKU}` }).waitFor();
});

test("the statement has it, to the cent, and the team is invited by who keeps it", async () => {
  await go("Statements");
  await desk.comes("Statements");
  await desk.page.getByRole("cell", { name: "Order paid by balance" }).waitFor();
  await look("statement");
  await go("Team");
  await desk.comes("Team");
  await desk.box("E-mail").fill("bert@northlight.example");
  await desk.box("Name").fill("Bert");
  await desk.page.getByRole("button", { name: "Invite" }).click();
  await desk.page.getByRole("cell", { name: /Bert/ }).waitFor();
  await desk.box("Shop").fill("Tallinn");
  await desk.page.getByRole("button", { name: "Make a key" }).click();
  await desk.page
    .getByRole("button", { name: "I have kept it" })
    .or(desk.page.locator(".token"))
    .first()
    .waitFor();
  await look("team");
});

test("a manager sees the contract, changes it, and corrects the balance with another", async () => {
  const mara = await openStaffDesk(browser, await served.personaLink("manager"));
  desk = mara;
  await mara.comes("Work queue");
  await go("Resellers");
  await mara.comes("Resellers");
  await look("resellers");
  await mara.link("Rena's Cameras").click();
  await mara.comes("Rena's Cameras");
  await mara.page.getByRole("button", { name: "Change the contract" }).click();
  await mara.box("Regions").fill("ATLANTIS");
  await mara.page.getByRole("button", { name: "Save" }).click();
  await mara.page
    .getByText(/No terms have the region ATLANTIS/)
    .first()
    .waitFor();
  await look("wrong-region");
  await mara.box("Regions").fill("EU");
  await mara.box("Credit").fill("6000");
  await mara.page.getByRole("button", { name: "Save" }).click();
  await mara.page.getByRole("button", { name: "Change the contract" }).waitFor();
  await mara.page.getByRole("textbox", { name: "Amount" }).fill("-12.50");
  const asked = mara.page.locator("form").filter({ hasText: "Ask for a correction" });
  await asked.getByRole("textbox", { name: "Why" }).fill("given twice");
  await mara.page.getByRole("button", { name: "Ask for a correction" }).click();
  await mara.page.getByRole("button", { name: "Agree 1" }).click();
  await mara.page.getByText("Whoever asked for a correction cannot agree to it.").waitFor();
  await mara.page.locator(".said").waitFor({ state: "detached" });
  await look("reseller");
});

test("no screen of a reseller keeps anybody out", () => {
  assert.deepEqual([...faults, ...desk.faults()], []);
});
