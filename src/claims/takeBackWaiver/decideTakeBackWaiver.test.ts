import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { claimStates } from "../claim.ts";
import { decideTakeBackWaiver } from "./decideTakeBackWaiver.ts";

describe("taking back that a device goes back for nothing", () => {
  for (const state of claimStates) {
    it(`in a case that is ${state}`, () => {
      const of = (more: object) => {
        const decision = decideTakeBackWaiver({ state, waivedMinor: 400, appeal: null, ...more });
        return decision.accepted?.costsMinor ?? decision.refused?.code;
      };
      const may = state === "received" || state === "inspected";
      const not = may ? undefined : "claim_not_at_this_step";
      deepEqual(
        [of({}), of({ waivedMinor: null }), of({ appeal: "asked" })],
        [not ?? 400, not ?? "nothing_waived", "appeal_open"],
      );
    });
  }
});
