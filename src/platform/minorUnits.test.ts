import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decimalsOf, readMinorUnits } from "./minorUnits.ts";

const CASES: readonly (readonly [string, string, number | undefined])[] = [
  ["44.25", "EUR", 4_425],
  ["44.2", "EUR", 4_420],
  ["44", "EUR", 4_400],
  ["0", "EUR", 0],
  ["4425", "JPY", 4_425],
  ["44.256", "KWD", 44_256],
  ["44.256", "EUR", undefined],
  ["44.2", "JPY", undefined],
  ["44,25", "EUR", undefined],
  ["1 000", "EUR", undefined],
  ["-1", "EUR", undefined],
  ["1e3", "EUR", undefined],
  ["", "EUR", undefined],
  [".5", "EUR", undefined],
  ["1", "ABC", undefined],
];

test("amounts are read to the cent, or not at all", () => {
  for (const [text, currency, minor] of CASES) {
    assert.equal(readMinorUnits(text, currency), minor, `${text} ${currency}`);
  }
});

test("what is written in full is read back", () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.constantFrom("EUR", "JPY", "KWD"), (minor, currency) => {
      const places = decimalsOf(currency) ?? 0;
      const digits = String(minor).padStart(places + 1, "0");
      const whole = digits.slice(0, digits.length - places);
      const text = places === 0 ? digits : `${whole}.${digits.slice(-places)}`;
      assert.equal(readMinorUnits(text, currency), minor);
    }),
  );
});
