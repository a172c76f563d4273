import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { SAMPLE_SELLER } from "../../platform/index.ts";
import type { VatNumber } from "../vatNumbers/index.ts";
import { type OrderTax, orderTax, taxedPrice } from "./orderTax.ts";
import { type TaxedPart, taxSums } from "./taxSums.ts";
import { taxWords } from "./taxWords.ts";

const at = Temporal.Instant.from("2026-11-21T10:00:00Z");
const validFrom = Temporal.PlainDate.from("2025-01-01");
const rateOf = (country: string, rateBasisPoints: number, more: object = {}) => ({
  ...{ country, kind: "vat" as const, rateBasisPoints, isCharged: true, validFrom },
  ...more,
});
const proved = (country: string): VatNumber => ({
  ...{ vatId: `${country}1`, numberId: "n", country, nameTold: null, registeredAs: null, missed: 0 },
  ...{ state: "valid", provedAt: at.subtract({ hours: 24 }), askedAt: at, proof: "W1" },
});
const decide = (country: string, more: Partial<Parameters<typeof orderTax>[0]> = {}) =>
  orderTax({ at, seller: SAMPLE_SELLER, country, rate: undefined, vatNumber: undefined, ...more });
const price = { net: { amount: 3598, currency: "EUR" }, gross: { amount: 4425, currency: "EUR" } };

/** The country, whose number was proved, and how the order is taxed by a seller in Estonia. */
const TABLE: readonly (readonly [country: string, proof: string | undefined, treatment: string])[] = [
  ["PL", undefined, "charged"],
  ["PL", "PL", "reverse_charge"],
  ["PL", "DE", "charged"],
  ["GR", "GR", "reverse_charge"],
  ["EE", "EE", "charged"],
  ["GB", "GB", "charged"],
  ["CH", "CH", "charged"],
  ["NO", "NO", "charged"],
  ["US", undefined, "charged"],
];
for (const [country, proof, treatment] of TABLE) {
  test(`${country}, proof of ${proof ?? "nothing"}: ${treatment}`, () => {
    const vatNumber = proof === undefined ? undefined : proved(proof);
    equal(decide(country, { vatNumber }).treatment, treatment);
  });
}

test("only a proof that is young enough counts, and only for a seller with a number of its own", () => {
  const vatNumber = proved("PL");
  equal(decide("PL", { vatNumber: { ...vatNumber, state: "not_valid" } }).treatment, "charged");
  equal(
    decide("PL", { vatNumber: { ...vatNumber, state: "unproved", provedAt: null } }).treatment,
    "charged",
  );
  const old = { ...vatNumber, provedAt: at.subtract({ hours: 121 * 24 }) };
  equal(decide("PL", { vatNumber: old }).treatment, "charged");
  equal(decide("PL", { vatNumber, seller: undefined }).treatment, "charged");
  equal(decide("PL", { vatNumber, seller: { ...SAMPLE_SELLER, vatId: undefined } }).treatment, "charged");
  equal(decide("PL", { vatNumber, seller: { ...SAMPLE_SELLER, country: "US" } }).treatment, "charged");
});

test("under reverse charge the net price is what is paid; a sales tax is charged where it is on", () => {
  const rate = rateOf("PL", 2300);
  deepEqual(taxedPrice(price, decide("PL", { rate, vatNumber: proved("PL") })), {
    net: price.net,
    gross: price.net,
    ...{ taxKind: "none", taxRateBasisPoints: 0 },
  });
  const off = rateOf("US", 800, { kind: "sales_tax", isCharged: false });
  equal(taxedPrice(price, decide("US", { rate: off })).net.amount, 4425);
  const on = taxedPrice(price, decide("US", { rate: { ...off, isCharged: true } }));
  deepEqual([on.taxKind, on.gross.amount - on.net.amount], ["sales_tax", 4425 - 4097]);
});

test("no cent is lost: pieces come to lines, lines to sums, whatever prices, counts and rates", () => {
  const line = fc.record({
    gross: fc.integer({ min: 0, max: 10_000_000 }),
    quantity: fc.integer({ min: 1, max: 1_000 }),
    basisPoints: fc.constantFrom(0, 500, 850, 1_900, 2_300, 2_550),
    isTheirs: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
      const parts = lines.map(({ gross, quantity, basisPoints, isTheirs }): TaxedPart => {
        const tax: OrderTax = {
          treatment: isTheirs ? "reverse_charge" : "charged",
          ...{ rate: rateOf("PL", basisPoints), vatProof: null },
        };
        const listed = { amount: gross, currency: "EUR" };
        const unit = taxedPrice({ net: listed, gross: listed }, tax);
        equal(unit.gross.amount, isTheirs ? unit.net.amount : gross);
        return {
          netMinor: unit.net.amount * quantity,
          grossMinor: unit.gross.amount * quantity,
          ...{ taxKind: unit.taxKind, taxRateBasisPoints: unit.taxRateBasisPoints },
        };
      });
      const total = (of: "netMinor" | "grossMinor") => parts.reduce((sum, part) => sum + part[of], 0);
      const sums = taxSums(parts, "PL");
      const net = sums.reduce((sum, { netMinor }) => sum + netMinor, 0);
      const tax = sums.reduce((sum, { taxMinor }) => sum + taxMinor, 0);
      deepEqual([net, net + tax], [total("netMinor"), total("grossMinor")]);
      equal(new Set(sums.map(({ kind, rateBasisPoints }) => `${kind} ${rateBasisPoints}`)).size, sums.length);
    }),
  );
});

test("a tax is named with its rate and country", () => {
  const words = (rateBasisPoints: number | null) => taxWords({ kind: "vat", rateBasisPoints, country: "FI" });
  deepEqual(
    [words(2550), words(2400), words(805), words(null)],
    ["VAT 25.5 %, FI", "VAT 24 %, FI", "VAT 8.05 %, FI", "VAT"],
  );
});
