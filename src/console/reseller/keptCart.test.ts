import assert from "node:assert/strict";
import { test } from "node:test";
import { type CartLine, keepCart, MOST_LINES, readCart, withLine } from "./keptCart.ts";

function memory(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
  };
}

test("a cart is read as it was kept", () => {
  const storage = memory();
  const lines: readonly CartLine[] = [{ sku: "A", quantity: 2, seen: { amount: 1, currency: "EUR" } }];
  keepCart(lines, storage);
  assert.deepEqual(readCart(storage), lines);
});

for (const text of [null, "", "{", "7", '[null, 1, {"sku": "A"}, {"sku": "A", "quantity": -1}]']) {
  test(`what is no cart is an empty one: ${text}`, () => assert.deepEqual(readCart(memory(text)), []));
}

test("a product has one line, and a cart as many as an order", () => {
  const two = withLine(withLine([], { sku: "A", quantity: 2 }), { sku: "A", quantity: 3 });
  assert.deepEqual(two, [{ sku: "A", quantity: 5 }]);
  const full = Array.from({ length: MOST_LINES }, (_, no) => ({ sku: `S${no}`, quantity: 1 }));
  assert.equal(withLine(full, { sku: "one more", quantity: 1 }), full);
  assert.equal(withLine(full, { sku: "S1", quantity: 1 })[1]?.quantity, 2);
});
