import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { OrderState } from "../order.ts";
import { decidePayOrder } from "./decidePayOrder.ts";

const product = { sku: "A", minQuantity: 2, multiple: 2 };
const pay = (state: OrderState, quantity: number, products = [product]) =>
  decidePayOrder({ order: { state, lines: [{ sku: "A", quantity }] }, products });

describe("paying an order", () => {
  it("is as it was placed while its quantities are sold", () => {
    assert.equal(pay("placed", 4).accepted, "pay");
  });

  it("is refused where the minimum or the multiple has changed, with what would do", () => {
    const { refused } = pay("placed", 3);
    assert.deepEqual(
      [refused?.code, refused?.next],
      ["quantity_not_sold", "Cancel this order and order 2 or 4."],
    );
    assert.equal(pay("placed", 1).refused?.next, "Cancel this order and order 2.");
  });

  it("is refused where a product has gone, or the order was cancelled", () => {
    assert.equal(pay("placed", 4, []).refused?.code, "product_not_sold");
    assert.equal(pay("cancelled", 4).refused?.code, "order_not_open");
  });

  it("again asks nothing of the offer: its charge answers", () => {
    assert.equal(pay("paid", 3).accepted, "pay");
    assert.equal(pay("delivered", 3, []).accepted, "pay");
  });
});
