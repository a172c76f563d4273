import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { AttemptState, ChargeState } from "../charge.ts";
import { decideStartPayment } from "./decideStartPayment.ts";

const attempt = (state: AttemptState) => ({
  no: 1,
  method: "test_success",
  state,
  reason: null,
  nextUrl: null,
  answered: true,
});

const cases: readonly [string, ChargeState, AttemptState | null, string | undefined][] = [
  ["nothing was tried yet", "open", null, undefined],
  ["the last try failed", "open", "failed", undefined],
  ["a try is on its way", "open", "pending", "payment_underway"],
  ["it is not known how a try ended", "open", "unknown", "payment_underway"],
  ["it is paid", "captured", "succeeded", "charge_captured"],
  ["it was nothing to pay", "captured", null, "charge_captured"],
  ["it is no longer owed", "cancelled", null, "charge_cancelled"],
  ["it is no longer owed, after a failed try", "cancelled", "failed", "charge_cancelled"],
];

for (const [given, state, tried, refused] of cases) {
  test(`${given}: ${refused ?? "a payment may start"}`, () => {
    const decision = decideStartPayment({ state, attempt: tried === null ? null : attempt(tried) });
    equal(decision.refused?.code, refused);
    deepEqual(decision.accepted, refused === undefined ? "start" : undefined);
  });
}
