import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { reportLine } from "../../../test/support/reportLine.ts";
import { compareFee, expectedFee } from "./compareFee.ts";
import type { OurRow } from "./comparison.ts";

const row: OurRow = {
  ...{ key: "k", entry: "payment", reference: "a", amountMinor: 500, currency: "EUR", state: "done" },
  ...{ at: Temporal.Instant.from("2026-06-12T12:00:00Z"), programme: "care", region: "EU", feeMinor: 0 },
};
const tariffs = [{ currency: "EUR", basisPoints: 140, fixedMinor: 25 }];

test("a payment costs its share and its part, a dispute what we booked, all else nothing", () => {
  for (const [says, line, booked, cause] of [
    ["1.4 % of 5.00 and 0.25", { feeMinor: 32 }, 0, undefined],
    ["a cent more", { feeMinor: 33 }, 0, "fee_differs"],
    ["a cent less", { feeMinor: 31 }, 0, "fee_differs"],
    ["nothing agreed in its currency", { currency: "PLN", feeMinor: 1 }, 0, "fee_unexpected"],
    ["nothing agreed, nothing kept", { currency: "PLN" }, 0, undefined],
    ["a refund", { entry: "refund", feeMinor: 1 }, 0, "fee_unexpected"],
    ["a dispute as we booked it", { entry: "dispute", feeMinor: 1_500 }, 1_500, undefined],
    ["a dispute for another fee", { entry: "dispute", feeMinor: 1_501 }, 1_500, "fee_differs"],
    ["a dispute whose fee nobody knows yet", { entry: "dispute", feeMinor: 1_500 }, null, undefined],
  ] as const) {
    equal(compareFee(reportLine(line), { ...row, feeMinor: booked }, tariffs)?.cause, cause, says);
  }
});

test("the share rounds half away from nothing, in whole units, for every sum", () => {
  const share = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(fc.nat({ max: 100_000_000 }), share, (amountMinor, basisPoints) => {
      const line = reportLine({ amountMinor });
      const fee = expectedFee(line, row, [{ currency: "EUR", basisPoints, fixedMinor: 0 }]) ?? -1;
      const exact = BigInt(amountMinor) * BigInt(basisPoints);
      deepEqual(BigInt(fee), (exact * 2n + 10_000n) / 20_000n);
    }),
  );
});
