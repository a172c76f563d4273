import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { AttemptState, ChargeState } from "../charge.ts";
import { decideCancelCharge } from "./decideCancelCharge.ts";

const cases: readonly [string, ChargeState, AttemptState | null, string | undefined][] = [
  ["nothing was tried", "open", null, undefined],
  ["the only try failed", "open", "failed", undefined],
  ["a try is on its way", "open", "pending", "payment_underway"],
  ["it is not known how a try ended", "open", "unknown", "payment_underway"],
  ["it is paid", "captured", "succeeded", "charge_captured"],
  ["it was given up before", "cancelled", null, "charge_cancelled"],
];

for (const [given, state, tried, refused] of cases) {
  test(`${given}: ${refused ?? "the charge is given up"}`, () => {
    const attempt =
      tried === null
        ? null
        : { no: 1, method: "test_success", state: tried, reason: null, nextUrl: null, answered: true };
    const decision = decideCancelCharge({ no: 2, purpose: "claim_fee", subjectNo: 3, state, attempt });
    equal(decision.refused?.code, refused);
    if (refused === undefined) {
      deepEqual(decision.accepted, {
        type: "ChargeCancelled",
        purpose: "claim_fee",
        subjectNo: 3,
        chargeNo: 2,
      });
    }
  });
}
