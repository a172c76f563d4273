import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { currenciesOf, type Price, priceListOf, priceOf } from "./price.ts";

const now = Temporal.Instant.from("2026-06-01T00:00:00Z");
const day = (offset: number): Temporal.Instant => now.add({ hours: 24 * offset });

const price: fc.Arbitrary<Price> = fc
  .record({
    customerGroup: fc.constantFrom("retail", "wholesale"),
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
/** As the table's key has it: one price for each group, currency, quantity and start. */
const prices = fc.uniqueArray(price, {
  maxLength: 40,
  selector: (row) => `${row.customerGroup} ${row.currency} ${row.minQuantity} ${row.validFrom}`,
});

test("the price of an order is that of the highest tier it reaches in the newest list of its group", () => {
  fc.assert(
    fc.property(prices, fc.integer({ min: 1, max: 25 }), (rows, quantity) => {
      const inForce = rows.filter(
        ({ currency, validFrom }) =>
          currency === "EUR" && validFrom.epochMilliseconds <= now.epochMilliseconds,
      );
      const own = inForce.filter(({ customerGroup }) => customerGroup === "wholesale");
      const known = own.length > 0 ? own : inForce.filter(({ customerGroup }) => customerGroup === "retail");
      const newest = Math.max(...known.map(({ validFrom }) => validFrom.epochMilliseconds));
      const reached = known.filter(
        ({ validFrom, minQuantity }) => validFrom.epochMilliseconds === newest && minQuantity <= quantity,
      );
      const best = Math.max(...reached.map(({ minQuantity }) => minQuantity));
      const expected = reached.find(({ minQuantity }) => minQuantity === best);
      const asked = { groups: ["wholesale", "retail"], currency: "EUR", quantity, at: now };
      const found = priceOf(rows, asked);
      equal(found?.minQuantity, expected?.minQuantity);
      equal(found?.net.amount, expected?.netMinor);
      equal(found?.gross.amount, expected?.grossMinor);
    }),
  );
});

test("a list is the same in whatever order its rows come", () => {
  const asked = { groups: ["wholesale", "retail"], currency: "EUR", at: now };
  fc.assert(
    fc.property(prices, (rows) => deepEqual(priceListOf(rows.toReversed(), asked), priceListOf(rows, asked))),
  );
});

const row = (
  customerGroup: string,
  currency: string,
  minQuantity: number,
  grossMinor: number | null,
  from: number,
): Price => ({
  ...{ customerGroup, currency, minQuantity, grossMinor, netMinor: grossMinor },
  validFrom: day(from),
});

/**
 * Retail has a list for each day; wholesale begins in euro two days ago, loses a tier yesterday, ends
 * tomorrow and begins again in three days. The hut has zloty alone.
 */
const ROWS = [
  ...[row("retail", "EUR", 1, 100, -5), row("retail", "EUR", 10, 90, -5), row("retail", "EUR", 1, 110, 2)],
  row("retail", "USD", 1, 120, 1),
  ...[row("wholesale", "EUR", 1, 80, -2), row("wholesale", "EUR", 10, 70, -2)],
  ...[row("wholesale", "EUR", 1, 75, -1), row("wholesale", "EUR", 1, null, 1)],
  ...[row("wholesale", "EUR", 20, 60, 3), row("hut", "PLN", 1, 300, -1)],
];
const CHAINS: Readonly<Record<string, readonly string[]>> = {
  retail: ["retail"],
  wholesale: ["wholesale", "retail"],
  hut: ["hut", "wholesale", "retail"],
};

/** Who buys, in which currency, how many, on which day from now; and the price of a piece. */
const CASES: readonly (readonly [string, string, number, number, number | undefined, string])[] = [
  ["retail", "EUR", 1, 0, 100, "everybody's"],
  ["retail", "EUR", 10, 0, 90, "the tier that is reached"],
  ["retail", "EUR", 10, 2, 110, "a newer list without the tier"],
  ["retail", "USD", 1, 0, undefined, "a list that begins tomorrow"],
  ["retail", "USD", 1, 1, 120, "on its first day"],
  ["retail", "EUR", 1, -6, undefined, "before there was any"],
  ["wholesale", "EUR", 10, -3, 90, "before the group had a list"],
  ["wholesale", "EUR", 10, -2, 70, "the group's own"],
  ["wholesale", "EUR", 10, 0, 75, "a tier that is gone is gone, though retail has one"],
  ["wholesale", "EUR", 10, 1, 90, "a group list that ended: what the group is based on"],
  ["wholesale", "EUR", 20, 3, 60, "a list after the end"],
  ["wholesale", "EUR", 19, 3, undefined, "too few for the group's list: no other list is asked"],
  ["wholesale", "USD", 1, 1, 120, "no own list in this currency"],
  ["hut", "EUR", 1, 0, 75, "what its base pays"],
  ["hut", "PLN", 1, 0, 300, "its own currency"],
  ["wholesale", "PLN", 1, 0, undefined, "nobody's but the hut's"],
];

test("whose list counts when", () => {
  for (const [who, currency, quantity, offset, expected, says] of CASES) {
    const groups = CHAINS[who] ?? [];
    const found = priceOf(ROWS, { groups, currency, quantity, at: day(offset) });
    equal(found?.gross.amount, expected, says);
  }
  deepEqual(currenciesOf(ROWS), ["EUR", "USD", "PLN"]);
});
