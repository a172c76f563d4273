import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { disputeStates } from "./dispute.ts";
import { disputeSteps, mayEndDispute, mayOpenDispute } from "./disputeSteps.ts";

test("each step is taken once, whatever was told before; a closed one stays as it is", () => {
  for (const told of disputeStates) {
    const close = told === "opened" ? undefined : told;
    deepEqual(disputeSteps(undefined, told), { open: true, close });
    deepEqual(disputeSteps({ state: "opened" }, told), { open: false, close });
    deepEqual(disputeSteps({ state: "won" }, told), { open: false, close: undefined });
    deepEqual(disputeSteps({ state: "lost" }, told), { open: false, close: undefined });
  }
});

test("a person ends an open one only, and opens one of what was paid", () => {
  equal(mayEndDispute({ state: "opened" }, "won").refused, undefined);
  equal(mayEndDispute({ state: "lost" }, "won").refused?.code, "dispute_closed");
  const charge = { state: "captured", amountMinor: 100 };
  equal(mayOpenDispute(charge, 100).refused, undefined);
  equal(mayOpenDispute(charge, 101).refused?.code, "dispute_above_captured");
  equal(mayOpenDispute({ ...charge, state: "open" }, 1).refused?.code, "charge_not_captured");
});
