import { equal } from "node:assert/strict";
import { test } from "node:test";
import { refundStates } from "../refunds/index.ts";
import { decideApproveRefund } from "./decideApproveRefund.ts";

const refund = {
  state: "requested",
  secondPerson: true,
  settledMinor: 0,
} as const;
const facts = { refund, decision: "approve", isRequester: false, leftMinor: 0 } as const;

test("only what is asked for is decided, and above the limit by another person", () => {
  for (const state of refundStates) {
    const { refused } = decideApproveRefund({ ...facts, refund: { ...refund, state } });
    equal(refused?.code, state === "requested" ? undefined : "refund_decided");
  }
  const own = { ...facts, isRequester: true };
  equal(decideApproveRefund(own).refused?.code, "same_person");
  equal(decideApproveRefund({ ...own, refund: { ...refund, secondPerson: false } }).refused, undefined);
});

test("what a bank took back meanwhile is not agreed to, but can be declined", () => {
  const disputed = { ...facts, leftMinor: -1 };
  equal(decideApproveRefund(disputed).refused?.code, "refund_above_captured");
  equal(decideApproveRefund({ ...disputed, decision: "decline" }).refused, undefined);
});

test("what its payee's bank has paid in part is agreed to, and no longer declined", () => {
  const settled = { ...facts, refund: { ...refund, settledMinor: 1 } };
  equal(decideApproveRefund(settled).refused, undefined);
  equal(decideApproveRefund({ ...settled, decision: "decline" }).refused?.code, "refund_settled");
});
