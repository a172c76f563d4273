import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { shuffled, sorted } from "../../../test/support/anySides.ts";
import { reportLine } from "../../../test/support/reportLine.ts";
import { type CarrierTariff, matchParcels } from "./matchParcels.ts";

const at = Temporal.Instant.from("2026-06-12T12:00:00Z");
const parcels = ["T1", "T2"].map((tracking) => ({ tracking, at, programme: "care", region: "EU" }));
const bill = reportLine({ entry: "parcel", reference: "T1", amountMinor: 500, weightGrams: 900 });
const bands = [
  { upToGrams: 2_000, priceMinor: 900 },
  { upToGrams: 1_000, priceMinor: 500 },
];
const tariff: CarrierTariff = { currency: "EUR", parcelGrams: 2_000, bands };

test("each thing a carrier may bill wrongly has its cause, the first that holds", () => {
  for (const [says, lines, causes] of [
    ["as agreed", [bill], []],
    ["up to the band's last gram", [{ ...bill, weightGrams: 1_000 }], []],
    ["a gram above it", [{ ...bill, weightGrams: 1_001 }], ["parcel_price_differs"]],
    ["the heaviest there is", [{ ...bill, weightGrams: 2_000, amountMinor: 900 }], []],
    ["a gram above that", [{ ...bill, weightGrams: 2_001, amountMinor: 900 }], ["parcel_weight_differs"]],
    ["no weight counts as the heaviest", [{ ...bill, weightGrams: null }], ["parcel_price_differs"]],
    ["a currency nothing was agreed in", [{ ...bill, currency: "PLN", amountMinor: 1 }], []],
    ["never shipped", [{ ...bill, reference: "T9" }], ["parcel_never_shipped"]],
    ["twice", [bill, { ...bill, lineId: "l2" }], ["parcel_billed_twice"]],
  ] as const) {
    const { findings } = matchParcels(lines, parcels, [tariff]);
    deepEqual(
      findings.map(({ cause }) => cause),
      causes,
      says,
    );
  }
  equal(matchParcels([{ ...bill, amountMinor: 1 }], parcels, []).right.length, 1, "nothing was agreed");
});

test("each line is right or different, once; a parcel is right once; order does not matter", () => {
  const anyBill = fc.record({
    reference: fc.constantFrom("T1", "T2", "T3"),
    amountMinor: fc.constantFrom(500, 900),
    weightGrams: fc.option(fc.constantFrom(900, 1_500, 3_000)),
    hours: fc.nat({ max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(anyBill, { maxLength: 6 }), fc.nat({ max: 999 }), (bills, seed) => {
      const lines = bills.map(({ hours, ...one }, no) =>
        reportLine({ ...one, entry: "parcel", lineId: `l${no}`, at: at.add({ hours }) }),
      );
      const { right, findings } = matchParcels(lines, parcels, [tariff]);
      const placed = [
        ...right.map(({ line }) => line.lineId),
        ...findings.map(({ lineId }) => String(lineId)),
      ];
      deepEqual(placed.toSorted(), lines.map(({ lineId }) => lineId).toSorted());
      equal(new Set(right.map(({ parcel }) => parcel)).size, right.length);
      deepEqual(sorted(matchParcels(shuffled(lines, seed), parcels, [tariff]).findings), sorted(findings));
    }),
    { numRuns: 1_000 },
  );
});
