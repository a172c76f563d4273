import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { priceIn } from "./priceIn.ts";
import type { TaxRate } from "./taxRate.ts";

const rate = (country: string, rateBasisPoints: number, more: Partial<TaxRate> = {}): TaxRate => ({
  ...{ country, rateBasisPoints, kind: "vat", isCharged: true },
  validFrom: Temporal.PlainDate.from("2024-01-01"),
  ...more,
});
const printed = { net: { amount: 3_627, currency: "EUR" }, gross: { amount: 4_425, currency: "EUR" } };

const countries: readonly [string, TaxRate | undefined, number, string, number | null][] = [
  ["Poland, 23 %", rate("PL", 2_300), 3_598, "vat", 2_300],
  ["Germany, 19 %", rate("DE", 1_900), 3_718, "vat", 1_900],
  ["Luxembourg, 17 %", rate("LU", 1_700), 3_782, "vat", 1_700],
  ["a country where prices are without it", rate("US", 500, { isCharged: false }), 4_425, "none", 0],
  ["a country without any", rate("HK", 0), 4_425, "none", 0],
  ["a country that is not in the table", undefined, 3_627, "other", null],
];

describe("the price of a buyer's country", () => {
  for (const [name, of, net, kind, basisPoints] of countries) {
    it(`${name}: the gross amount stays, the net amount is what remains`, () => {
      assert.deepEqual(priceIn(printed, of), {
        ...{ net: { amount: net, currency: "EUR" }, gross: printed.gross },
        ...{ taxKind: kind, taxRateBasisPoints: basisPoints },
      });
    });
  }

  it("is never more than half a minor unit from the rate, and never below nothing", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.integer({ min: 0, max: 10_000 }),
        (gross, basis) => {
          const amount = { amount: gross, currency: "EUR" };
          const { net, taxKind } = priceIn({ net: amount, gross: amount }, rate("XX", basis));
          const tax = gross - net.amount;
          assert.ok(tax >= 0 && net.amount >= 0);
          assert.equal(taxKind === "none", tax === 0);
          const exact = (BigInt(gross) * BigInt(basis) * 2n) / (10_000n + BigInt(basis));
          const off = BigInt(tax) * 2n - exact;
          assert.ok(off >= -1n && off <= 2n, `${gross} at ${basis}: ${tax}`);
        },
      ),
    );
  });
});
