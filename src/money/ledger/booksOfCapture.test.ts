import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type TaxKind, taxWithin } from "../../catalogue/index.ts";
import { booksOfCapture } from "./booksOfCapture.ts";
import { type ChargeLine, sumOfLines } from "./chargeLine.ts";
import { piecesOf } from "./piecesOf.ts";

/**
 * Currencies without a minor unit, with two decimals, and with three: amounts are whole minor units of
 * each.
 */
const currency = fc.constantFrom("JPY", "EUR", "TND");
const amount = fc.integer({ min: 0, max: 1_000_000_000 });
const line: fc.Arbitrary<ChargeLine> = fc
  .record({
    sold: fc.constantFrom("care-1y", "care-2y", "fee", "goods", "delivery"),
    region: fc.constantFrom("EU", "US"),
    quantity: fc.integer({ min: 1, max: 1_000 }),
    netMinor: amount,
    taxMinor: amount,
  })
  .map(({ sold, ...one }) => ({
    ...one,
    ...(sold === "fee" || sold === "goods" || sold === "delivery"
      ? ({ plan: null, kind: sold, programme: sold === "fee" ? "care" : "goods" } as const)
      : ({ plan: sold, kind: "plan", programme: "care" } as const)),
    taxKind: (one.taxMinor === 0 ? "none" : "vat") satisfies TaxKind,
  }));
const lines = fc.array(line, { minLength: 1, maxLength: 15 });

test("an amount in pieces comes to itself again, and they differ by one minor unit at the most", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      fc.integer({ min: 1, max: 1_000 }),
      (all, n) => {
        const pieces = piecesOf(all, n);
        equal(pieces.length, n);
        equal(
          pieces.reduce((sum, piece) => sum + BigInt(piece), 0n),
          BigInt(all),
        );
        equal(Math.max(...pieces) - Math.min(...pieces) <= 1, true);
      },
    ),
  );
});

test("what is posted is the charge, what is sold is its plans, to the minor unit, in every currency", () => {
  fc.assert(
    fc.property(lines, currency, (all, code) => {
      const { postings, sales, goods } = booksOfCapture(all, {
        rootId: "root",
        ...{ chargeNo: 3, currency: code },
        into: { kind: "clearing", party: "test" },
      });
      equal(
        postings.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
        sumOfLines(all),
      );
      const inAccount = (kind: string) =>
        postings.filter(({ credit }) => credit.kind === kind).reduce((sum, one) => sum + one.amountMinor, 0);
      const netOf = (kind: string) =>
        all.filter((one) => one.kind === kind).reduce((sum, { netMinor }) => sum + netMinor, 0);
      equal(inAccount("deferred_revenue"), netOf("plan"));
      equal(inAccount("fee_income"), netOf("fee"));
      equal(inAccount("undelivered_goods"), netOf("goods") + netOf("delivery"));
      deepEqual(
        goods.map(({ lineNo, kind, netMinor, taxMinor }) => [lineNo, kind, netMinor, taxMinor]),
        all.flatMap(({ kind, netMinor, taxMinor }, index) =>
          kind === "goods" || kind === "delivery" ? [[index + 1, kind, netMinor, taxMinor]] : [],
        ),
      );
      for (const [index, { netMinor, taxMinor, quantity, plan }] of all.entries()) {
        const own = sales.filter(({ lineNo }) => lineNo === index + 1);
        equal(own.length, plan === null ? 0 : quantity);
        if (plan !== null) {
          deepEqual(
            [sumOfLines(own), own.reduce((sum, sale) => sum + sale.taxMinor, 0)],
            [netMinor + taxMinor, taxMinor],
          );
        }
      }
      deepEqual(
        sales.map(({ lineNo }) => lineNo),
        sales.map(({ lineNo }) => lineNo).toSorted((a, b) => a - b),
      );
      const currencies = postings.flatMap(({ debit, credit }) => [debit.currency, credit.currency]);
      equal(
        currencies.every((one) => one === code),
        true,
      );
    }),
    { numRuns: 60 },
  );
});

test("tax taken out of an amount is exact to the minor unit, and with the net it is the amount", () => {
  const rates = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), rates, (gross, rateBasisPoints) => {
      const rate = {
        ...({ country: "XX", kind: "vat", rateBasisPoints, isCharged: true } as const),
        validFrom: Temporal.PlainDate.from("2000-01-01"),
      };
      const { netMinor, taxMinor, taxKind } = taxWithin(gross, rate);
      equal(netMinor + taxMinor, gross);
      equal(taxKind === "none", taxMinor === 0);
      // No other net amount is nearer to the exact one.
      const whole = 10_000n + BigInt(rateBasisPoints);
      const off = BigInt(netMinor) * whole - BigInt(gross) * 10_000n;
      equal(2n * (off < 0n ? -off : off) <= whole, true);
      deepEqual(taxWithin(gross, { ...rate, isCharged: false }), {
        netMinor: gross,
        taxMinor: 0,
        taxKind: "none",
      });
    }),
  );
});
