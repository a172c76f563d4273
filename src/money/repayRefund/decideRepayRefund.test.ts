import { equal } from "node:assert/strict";
import { test } from "node:test";
import { refundStates, repayMeans } from "../refunds/index.ts";
import { decideRepayRefund } from "./decideRepayRefund.ts";

test("only what waits is paid, not while it is being paid, and by no provider that moves no money", () => {
  for (const state of refundStates) {
    for (const means of repayMeans) {
      const facts = { refund: { state }, means, isTryOpen: false, leftMinor: 0, provider: "stripe" };
      const waits = state === "approved" || state === "failed";
      equal(decideRepayRefund(facts).refused?.code, waits ? undefined : "refund_not_waiting");
      equal(
        decideRepayRefund({ ...facts, isTryOpen: true }).refused?.code,
        waits ? "refund_underway" : "refund_not_waiting",
      );
      equal(
        decideRepayRefund({ ...facts, leftMinor: -1 }).refused?.code,
        waits ? "refund_above_captured" : "refund_not_waiting",
      );
      const byHand = decideRepayRefund({ ...facts, refund: { state: "failed" }, provider: "bank" });
      equal(byHand.refused?.code, means === "provider" ? "refund_no_provider" : undefined);
    }
  }
});
