import type { HoldFacts } from "../../src/money/holds/hold.ts";

/** The end of the time for the old device. */
export const DUE = Temporal.Instant.from("2026-09-20T10:00:00Z");
/** A day after it. */
export const NOTICED = DUE.add({ hours: 24 });

/** What is known of a hold of 100.00 that stands on a card until November; its time is over now. */
export function askedHold(more: Partial<HoldFacts> = {}): HoldFacts {
  const askedAt = Temporal.Instant.from("2026-09-01T10:00:00Z");
  return {
    at: DUE,
    amountMinor: 10_000,
    state: "placed",
    neededAt: askedAt,
    dueAt: DUE,
    remindAt: null,
    remindedAt: null,
    noticedAt: null,
    answer: "awaited",
    lateAnswer: "capture",
    captureMinor: null,
    needsPerson: false,
    ending: null,
    attention: null,
    authorisations: [
      {
        ...{ no: 1, method: "test_success", amountMinor: 10_000, state: "placed", leaving: null, askedAt },
        captureBefore: Temporal.Instant.from("2026-11-01T10:00:00Z"),
        failedAt: null,
      },
    ],
    ...more,
  };
}
