import { equal } from "node:assert/strict";
import { test } from "node:test";
import { refundStates } from "../refunds/index.ts";
import { decideApproveRefund } from "./decideApproveRefund.ts";

const refund = { state: "requested", secondPerson: true, requestedBy: "person:mia" } as const;

test("only what is asked for is decided, and above the limit by another person", () => {
  for (const state of refundStates) {
    const { refused } = decideApproveRefund({ ...refund, state }, "person:max");
    equal(refused?.code, state === "requested" ? undefined : "refund_decided");
  }
  equal(decideApproveRefund(refund, "person:mia").refused?.code, "same_person");
  equal(decideApproveRefund({ ...refund, secondPerson: false }, "person:mia").refused, undefined);
});
