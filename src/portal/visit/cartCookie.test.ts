import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Cart, MOST_LINES, MOST_PIECES, readCart, withLine, writeCart } from "./cartCookie.ts";

const sku = fc.stringMatching(/^[A-Za-z0-9._-]{1,60}$/);
const seen = fc.record({
  amount: fc.integer({ min: 0, max: 999_999_999_999 }),
  currency: fc.constantFrom("EUR", "PLN"),
});
const line = fc.record({
  sku,
  quantity: fc.integer({ min: 1, max: MOST_PIECES }),
  seen: fc.option(seen, { nil: undefined }),
});
const lines = fc.uniqueArray(line, { selector: (one) => one.sku, maxLength: MOST_LINES });
const cart = fc.record({ country: fc.constantFrom("EE", "PL", undefined), lines });

test("a cart is read as it was written, in characters a cookie may have, within its size", () => {
  fc.assert(
    fc.property(cart, (one: Cart) => {
      const text = writeCart(one);
      assert.match(text, /^[\w.!~-]*$/);
      assert.ok(text.length < 2_000, `${text.length} characters`);
      assert.deepEqual(readCart(text), { ...one, lines: one.lines.map((each) => structuredClone(each)) });
    }),
  );
});

test("whatever a browser sends is a cart: known lines once each, no more than an order may have", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(fc.string()).map((parts) => parts.join("!")),
      ),
      (text) => {
        const read = readCart(text);
        assert.ok(read.lines.length <= MOST_LINES);
        assert.equal(new Set(read.lines.map((one) => one.sku)).size, read.lines.length);
      },
    ),
  );
  const rows = [
    ["EE!A~0!B~1001!C~2!C~5!D~1~x~EUR", [{ sku: "C", quantity: 2, seen: undefined }]],
    ["ee!A~1", [{ sku: "A", quantity: 1, seen: undefined }]],
    [`EE!${Array.from({ length: 20 }, (_, no) => `S${no}~1`).join("!")}`, undefined],
  ] as const;
  for (const [text, expected] of rows) {
    const { lines: read } = readCart(text);
    assert.deepEqual(expected === undefined ? read.length : read, expected ?? MOST_LINES);
  }
});

test("a line is put in once, changed where it stands, and taken out by none of it", () => {
  const first = withLine({ lines: [] }, { sku: "A", quantity: 1 });
  const both = withLine(first, { sku: "B", quantity: 2 });
  assert.deepEqual(
    withLine(both, { sku: "A", quantity: 7 }).lines.map((one) => [one.sku, one.quantity]),
    [
      ["A", 7],
      ["B", 2],
    ],
  );
  assert.deepEqual(
    withLine(both, { sku: "A", quantity: 0 }).lines.map((one) => one.sku),
    ["B"],
  );
});
