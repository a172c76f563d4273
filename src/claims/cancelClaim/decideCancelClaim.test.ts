import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ClaimState, claimStates } from "../claim.ts";
import { decideCancelClaim } from "./decideCancelClaim.ts";

const ends: Partial<Record<ClaimState, "cancelled" | "paid">> = {
  reported: "cancelled",
  received: "paid",
  inspected: "paid",
  chosen: "paid",
};

describe("cancelling a claim", () => {
  for (const state of claimStates) {
    const end = ends[state];
    const outcome = { cancelled: "ends it", paid: "sends the device back as it is" };
    it(`that is ${state} ${end === undefined ? "is refused" : outcome[end]}`, () => {
      const decision = decideCancelClaim(state);
      assert.equal(decision.accepted, end);
      assert.equal(decision.refused?.code, end === undefined ? "claim_not_at_this_step" : undefined);
    });
  }
});
