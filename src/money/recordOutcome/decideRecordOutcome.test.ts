import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { ProviderAnswer } from "../provider.ts";
import { decideRecordOutcome } from "./decideRecordOutcome.ts";

const at = Temporal.Instant.from("2026-06-01T10:00:00Z");
const about = { purpose: "claim_fee", subjectNo: 4, chargeNo: 1, attemptNo: 2 } as const;
const amount = { amount: 11_900, currency: "PLN" };

const open = {
  ...about,
  ...{ amountMinor: 11_900, currency: "PLN", provider: "test", at },
  ...{ startedAt: at, answeredAt: null },
} as const;

const answers: Readonly<Record<ProviderAnswer["outcome"], ProviderAnswer>> = {
  succeeded: { outcome: "succeeded", providerRef: "ref_1" },
  failed: { outcome: "failed", reason: "no_money" },
  pending: { outcome: "pending" },
  unknown: { outcome: "unknown" },
};

const decide = (outcome: ProviderAnswer["outcome"], state: "pending" | "unknown", asks = 0) =>
  decideRecordOutcome(answers[outcome], { ...open, state, asks });

test("money taken: the try succeeds, the charge is captured, nobody asks again", () => {
  for (const before of ["pending", "unknown"] as const) {
    deepEqual(decide("succeeded", before), {
      state: "succeeded",
      askAgainAt: undefined,
      events: [{ type: "ChargeCaptured", ...about, amount, provider: "test" }],
    });
  }
});

test("money refused: the try fails with its reason and the charge stays open", () => {
  deepEqual(decide("failed", "unknown"), {
    state: "failed",
    askAgainAt: undefined,
    events: [{ type: "PaymentFailed", ...about, reason: "no_money" }],
  });
});

test("a lost answer is told once, and asked about again ever later", () => {
  const first = decide("unknown", "pending");
  equal(first.state, "unknown");
  deepEqual(first.events, [{ type: "PaymentUnknown", ...about }]);
  const again = decide("unknown", "unknown", 1);
  deepEqual(again.events, []);
  const minutes = [0, 1, 2, 3, 4, 5, 50].map((asks) =>
    decide("unknown", "unknown", asks).askAgainAt?.since(at).total("minutes"),
  );
  deepEqual(minutes, [1, 2, 5, 15, 30, 60, 60]);
});

test("pending is no news; what was unknown stays unknown until the provider is sure", () => {
  equal(decide("pending", "pending").state, "pending");
  deepEqual(decide("pending", "pending").events, []);
  equal(decide("pending", "unknown").state, "unknown");
});

test("a try that is open after a day is told for a person to look at, once", () => {
  const day = at.add({ hours: 24 });
  const told = (now: Temporal.Instant, answeredAt: Temporal.Instant | null) =>
    decideRecordOutcome(
      { outcome: "unknown" },
      { ...open, state: "unknown", asks: 30, at: now, answeredAt },
    ).events.map(({ type }) => type);
  deepEqual(told(day.subtract({ seconds: 1 }), at), []);
  deepEqual(told(day, day.subtract({ hours: 1 })), ["PaymentUnresolved"]);
  deepEqual(told(day.add({ hours: 5 }), null), ["PaymentUnresolved"]);
  deepEqual(told(day.add({ hours: 1 }), day), []);
});
