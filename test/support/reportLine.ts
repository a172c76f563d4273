import type { TheirLine } from "../../src/money/reconciliation/comparison.ts";

/** A line of a report, as pure code is handed it; `more` says what it is about. */
export function reportLine(more: Partial<TheirLine>): TheirLine {
  return {
    ...{ lineId: "l1", entry: "payment", theirId: "x", reference: "a", ourKey: null, ofReference: null },
    ...{ programme: null, amountMinor: 500, feeMinor: 0, currency: "EUR" },
    at: Temporal.Instant.from("2026-06-12T12:00:00Z"),
    ...{ weightGrams: null, quantity: null, isPosted: false, isSent: true },
    ...more,
  };
}
