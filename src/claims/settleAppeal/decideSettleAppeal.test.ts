import assert from "node:assert/strict";
import { it } from "node:test";
import { appealStates } from "../claim.ts";
import { decideSettleAppeal, type ReviewFacts } from "./decideSettleAppeal.ts";

const facts: ReviewFacts = {
  appeal: { state: "asked" },
  claim: { state: "inspected", returnedParts: ["camera"] },
  ...{ decision: "uphold", grants: false, isInvolved: false },
};

it("an appeal is decided once, and by nobody who decided of its case before", () => {
  for (const state of appealStates) {
    const code = decideSettleAppeal({ ...facts, appeal: { state } }).refused?.code;
    assert.equal(code, state === "asked" ? undefined : "appeal_decided");
  }
  for (const decision of ["uphold", "dismiss"] as const) {
    assert.equal(
      decideSettleAppeal({ ...facts, decision, isInvolved: true }).refused?.code,
      "decided_before",
    );
  }
});

it("upheld goes back to the bench, or to its owner where nothing came; granted or dismissed it stays", () => {
  const goesTo = (more: Partial<ReviewFacts>) => decideSettleAppeal({ ...facts, ...more }).accepted?.goesTo;
  assert.equal(goesTo({}), "received");
  assert.equal(goesTo({ claim: { state: "reported", returnedParts: null } }), "reported");
  assert.deepEqual([goesTo({ grants: true }), goesTo({ decision: "dismiss" })], [undefined, undefined]);
  const told = { state: "reported", returnedParts: null } as const;
  const early = decideSettleAppeal({ ...facts, claim: told, grants: true });
  assert.equal(early.refused?.code, "appeal_grants_nothing_here");
});
