import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Rule, type RuleTyped, readRule, typedOf } from "./readRule.ts";

const typed: RuleTyped = {
  option: "home",
  currency: "eur",
  price: "5",
  freeFrom: "25.00",
  kilograms: "1000",
};

describe("a delivery rule as it is typed", () => {
  it("is read in minor units and grams", () => {
    assert.deepEqual(readRule(typed), {
      ...{ option: "home", currency: "EUR", priceMinor: 500, freeFromMinor: 2_500, mostGrams: 1_000_000 },
    });
    assert.deepEqual(readRule({ ...typed, freeFrom: "", kilograms: " " }), {
      ...{ option: "home", currency: "EUR", priceMinor: 500, freeFromMinor: null, mostGrams: null },
    });
  });

  it("comes back as it was stored", () => {
    const rules: Rule[] = [
      { option: "pickup", currency: "EUR", priceMinor: 350, freeFromMinor: 2_500, mostGrams: null },
      { option: "home", currency: "JPY", priceMinor: 900, freeFromMinor: null, mostGrams: 30_000 },
    ];
    assert.deepEqual(
      rules.map((rule) => readRule(typedOf(rule))),
      rules,
    );
  });

  const wrong: readonly (readonly [Partial<RuleTyped>, string])[] = [
    [{ currency: "EURO" }, "currency"],
    [{ price: "five" }, "price"],
    [{ price: "" }, "price"],
    [{ freeFrom: "25.001" }, "freeFrom"],
    [{ kilograms: "0" }, "kilograms"],
    [{ kilograms: "1.5" }, "kilograms"],
  ];
  for (const [more, fault] of wrong) {
    it(`is wrong at ${fault} with ${JSON.stringify(more)}`, () => {
      assert.equal(readRule({ ...typed, ...more }), fault);
    });
  }
});
