import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { claimStates } from "../claim.ts";
import { evidenceStates } from "../evidence/index.ts";
import { caseOfClaim } from "../evidenceCase.ts";
import { decideWithdrawEvidence } from "./decideWithdrawEvidence.ts";

/** In which states of a case a piece in this one may be taken back. */
const open: Readonly<Record<string, readonly string[]>> = {
  uploading: claimStates,
  checking: claimStates,
  kept: ["reported", "received"],
  refused: [],
  withdrawn: [],
};

describe("taking evidence back", () => {
  for (const state of evidenceStates) {
    for (const claimState of claimStates) {
      const may = open[state]?.includes(claimState) === true;
      it(`${may ? "is possible" : "is refused"} while it is ${state} and the case ${claimState}`, () => {
        const { refused } = decideWithdrawEvidence(
          { state },
          caseOfClaim({ deviceId: "0".repeat(26), no: 1, state: claimState }),
        );
        assert.equal(refused?.code, may ? undefined : "evidence_stands");
      });
    }
  }
});
