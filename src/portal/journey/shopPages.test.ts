import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ownerPages } from "../../../test/support/ownerPages.ts";
import { answerByPages, orderByPages } from "../../../test/support/shopOrder.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";

const camera = "U-3889316";
const buyer = { name: "Anna Nowak", email: "anna@example.com", country: "PL" };

let app: TestApp;

before(async () => {
  app = await testApp({ now: "2026-06-13T10:00:00Z" });
});

after(() => app.stop());

/** An order that was placed and whose payment was tried in this way. */
async function ordered(method?: string) {
  const pages = ownerPages(app, "public");
  const pay = await orderByPages(pages, camera, buyer);
  if (method !== undefined) {
    await pages.send(pay, { method });
  }
  return { pages, pay, order: pay.replace("/pay", "") };
}

test("a plan says where it is sold, in which currency its fees are, and by when to activate it", async () => {
  const pages = ownerPages(app, "public");
  const { text } = await pages.open(`/shop/${camera}`);
  assert.match(text, /Sold and valid in European Union Delivered/);
  assert.match(text, /Activate it within 30 days/);
  assert.doesNotMatch(text, /Taiwan|United States/);
  const { text: mavic } = await pages.open("/shop/CARE-1Y-MAVIC-3");
  assert.match(mavic, /Sold and valid in United States Delivered/);
  assert.match(mavic, /Activate it within 48 hours/);
  assert.equal((await pages.open(`/plans/${camera}`)).location, `/shop/${camera}`);
});

test("more codes than are sold at once are refused with the most there can be", async () => {
  const { status, text } = await ownerPages(app, "public").send(`/shop/${camera}`, { quantity: "99999" });
  assert.equal(status, 400);
  assert.match(text, /Enter a whole number from 1 to 1,000/);
});

test("a plan that is ticked beside a device is put to those of it that are in the cart", async () => {
  const added = await app.call("manager", "POST /v1/products", {
    ...{
      sku: "BAG-1",
      productCode: "B-1",
      name: "Bag",
      brand: "Glow",
      category: "bags",
      summary: "It holds.",
    },
    ...{
      specifications: [],
      weightGrams: 300,
      models: [],
      codeSupply: "minted",
      isListed: true,
      soldAs: "goods",
    },
    offer: { stock: 100, leadDays: 1, minQuantity: 1, multiple: 1 },
  });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  const priced = await app.call("manager", "PUT /v1/products/BAG-1/prices", {
    ...{ customerGroup: "retail", currency: "EUR" },
    tiers: [{ minQuantity: 1, netMinor: 1000, grossMinor: 1230 }],
  });
  assert.equal(priced.status, 200, JSON.stringify(priced.body));
  const pages = ownerPages(app, "public");
  const inCart = async () =>
    [...(await pages.open("/cart")).html.matchAll(/id="quantity-[^>]*value="(\d+)"/g)].map(([, n]) =>
      Number(n),
    );
  await pages.send(`/shop/${camera}`, { quantity: "3" });
  await pages.send("/shop/BAG-1", { quantity: "1", with: camera });
  assert.deepEqual(await inCart(), [4, 1], "one more plan, not one plan");
  await pages.send("/shop/BAG-1", { quantity: "1" });
  assert.deepEqual(await inCart(), [4, 2], "without it the plans stay");
  await pages.send(`/shop/${camera}`, { quantity: "999" });
  await pages.send("/shop/BAG-1", { quantity: "2", with: camera });
  assert.deepEqual(await inCart(), [1_000, 4], "no more than a line may have");
});

test("what the law lets a buyer do is told before the order, ticked by nobody, and kept", async () => {
  const pages = ownerPages(app, "public");
  await answerByPages(pages, camera, buyer);
  const { text, html } = await pages.open("/checkout/check");
  assert.match(text, /Changing your mind .*within 14 days/);
  assert.match(text, /Replacement 1: 119\.00 PLN/);
  assert.match(html, /<input\s+type="checkbox" id="withdrawal"/);
  assert.doesNotMatch(html, /<input\s+type="checkbox"[^>]* checked/);
  const refused = await pages.send("/checkout/check", {});
  assert.equal(refused.status, 409);
  assert.match(refused.text, /Tick the box to say that you have read/);
  const { location = "" } = await pages.send("/checkout/check", { withdrawal: "yes" });
  const id = location.split("/")[2];
  const { body } = await app.call("staff", `GET /v1/orders/${id}`);
  assert.equal(body.withdrawalShown, true);
  assert.match(String(body.information), /^[0-9a-f]{64}$/);
});

test("an order shows the tax of its buyer's country; the price is the same everywhere", async () => {
  const pages = ownerPages(app, "public");
  for (const [country, told] of [
    ["PL", /Without tax 35\.98\sEUR VAT 23 %, Poland 8\.27\sEUR Total with tax 44\.25\sEUR/],
    ["DE", /Without tax 37\.18\sEUR VAT 19 %, Germany 7\.07\sEUR Total with tax 44\.25\sEUR/],
  ] as const) {
    const location = await orderByPages(pages, camera, { ...buyer, country });
    assert.match((await pages.open(location.replace("/pay", ""))).text, told);
  }
});

test("an order whose payment is on its way does not ask to be paid again", async () => {
  const { pages, order, pay } = await ordered("test_pending");
  const { text, leadsTo } = await pages.open(order);
  assert.match(text, /Your payment is on its way/);
  assert.ok(!leadsTo.includes(pay), "there is no way to pay twice");
  assert.ok(leadsTo.includes(order), "one can look again");
});

test("an order whose payment was declined says so, and can be paid", async () => {
  const { pages, order, pay } = await ordered("test_declined");
  const { text, leadsTo } = await pages.open(order);
  assert.match(text, /The bank declined the payment\. Nothing was charged/);
  assert.ok(leadsTo.includes(pay));
});

test("an order nobody paid in time says so and leads back to the shop", async () => {
  const { pages, order } = await ordered();
  await app.moveTo("2026-06-30T10:00:00Z");
  const { text, leadsTo } = await pages.open(order);
  assert.match(text, /Cancelled Nothing of it comes any more/);
  assert.ok(leadsTo.includes("/shop"));
});

test("a code that was shown is carried to its activation; its address alone leads to the order", async () => {
  const { pages, order } = await ordered("test_success");
  await app.platform.jobs.drained();
  const shown = await pages.send(order, {}, `${order}/codes`);
  const code = /([0-9A-Z]{4}-){6}[0-9A-Z]{4}/.exec(shown.text)?.[0] ?? "";
  assert.ok(shown.leadsTo.includes("/activate"));
  const taken = await pages.send(order, { code }, "/activate");
  assert.equal(taken.location, "/activate/device");
  assert.equal((await pages.open(`${order}/codes`)).location, order);
});

test("where nothing can be paid by, the page says whom to write to", async () => {
  const shut = await testApp({ settings: { testPayments: "off" } });
  const pages = ownerPages(shut, "public");
  const pay = await orderByPages(pages, camera, buyer);
  const { text, leadsTo } = await pages.open(pay);
  assert.match(text, /cannot take payments yet/);
  assert.ok(leadsTo.includes("/help#write"));
  assert.ok(!leadsTo.includes(pay));
  await shut.stop();
});

test("who signs in finds the orders placed with that e-mail, and nobody else's", async () => {
  const { order } = await ordered();
  const own = await ownerPages(app, `owner ${buyer.email}`).open("/orders");
  assert.ok(own.leadsTo.includes(order));
  assert.match(own.text, /To pay · .* · 44\.25 EUR/);
  const other = await ownerPages(app, "owner somebody@example.com").open("/orders");
  assert.match(other.text, /Nothing was ordered with this e-mail yet/);
  assert.equal((await ownerPages(app, "public").open("/orders")).location, "/sign-in");
});
