import { equal } from "node:assert/strict";
import { test } from "node:test";
import { decidePayoutBalance, type PayoutFacts } from "./decidePayoutBalance.ts";

const facts: PayoutFacts = {
  ...{ balanceMinor: 100, payableMinor: 100, byProviderMinor: 40, isKept: false, means: "transfer" },
};

const cases: readonly [string, number | undefined, Partial<PayoutFacts>, number | string][] = [
  ["all of it where no amount is named", undefined, {}, 100],
  ["a part", 1, {}, 1],
  ["the last unit", 100, {}, 100],
  ["a unit more than is in it", 101, {}, "above_balance"],
  [
    "of one with nothing in it",
    undefined,
    { balanceMinor: 0, payableMinor: 0, byProviderMinor: 0 },
    "balance_empty",
  ],
  ["of one that is kept for its charge", 1, { isKept: true, payableMinor: 0 }, "balance_kept"],
  ["what no bank has taken back, where no amount is named", undefined, { payableMinor: 70 }, 70],
  ["more than no bank has taken back", 71, { payableMinor: 70 }, "balance_disputed"],
  ["of one a bank has taken back whole", undefined, { payableMinor: 0 }, "balance_disputed"],
  ["what came by the provider, by the provider", undefined, { means: "provider" }, 40],
  ["a part of that", 39, { means: "provider" }, 39],
  ["a unit more than that", 41, { means: "provider" }, "balance_not_by_provider"],
  [
    "what came by transfer, by the provider",
    undefined,
    { means: "provider", byProviderMinor: 0 },
    "balance_not_by_provider",
  ],
];

for (const [what, amount, more, expected] of cases) {
  test(`${what}: ${expected}`, () => {
    const decision = decidePayoutBalance(amount, { ...facts, ...more });
    equal(decision.refused?.code ?? decision.accepted, expected);
  });
}
