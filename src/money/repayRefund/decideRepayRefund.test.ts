import { equal } from "node:assert/strict";
import { test } from "node:test";
import { refundKinds, refundStates, repayMeans } from "../refunds/index.ts";
import { decideRepayRefund, type RepayFacts } from "./decideRepayRefund.ts";

const due: RepayFacts = {
  ...{ refund: { state: "failed", kind: "return" }, means: "transfer", isTryOpen: false },
  ...{ leftMinor: 0, leftByProviderMinor: 0, provider: "stripe" },
};
const codeOf = (more: Partial<RepayFacts>) => decideRepayRefund({ ...due, ...more }).refused?.code;

test("only what waits is paid, not while it is being paid, and by no provider that moves no money", () => {
  for (const state of refundStates) {
    for (const means of repayMeans) {
      const facts = { refund: { state, kind: "return" }, means } as const;
      const waits = state === "approved" || state === "failed";
      equal(codeOf(facts), waits ? undefined : "refund_not_waiting");
      equal(codeOf({ ...facts, isTryOpen: true }), waits ? "refund_underway" : "refund_not_waiting");
      equal(codeOf({ ...facts, leftMinor: -1 }), waits ? "refund_above_captured" : "refund_not_waiting");
      equal(codeOf({ means, provider: "bank" }), means === "provider" ? "refund_no_provider" : undefined);
      equal(
        codeOf({ means, leftByProviderMinor: -1 }),
        means === "provider" ? "refund_no_provider" : undefined,
      );
    }
  }
});

test("what was no payment of a charge is put into nobody's balance", () => {
  for (const kind of refundKinds) {
    const leaves = ["hold", "balance", "credit", "reseller_balance"].includes(kind);
    const refund = { state: "approved", kind } as const;
    equal(codeOf({ refund, means: "balance" }), leaves ? "refund_leaves_us" : undefined, kind);
    equal(codeOf({ refund, means: "transfer" }), undefined, kind);
  }
});
