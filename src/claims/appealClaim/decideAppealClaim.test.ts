import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ClaimState, claimStates } from "../claim.ts";
import { type AppealFacts, decideAppealClaim } from "./decideAppealClaim.ts";

const at = Temporal.Instant.from("2026-09-05T10:00:00Z");
const facts = (state: ClaimState, outcome: string, more: Partial<AppealFacts> = {}): AppealFacts => ({
  claim: { state, receipt: { outcome }, no: 1, appeal: null, dueAt: null } as unknown as AppealFacts["claim"],
  ...{ appeals: [], decisionNo: 2, at, ...more },
});
const codeOf = (given: AppealFacts) => decideAppealClaim(given).refused?.code;

describe("contesting a decision", () => {
  for (const state of claimStates) {
    const [refused, paid] = ["refused", "paid"].map((outcome) => codeOf(facts(state, outcome)));
    it(`of a case that is ${state}`, () => {
      const isOpen = state === "inspected";
      assert.equal(paid, isOpen ? undefined : "appeal_not_now");
      assert.equal(refused, isOpen || state === "reported" ? undefined : "appeal_not_now");
    });
  }

  it("is done once for each decision, unless it was taken back, and before its time is over", () => {
    const of = (state: "dismissed" | "withdrawn", decisionNo: number) =>
      codeOf(facts("inspected", "paid", { appeals: [{ claimNo: 1, decisionNo, state }] }));
    assert.deepEqual(
      [of("dismissed", 2), of("withdrawn", 2), of("dismissed", 1)],
      ["appealed_before", undefined, undefined],
    );
    const { claim } = facts("inspected", "paid");
    assert.equal(codeOf(facts("inspected", "paid", { claim: { ...claim, dueAt: at } })), "waiting_is_over");
    const asked = { ...claim, appeal: "asked" } as const;
    assert.equal(codeOf(facts("inspected", "paid", { claim: asked })), "appeal_asked");
  });
});
