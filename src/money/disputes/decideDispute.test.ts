import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { decideDispute, decideDisputeEnd, decideDisputeOpening } from "./decideDispute.ts";
import { disputeStates } from "./dispute.ts";

test("each step is taken once, whatever was told before; a closed one stays as it is", () => {
  for (const told of disputeStates) {
    const close = told === "opened" ? undefined : told;
    deepEqual(decideDispute(undefined, told), { open: true, close });
    deepEqual(decideDispute({ state: "opened" }, told), { open: false, close });
    deepEqual(decideDispute({ state: "won" }, told), { open: false, close: undefined });
    deepEqual(decideDispute({ state: "lost" }, told), { open: false, close: undefined });
  }
});

test("a person ends an open one only, and opens one of what was paid", () => {
  equal(decideDisputeEnd({ state: "opened" }, "won").refused, undefined);
  equal(decideDisputeEnd({ state: "lost" }, "won").refused?.code, "dispute_closed");
  const charge = { state: "captured", amountMinor: 100 };
  equal(decideDisputeOpening(charge, 100).refused, undefined);
  equal(decideDisputeOpening(charge, 101).refused?.code, "dispute_above_captured");
  equal(decideDisputeOpening({ ...charge, state: "open" }, 1).refused?.code, "charge_not_captured");
});
