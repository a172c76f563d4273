import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type GoodsShop, goodsShop } from "../../../test/support/goodsShop.ts";
import { ownerPages } from "../../../test/support/ownerPages.ts";

let shop: GoodsShop;

before(async () => {
  shop = await goodsShop();
});

after(() => shop.app.stop());

test("the page of goods names the day the cart promises, a week end and the cut-off between", async () => {
  const pages = ownerPages(shop.app, "public");
  const { text } = await pages.open("/shop/G-LENS");
  assert.match(text, /Estimated delivery: Mon 15 Jun 2026/, "three working days from a Wednesday");
  await pages.send("/shop/G-LENS", { quantity: "1", next: "cart" });
  assert.match((await pages.open("/cart")).text, /with you by Mon 15 Jun 2026/);
  const { text: bag } = await pages.open("/shop/G-BAG");
  assert.match(bag, /Estimated delivery: Thu 11 Jun 2026/, "our own stock, the next day");
});

test("the API names the same day as the page", async () => {
  const days: Record<string, unknown> = {};
  for (const sku of ["G-LENS", "G-BAG"]) {
    const { body } = await shop.app.call("public", `GET /v1/products/${sku}`);
    days[sku] = body.delivery;
  }
  assert.deepEqual(days, {
    "G-LENS": { option: "parcel", promisedOn: "2026-06-15" },
    "G-BAG": { option: "parcel", promisedOn: "2026-06-11" },
  });
});
