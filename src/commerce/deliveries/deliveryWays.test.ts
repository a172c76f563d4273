import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { DeliveryRule } from "./deliveryRule.ts";
import { deliveryWays } from "./deliveryWays.ts";

const estonia = { country: "EE", currency: "EUR" } as const;
const rules: readonly DeliveryRule[] = [
  { ...estonia, option: "home", priceMinor: 500, freeFromMinor: 2_500, mostGrams: 1_000_000 },
  { ...estonia, option: "pickup", priceMinor: 350, freeFromMinor: 2_500, mostGrams: null },
  { ...estonia, currency: "USD", option: "home", priceMinor: 950, freeFromMinor: 19_901, mostGrams: null },
  { ...estonia, currency: "CHF", option: "home", priceMinor: 800, freeFromMinor: null, mostGrams: null },
];

describe("the ways of delivery", () => {
  const table: readonly (readonly [string, number, number, readonly (readonly [string, number])[]])[] = [
    [
      "EUR",
      2_499,
      1,
      [
        ["home", 500],
        ["pickup", 350],
      ],
    ],
    [
      "EUR",
      2_500,
      1,
      [
        ["home", 0],
        ["pickup", 0],
      ],
    ],
    [
      "EUR",
      0,
      0,
      [
        ["home", 500],
        ["pickup", 350],
      ],
    ],
    [
      "EUR",
      2_500,
      1_000_000,
      [
        ["home", 0],
        ["pickup", 0],
      ],
    ],
    ["EUR", 2_500, 1_000_001, [["pickup", 0]]],
    ["USD", 19_900, 1, [["home", 950]]],
    ["USD", 19_901, 1, [["home", 0]]],
    ["CHF", 1_000_000_000, 1, [["home", 800]]],
    ["PLN", 1, 1, []],
  ];
  for (const [currency, grossMinor, weightGrams, ways] of table) {
    it(`of ${grossMinor} ${currency} and ${weightGrams} g are ${JSON.stringify(ways)}`, () => {
      const found = deliveryWays(rules, { currency, grossMinor, weightGrams });
      assert.deepEqual(
        found.map(({ option, priceMinor }) => [option, priceMinor]),
        ways,
      );
    });
  }
});
