import assert from "node:assert/strict";
import { test } from "node:test";
import { quantityTold } from "./quantityTold.ts";

const eur = (amount: number) => ({ amount, currency: "EUR" });
const tiers = [
  { from: 1, gross: eur(4_425), net: eur(3_627) },
  { from: 10, gross: eur(4_200), net: eur(3_443) },
];

const rows: readonly (readonly [
  string,
  number,
  { least: number; multiple: number; most?: number },
  object,
])[] = [
  [
    "one piece at the first tier",
    1,
    { least: 1, multiple: 1 },
    { gross: eur(4_425), next: { more: 9, each: eur(4_200) } },
  ],
  [
    "forty at the last",
    40,
    { least: 1, multiple: 1 },
    { gross: eur(168_000), net: eur(137_720), next: undefined },
  ],
  ["too few", 3, { least: 5, multiple: 5 }, { kind: "not sold", nearest: [5] }],
  ["between two steps", 12, { least: 5, multiple: 5 }, { kind: "not sold", nearest: [10, 15] }],
  ["more than there is", 12, { least: 5, multiple: 5, most: 12 }, { kind: "not sold", nearest: [10, 15] }],
  ["more than the last ones", 20, { least: 5, multiple: 5, most: 12 }, { kind: "not sold", nearest: [10] }],
  ["none", 0, { least: 1, multiple: 1 }, { kind: "not sold", nearest: [1] }],
];

for (const [given, quantity, rule, expected] of rows) {
  test(`${given}: ${quantity}`, () => {
    const told = quantityTold(quantity, tiers, rule);
    assert.deepEqual({ ...told, ...expected }, told);
  });
}

test("what has no price has no total", () => {
  assert.equal(quantityTold(1, [], { least: 1, multiple: 1 }), undefined);
});
