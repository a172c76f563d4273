import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { AttemptState } from "../charge.ts";
import type { ProviderAnswer } from "../provider.ts";
import { decideRecordOutcome } from "./decideRecordOutcome.ts";

const at = Temporal.Instant.from("2026-06-01T10:00:00Z");
const charge = { no: 1, purpose: "claim_fee", subjectNo: 4, amountMinor: 11_900, currency: "PLN" } as const;
const about = { purpose: "claim_fee", subjectNo: 4, chargeNo: 1, attemptNo: 2 };
const amount = { amount: 11_900, currency: "PLN" };

const decide = (outcome: ProviderAnswer["outcome"], state: AttemptState, asks = 0) =>
  decideRecordOutcome(
    { outcome, reason: "no_money" },
    { at, charge, attempt: { no: 2, state, asks }, provider: "test" },
  );

test("money taken: the try succeeds, the charge is captured, nobody asks again", () => {
  for (const before of ["pending", "unknown"] as const) {
    deepEqual(decide("succeeded", before), {
      state: "succeeded",
      captures: true,
      askAgainAt: undefined,
      events: [{ type: "ChargeCaptured", ...about, amount, provider: "test" }],
    });
  }
});

test("money refused: the try fails with its reason and the charge stays open", () => {
  deepEqual(decide("failed", "unknown"), {
    state: "failed",
    captures: false,
    askAgainAt: undefined,
    events: [{ type: "PaymentFailed", ...about, reason: "no_money" }],
  });
});

test("a lost answer is told once, and asked about again ever later", () => {
  const first = decide("unknown", "pending");
  equal(first?.state, "unknown");
  deepEqual(first?.events, [{ type: "PaymentUnknown", ...about }]);
  const again = decide("unknown", "unknown", 1);
  deepEqual(again?.events, []);
  const minutes = [0, 1, 2, 3, 4, 5, 50].map((asks) =>
    decide("unknown", "unknown", asks)?.askAgainAt?.since(at).total("minutes"),
  );
  deepEqual(minutes, [1, 2, 5, 15, 30, 60, 60]);
});

test("pending is no news; what was unknown stays unknown until the provider is sure", () => {
  equal(decide("pending", "pending")?.state, "pending");
  deepEqual(decide("pending", "pending")?.events, []);
  equal(decide("pending", "unknown")?.state, "unknown");
});

test("an answer that comes after the end changes nothing", () => {
  for (const outcome of ["succeeded", "failed", "pending", "unknown"] as const) {
    equal(decide(outcome, "succeeded"), undefined);
    equal(decide(outcome, "failed"), undefined);
  }
});
