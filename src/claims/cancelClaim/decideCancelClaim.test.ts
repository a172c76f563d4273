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
      const decision = decideCancelClaim({ state });
      assert.equal(decision.accepted, end);
      assert.equal(decision.refused?.code, end === undefined ? "claim_not_at_this_step" : undefined);
    });
  }

  it("costs the way back after the look, and nothing while there is none, or another one", () => {
    const endOf = (state: ClaimState) => decideCancelClaim({ state }, false, 4_000).accepted;
    assert.deepEqual((["received", "inspected", "chosen"] as const).map(endOf), ["paid", "chosen", "chosen"]);
  });

  it("waits until an appeal is decided, and sends nothing back of what never came", () => {
    for (const state of claimStates) {
      assert.equal(decideCancelClaim({ state, appeal: "asked" }).refused?.code, "appeal_open");
    }
    assert.equal(decideCancelClaim({ state: "inspected" }, true).accepted, "cancelled");
  });
});
