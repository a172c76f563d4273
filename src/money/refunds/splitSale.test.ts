import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { leftOf, type SaleAmounts, splitSale } from "./splitSale.ts";

const sales = fc
  .record({
    netMinor: fc.integer({ min: 0, max: 1_000_000 }),
    taxMinor: fc.integer({ min: 0, max: 250_000 }),
    earned: fc.double({ min: 0, max: 1, noNaN: true }),
    back: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ netMinor, taxMinor, earned, back }): SaleAmounts & { wanted: number } => {
    const earnedMinor = Math.floor(netMinor * earned);
    const sale = { netMinor, taxMinor, earnedMinor, deferredMinor: netMinor - earnedMinor };
    return {
      ...sale,
      ...{ refundedMinor: 0, refundedTaxMinor: 0, wanted: Math.floor((netMinor + taxMinor) * back) },
    };
  });

test("what was paid is deferred, earned and paid back to the last unit, whatever comes back", () => {
  fc.assert(
    fc.property(sales, ({ wanted, ...sale }) => {
      const split = splitSale(sale, wanted);
      ok(split !== undefined);
      const { netMinor, taxMinor, fromDeferred, fromEarned, earnedNow } = split;
      equal(netMinor + taxMinor, wanted);
      ok(netMinor >= 0 && taxMinor >= 0 && fromDeferred >= 0 && fromEarned >= 0 && earnedNow >= 0);
      ok(netMinor <= sale.netMinor && taxMinor <= sale.taxMinor);
      const earned = sale.earnedMinor + earnedNow - fromEarned;
      equal(sale.deferredMinor - fromDeferred - earnedNow, 0, "nothing stays deferred");
      equal(earned + netMinor, sale.netMinor);
    }),
    { numRuns: 2_000 },
  );
});

test("in two parts, tax comes back as in one", () => {
  fc.assert(
    fc.property(sales, fc.double({ min: 0, max: 1, noNaN: true }), ({ wanted, ...sale }, share) => {
      const first = splitSale(sale, Math.floor(wanted * share));
      ok(first !== undefined);
      const after = {
        ...sale,
        ...{ deferredMinor: 0, earnedMinor: sale.netMinor - first.netMinor },
        ...{ refundedMinor: first.netMinor, refundedTaxMinor: first.taxMinor },
      };
      const second = splitSale(after, wanted - first.netMinor - first.taxMinor);
      equal(first.taxMinor + (second?.taxMinor ?? 0), splitSale(sale, wanted)?.taxMinor);
    }),
  );
});

test("all of it comes back whole, and not a unit more", () => {
  const sale = {
    netMinor: 3627,
    taxMinor: 798,
    deferredMinor: 1000,
    earnedMinor: 2627,
    refundedMinor: 0,
    refundedTaxMinor: 0,
  };
  equal(leftOf(sale), 4425);
  deepEqual(splitSale(sale, 4425), {
    ...{ netMinor: 3627, taxMinor: 798, fromDeferred: 1000, fromEarned: 2627, earnedNow: 0 },
  });
  equal(splitSale(sale, 4426), undefined);
  equal(splitSale(sale, -1), undefined);
});
