import assert from "node:assert/strict";
import { it } from "node:test";
import type { Choice } from "../choice.ts";
import { claimStates } from "../claim.ts";
import { overrideStates } from "../overrides/index.ts";
import { decideSettleOverride, type SecondFacts } from "./decideSettleOverride.ts";

const override = { state: "asked", gives: "repair", feeMinor: 5_000 } as const;
const paid = {
  ...{ route: "paid", fee: { amount: 30_000, currency: "PLN" }, workingDays: 5, unit: "repaired" },
  ...{ warranty: "goes_on", clauses: [] },
} as const satisfies Choice;
const claim = { state: "inspected", choices: [paid] } as const;
const facts: SecondFacts = {
  override,
  claim,
  ...{ decision: "grant", isAsker: false },
};
const codeOf = (more: Partial<SecondFacts>) => decideSettleOverride({ ...facts, ...more }).refused?.code;

it("an override is granted once, by another person, and before the choice", () => {
  for (const state of overrideStates) {
    assert.equal(
      codeOf({ override: { ...override, state } }),
      state === "asked" ? undefined : "override_decided",
    );
  }
  for (const state of claimStates) {
    assert.equal(
      codeOf({ claim: { ...claim, state } }),
      state === "inspected" ? undefined : "claim_not_at_this_step",
    );
  }
  assert.equal(codeOf({ isAsker: true }), "override_by_same_person");
  assert.equal(codeOf({ claim: { ...claim, appeal: "asked" } }), "appeal_open");
});

it("whoever asked may take it back, and one that came too late is declined", () => {
  const decline = { decision: "decline", isAsker: true } as const;
  assert.deepEqual(
    [codeOf(decline), codeOf({ ...decline, claim: { ...claim, state: "paid" } })],
    [undefined, undefined],
  );
});

it("what is no better than the sheet that stands by then is declined, not granted", () => {
  const since = (amount: number) => {
    const plan = { ...paid, route: "plan", fee: { ...paid.fee, amount } } as const;
    return codeOf({ claim: { ...claim, choices: [paid, plan] } });
  };
  assert.deepEqual(
    [since(5_001), since(5_000), since(0)],
    [undefined, "override_no_better", "override_no_better"],
  );
  assert.equal(
    codeOf({
      decision: "decline",
      claim: { ...claim, choices: [{ ...paid, fee: { amount: 0, currency: "PLN" } }] },
    }),
    undefined,
  );
});
