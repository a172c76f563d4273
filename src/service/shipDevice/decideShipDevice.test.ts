import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { droppedCamera } from "../../../test/support/cases.ts";
import { type Claim, claimStates, routes } from "../../claims/index.ts";
import { decideShipDevice, type ShipmentMade } from "./decideShipDevice.ts";

const { receipt, combined } = droppedCamera();
const uses = { benefit: "replacement", nth: 1, left: 2 };
const told = { receipt: { ...receipt, uses }, combined, choices: null } as const;

/** What may leave; every other pair of state and way stays. */
const leaves: [Claim["state"], Claim["route"], ShipmentMade][] = [
  ["replaced", "plan", { from: "replaced", spends: 1 }],
  ["paid", "paid", { from: "paid", spends: 0 }],
  ["paid", "warranty", { from: "paid", spends: 0 }],
  ["paid", "statutory", { from: "paid", spends: 0 }],
  ["paid", "goodwill", { from: "paid", spends: 0 }],
  ["paid", "return", { from: "paid", spends: 0 }],
];

describe("handing a parcel to the carrier", () => {
  for (const state of claimStates) {
    for (const route of routes.filter((name) => state !== "replaced" || name === "plan")) {
      const made = leaves.find(([from, way]) => from === state && way === route)?.[2];
      it(`as ${route} is ${made === undefined ? "refused" : "right"} when the claim is ${state}`, () => {
        const decision = decideShipDevice({ ...told, state, route, isAddressed: true });
        assert.deepEqual(decision.accepted, made);
        assert.equal(decision.refused?.code, made === undefined ? "claim_not_at_this_step" : undefined);
        const nowhere = decideShipDevice({ ...told, state, route, isAddressed: false }).refused?.code;
        assert.equal(nowhere, made === undefined ? "claim_not_at_this_step" : "address_missing");
      });
    }
  }

  it("spends nothing where the plan counts nothing, and what several findings use together", () => {
    const spends = (uses: readonly object[]) => {
      const change = { receipt: { ...receipt, uses: uses[0] ?? null }, combined: { ...together, uses } };
      const facts = { ...told, ...change, state: "replaced", route: "plan", isAddressed: true };
      return decideShipDevice(facts as unknown as Parameters<typeof decideShipDevice>[0]).accepted?.spends;
    };
    const together = { outcome: "plan", ways: [], fees: [], returns: null, needs: [] };
    assert.equal(spends([{ benefit: "replacement", nth: 9, left: null }]), 0);
    assert.equal(spends([{ benefit: "balance", nth: null, left: 400, amount: 100, currency: "USD" }]), 0);
    assert.equal(spends([uses, { benefit: "screen", nth: 1, left: 0 }]), 2);
    assert.equal(spends([]), 0);
  });

  it("needs no other unit where the plan repairs this one", () => {
    const offered = { fee: { amount: 0, currency: "PLN" }, workingDays: 7, warranty: "goes_on", clauses: [] };
    const repair = { ...offered, route: "plan", unit: "repaired" } as const;
    const facts = { ...told, choices: [repair], state: "paid", route: "plan", isAddressed: true } as const;
    assert.deepEqual(decideShipDevice(facts as Parameters<typeof decideShipDevice>[0]).accepted, {
      from: "paid",
      spends: 1,
    });
  });
});
