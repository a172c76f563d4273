import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { decideWaiveSendBack } from "./decideWaiveSendBack.ts";

type Facts = Parameters<typeof decideWaiveSendBack>[0];

const sheet = (amount: number) =>
  [{ route: "return", fee: { amount, currency: "PLN" } }] as unknown as Facts["choices"];

describe("waiving what sending back costs", () => {
  for (const [says, claim, follows] of [
    ["on the sheet", { state: "inspected", choices: sheet(400) }, { waivedMinor: 400, isChosen: false }],
    ["of a free way", { state: "inspected", choices: sheet(0) }, "nothing_to_waive"],
    ["chosen", { state: "chosen", route: "return", feeMinor: 400 }, { waivedMinor: 400, isChosen: true }],
    ["of another way", { state: "chosen", route: "plan", feeMinor: 400 }, "nothing_to_waive"],
    ["when it was paid", { state: "paid", route: "return", feeMinor: 400 }, "claim_not_at_this_step"],
  ] as const) {
    it(says, () => {
      const facts = { route: null, choices: null, feeMinor: null, ...claim } as Facts;
      const decision = decideWaiveSendBack(facts);
      deepEqual(decision.accepted ?? decision.refused?.code, follows);
    });
  }
});
