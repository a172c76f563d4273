import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Claim, claimStates, routes } from "../../claims/index.ts";
import { decideShipDevice, type ShipmentMade } from "./decideShipDevice.ts";

/** What may leave; every other pair of state and way stays. */
const leaves: [Claim["state"], Claim["route"], ShipmentMade][] = [
  ["replaced", "plan", { from: "replaced", usesSlot: true }],
  ["paid", "paid", { from: "paid", usesSlot: false }],
  ["paid", "warranty", { from: "paid", usesSlot: false }],
  ["paid", "return", { from: "paid", usesSlot: false }],
];

describe("handing a parcel to the carrier", () => {
  for (const state of claimStates) {
    for (const route of routes.filter((name) => state !== "replaced" || name === "plan")) {
      const made = leaves.find(([from, way]) => from === state && way === route)?.[2];
      it(`as ${route} is ${made === undefined ? "refused" : "right"} when the claim is ${state}`, () => {
        const decision = decideShipDevice({ state, route, isAddressed: true });
        assert.deepEqual(decision.accepted, made);
        assert.equal(decision.refused?.code, made === undefined ? "claim_not_at_this_step" : undefined);
        const nowhere = decideShipDevice({ state, route, isAddressed: false }).refused?.code;
        assert.equal(nowhere, made === undefined ? "claim_not_at_this_step" : "address_missing");
      });
    }
  }
});
