import assert from "node:assert/strict";
import { it } from "node:test";
import { claimStates } from "../claim.ts";
import { overrideStates } from "../overrides/index.ts";
import { decideSettleOverride, type SecondFacts } from "./decideSettleOverride.ts";

const facts: SecondFacts = {
  override: { state: "asked" },
  claim: { state: "inspected" },
  ...{ decision: "grant", isAsker: false },
};
const codeOf = (more: Partial<SecondFacts>) => decideSettleOverride({ ...facts, ...more }).refused?.code;

it("an override is granted once, by another person, and before the choice", () => {
  for (const state of overrideStates) {
    assert.equal(codeOf({ override: { state } }), state === "asked" ? undefined : "override_decided");
  }
  for (const state of claimStates) {
    assert.equal(codeOf({ claim: { state } }), state === "inspected" ? undefined : "claim_not_at_this_step");
  }
  assert.equal(codeOf({ isAsker: true }), "override_by_same_person");
  assert.equal(codeOf({ claim: { state: "inspected", appeal: "asked" } }), "appeal_open");
});

it("whoever asked may take it back, and one that came too late is declined", () => {
  const decline = { decision: "decline", isAsker: true } as const;
  assert.deepEqual(
    [codeOf(decline), codeOf({ ...decline, claim: { state: "paid" } })],
    [undefined, undefined],
  );
});
