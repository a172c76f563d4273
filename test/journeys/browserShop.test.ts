import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { type OwnerPhone, openOwnerPhone } from "../support/ownerPhone.ts";
import { activatePlan, type Owner } from "../support/ownerSteps.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { answerCheckout } from "../support/shopOrder.ts";
import { setRetail, stockedShelf } from "../support/stockedShelf.ts";
import { atEnd } from "../support/testDatabase.ts";

const ada: Owner = { name: "Ada Nowak", email: "ada@example.org", serial: "AC4A7K2M9Q1R" };
const jan: Owner = { name: "Jan Tamm", email: "jan@example.org", serial: "AC4B3T8W5X2Z" };
const PAGE_BYTES = 30_000;
const SCRIPT_BYTES = 20_000;

let served: ServedEvermend;
let browser: Browser;
let phone: OwnerPhone;
let goodsOrder = "";

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-12T10:00:00Z");
  await stockedShelf(served);
  await setRetail(served, "U-3889316", 4_425, 4_190);
  phone = await openOwnerPhone(browser, served.url, { scripts: true });
});

/** Pays the order whose payment page is open, and opens the order. */
async function pay({ page, press, choose, open }: OwnerPhone): Promise<void> {
  await choose("method");
  await press(/^Pay [0-9.,]+\sEUR/);
  await served.settle();
  await open(new URL(page.url()).pathname.replace("/pay", ""));
}

/** The code on the order that is open. */
async function codeHere({ page, press }: OwnerPhone): Promise<string> {
  await press("Show codes");
  return await page.locator("code").first().innerText();
}

test("a guest asks whether the seed's product fits, buys it and activates it", async () => {
  await phone.open("/shop?search=CP.QT.0000854");
  await phone.follow(/Osmo Action 4/);
  assert.match(await phone.text(), /Total: 1 × 44\.25\sEUR\s+44\.25\sEUR/);
  await phone.follow("See if it fits your device");
  await phone.select("region", "EU");
  await phone.answer({ firstUsedOn: "2026-06-01" });
  await phone.press("Ask");
  assert.match(await phone.text(), /You can buy it[\s\S]*has to be activated by end of Wed 1 Jul/);
  await phone.follow("Back to the plan");
  await phone.press("Put in the cart");
  await phone.follow("Go to checkout");
  await answerCheckout(phone, { ...ada, country: "PL" });
  await pay(phone);
  assert.equal(await phone.heading(), "Paid and delivered");
  const code = await codeHere(phone);
  assert.ok((await activatePlan(phone, ada, { code, firstUsedOn: "2026-06-01" })) <= 4);
});

test("a company buys forty codes at its tier, with its VAT number and its own order number", async () => {
  await phone.open("/shop/U-3889316");
  await phone.answer({ quantity: "9" });
  await phone.press("Show the total");
  assert.match(await phone.text(), /With 1 more, each costs 41\.90\sEUR/);
  await phone.answer({ quantity: "40" });
  await phone.press("Put in the cart");
  assert.match(await phone.text(), /41\.90\sEUR each \(price from 10 on\)[\s\S]*1,676\.00\sEUR/);
  await phone.follow("Go to checkout");
  await phone.choose("kind-company");
  await phone.press("Continue");
  await phone.answer({ company: "Kite OÜ", vatId: "PL123", name: jan.name, email: jan.email });
  await phone.press("Continue");
  assert.match(await phone.text(), /One thing to put right/);
  await phone.answer({ vatId: "PL 526-000-12-46", purchaseOrder: "PO-2026-7" });
  await phone.press("Continue");
  assert.equal(await phone.heading(), "Check and order");
  assert.match(await phone.text(), /PL5260001246[\s\S]*PO-2026-7/);
  await phone.choose("withdrawal");
  await phone.press(/^Order and pay 1,676\.00/);
  await pay(phone);
  assert.match(await phone.text(), /Your 40 codes are ready/);
});

test("goods come to a door or a pickup point, the plan beside them, and none is asked twice", async () => {
  await phone.open("/shop/house-camera");
  assert.match(await phone.text(), /We send parcels within Estonia/);
  await phone.page.getByText("Delivery to another country").click();
  await phone.select("country", "EE");
  await phone.press("See the delivery there");
  assert.match(await phone.text(), /In the supplier’s warehouse[\s\S]*Estimated delivery/);
  assert.match(await phone.text(), /below 25\.00\sEUR\s+5\.00\sEUR/);
  await phone.choose("with-U-3889316");
  await phone.press("Put in the cart");
  assert.match(await phone.text(), /Home delivery\s+free/);
  await phone.follow("Go to checkout");
  await phone.choose("kind");
  await phone.press("Continue");
  assert.equal(await phone.heading(), "How should it come?");
  await phone.choose("way");
  await phone.press("Continue");
  await phone.answer({ line1: "Pikk 1", city: "Tallinn", postcode: "1" });
  await phone.press("Continue");
  assert.match(await phone.text(), /Postcodes of Estonia look like 10111/);
  await phone.answer({ postcode: "10123" });
  await phone.press("Continue");
  assert.match(await phone.text(), /Goes to\s+Pikk 1, 10123 Tallinn/);
  await phone.choose("withdrawal");
  await phone.press(/^Order and pay/);
  await pay(phone);
  assert.match(await phone.text(), /Osmo Action 4 camera\s*with you by/);
  assert.match(await phone.text(), /Home delivery\s+free/);
  goodsOrder = new URL(phone.page.url()).pathname;
});

test("a supplier fails its date: the order says so, and she cancels what is late", async () => {
  const manager = await served.as("manager");
  await served.moveTo("2026-06-15T14:00:00Z");
  const { data } = await manager.listSupplierOrders({});
  const [ordered] = data;
  assert.ok(ordered !== undefined, "the supplier was asked for it");
  await manager.answerSupplierOrder({ id: ordered.id, answer: "comes", expectedOn: "2026-07-20" });
  await served.settle();
  await phone.open(goodsOrder);
  assert.match(await phone.text(), /Something is late[\s\S]*camera comes by Mon 20 Jul 2026, and not by/);
  await phone.press("Cancel what is late");
  assert.match(await phone.text(), /camera\s*cancelled/);
  assert.doesNotMatch(await phone.text(), /Something is late/);
});

test("what is searched for is found misspelt, and by a part of its code", async () => {
  await phone.open("/shop");
  await phone.answer({ search: "batery" });
  await phone.press("Search");
  assert.match(await phone.text(), /Shown is what we have for “battery”/);
  await phone.open("/shop/category/power");
  assert.match(await phone.text(), /Battery two/);
  await phone.open("/shop?search=nothing-like-this-zzz");
  assert.match(await phone.text(), /Nothing on the shelf fits this/);
});

test("a quantity that is not sold names the nearest; a changed price is shown before it is due", async () => {
  await phone.open("/shop/house-battery");
  await phone.answer({ quantity: "7" });
  await phone.press("Put in the cart");
  await phone.press("Take 10");
  await phone.press("Put in the cart");
  await phone.follow("Go to checkout");
  await phone.press("Continue");
  await phone.open("/checkout/way");
  await phone.choose("way-pickup");
  await phone.press("Continue");
  await phone.choose("point");
  await phone.press("Continue");
  assert.match(await phone.text(), /Pickup point\s+[^\n]+, \d{5} [A-Z]/);
  await setRetail(served, "house-battery", 248, 248);
  await phone.choose("withdrawal");
  await phone.press(/^Order and pay 15\.70/);
  assert.match(await phone.text(), /total has changed from 15\.70\sEUR to 28\.30\sEUR/);
  await phone.open("/cart");
  assert.match(await phone.text(), /It was 1\.22\sEUR when you put it in. It is 2\.48\sEUR now/);
  await phone.press(/^Take out/);
  assert.match(await phone.text(), /Your cart is empty/);
});

test("no page had a fault, and none weighs too much", () => {
  assert.deepEqual(phone.faults(), []);
  assert.ok(phone.weights.length > 30, `${phone.weights.length} pages`);
  for (const { path, page, script } of phone.weights) {
    assert.ok(page <= PAGE_BYTES, `${path}: ${page} bytes`);
    assert.ok(script <= SCRIPT_BYTES, `${path}: ${script} bytes of script`);
  }
});

test("without scripts the same shop sells", async () => {
  const plain = await openOwnerPhone(browser, served.url, { scripts: false });
  await plain.open("/shop?search=action");
  await plain.follow(/Osmo Action 4, two-year/);
  await plain.press("Put in the cart");
  await plain.follow("Go to checkout");
  await answerCheckout(plain, { ...jan, country: "EE" });
  await pay(plain);
  assert.equal(await plain.heading(), "Paid and delivered");
  assert.deepEqual(plain.faults(), []);
});
