import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { claimStates, routes } from "../../claims/index.ts";
import { decideReplaceDevice, type ReplacementFacts } from "./decideReplaceDevice.ts";

function replace(change: Partial<ReplacementFacts> = {}) {
  const device = { serial: "AC4TEST0001" };
  const claim = { state: "paid", route: "plan", choices: null } as const;
  return decideReplaceDevice({ claim, device, newSerial: "AC4TEST0002", fit: "fits", ...change });
}

describe("giving another unit", () => {
  it("takes one of the same model", () => {
    assert.equal(replace().accepted?.serial, "AC4TEST0002");
  });

  it("refuses one of another model", () => {
    assert.equal(replace({ fit: "other_model" }).refused?.code, "replacement_model_differs");
  });

  it("refuses one of another maker", () => {
    assert.equal(replace({ fit: "other_maker" }).refused?.code, "replacement_maker_differs");
  });

  it("refuses the broken unit itself", () => {
    assert.equal(replace({ newSerial: "AC4TEST0001" }).refused?.code, "replacement_serial_known");
  });

  it("refuses one while the payment of the plan is disputed", () => {
    assert.equal(replace({ isDisputed: true }).refused?.code, "plan_disputed");
  });

  for (const route of [...routes.filter((name) => name !== "plan"), null]) {
    it(`refuses one when the way is ${route ?? "not chosen"}`, () => {
      assert.equal(
        replace({ claim: { state: "paid", route, choices: null } }).refused?.code,
        "not_a_replacement",
      );
    });
  }

  it("refuses one when the plan repairs this unit", () => {
    const offered = { fee: { amount: 0, currency: "PLN" }, workingDays: 7, warranty: "goes_on", clauses: [] };
    const choices = [{ ...offered, route: "plan", unit: "repaired" } as const];
    const claim = { state: "paid", route: "plan", choices } as ReplacementFacts["claim"];
    assert.equal(replace({ claim }).refused?.code, "not_a_replacement");
  });

  for (const state of claimStates.filter((name) => name !== "paid")) {
    it(`refuses one for a claim that is ${state}`, () => {
      assert.equal(
        replace({ claim: { state, route: "plan", choices: null } }).refused?.code,
        "claim_not_at_this_step",
      );
    });
  }
});
