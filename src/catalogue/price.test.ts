import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { currenciesOf, type Price, priceList, tierFor } from "./price.ts";

const now = Temporal.Instant.from("2026-06-01T00:00:00Z");
const day = (offset: number): Temporal.Instant => now.add({ hours: 24 * offset });

const price: fc.Arbitrary<Price> = fc
  .record({
    currency: fc.constantFrom("EUR", "PLN"),
    minQuantity: fc.integer({ min: 1, max: 20 }),
    netMinor: fc.integer({ min: 0, max: 1_000_000 }),
    tax: fc.integer({ min: 0, max: 300_000 }),
    from: fc.integer({ min: -3, max: 3 }),
  })
  .map(({ netMinor, tax, from, ...row }) => ({
    ...row,
    netMinor,
    grossMinor: netMinor + tax,
    validFrom: day(from),
  }));
/** As the table's key has it: one price for each currency, quantity and start. */
const prices = fc.uniqueArray(price, {
  maxLength: 25,
  selector: ({ currency, minQuantity, validFrom }) => `${currency} ${minQuantity} ${validFrom}`,
});

test("the price of an order is that of the highest tier it reaches in the newest list in force", () => {
  fc.assert(
    fc.property(prices, fc.integer({ min: 1, max: 25 }), (rows, quantity) => {
      const known = rows.filter(
        ({ currency, validFrom }) =>
          currency === "EUR" && validFrom.epochMilliseconds <= now.epochMilliseconds,
      );
      const newest = Math.max(...known.map(({ validFrom }) => validFrom.epochMilliseconds));
      const reached = known.filter(
        ({ validFrom, minQuantity }) => validFrom.epochMilliseconds === newest && minQuantity <= quantity,
      );
      const best = Math.max(...reached.map(({ minQuantity }) => minQuantity));
      const expected = reached.find(({ minQuantity }) => minQuantity === best);
      const found = tierFor(priceList(rows, "EUR", now), quantity);
      equal(found?.minQuantity, expected?.minQuantity);
      equal(found?.net.amount, expected?.netMinor);
      equal(found?.gross.amount, expected?.grossMinor);
    }),
  );
});

test("a list is the same in whatever order its rows come", () => {
  fc.assert(
    fc.property(prices, (rows) =>
      deepEqual(priceList(rows.toReversed(), "EUR", now), priceList(rows, "EUR", now)),
    ),
  );
});

test("a newer list replaces the older one whole: a tier it leaves out is gone", () => {
  const row = (minQuantity: number, grossMinor: number, from: number): Price => ({
    ...{ currency: "EUR", minQuantity, netMinor: grossMinor, grossMinor },
    validFrom: day(from),
  });
  const rows = [row(1, 100, -2), row(10, 90, -2), row(1, 95, -1), row(1, 80, 1)];
  equal(tierFor(priceList(rows, "EUR", now), 10)?.gross.amount, 95);
  equal(tierFor(priceList(rows, "EUR", day(-2)), 10)?.gross.amount, 90);
  equal(tierFor(priceList(rows, "EUR", day(1)), 10)?.gross.amount, 80);
  equal(tierFor(priceList(rows, "EUR", day(-3)), 10), undefined);
  deepEqual(currenciesOf(rows), ["EUR"]);
});
