import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { minorUnits, printMoney } from "./money.ts";

test("major units become minor units exactly", () => {
  assert.equal(minorUnits("119", "PLN"), 11_900);
  assert.equal(minorUnits("119.5", "PLN"), 11_950);
  assert.equal(minorUnits("0", "EUR"), 0);
  assert.equal(minorUnits("5990", "JPY"), 5990);
  assert.equal(minorUnits("1.234", "KWD"), 1234);
});

test("too many decimals are a finding and words are no amount", () => {
  assert.equal(minorUnits("59.90", "JPY"), "decimals");
  assert.equal(minorUnits("1.005", "PLN"), "decimals");
  for (const text of ["", "1,50", "-3", "1e3", "free", ".5"]) {
    assert.equal(minorUnits(text, "PLN"), undefined, text);
  }
});

test("what is printed is read back", () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom("PLN", "JPY", "KWD"), (amount, currency) => {
      const [figures = ""] = printMoney(amount, currency).split(" ");
      assert.equal(minorUnits(figures, currency), amount);
    }),
    { numRuns: 200 },
  );
});

test("sums below nothing and beyond measure are printed in full", () => {
  assert.equal(printMoney(-5, "PLN"), "-0.05 PLN");
  assert.equal(printMoney(-18_500, "PLN"), "-185.00 PLN");
  assert.equal(printMoney(-7, "JPY"), "-7 JPY");
  assert.equal(printMoney(1e21, "PLN"), "10000000000000000000.00 PLN");
});
