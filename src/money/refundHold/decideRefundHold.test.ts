import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { CapturedHold } from "../refunds/index.ts";
import { decideRefundHold } from "./decideRefundHold.ts";

const held: CapturedHold = {
  ...{ rootId: "r", no: 1, subjectNo: 1, programme: "p", region: "US", currency: "USD", state: "captured" },
  ...{ capturedMinor: 100, refundedMinor: 30, provider: "test", method: "m", providerRef: "x" },
};
const nothing = { capturedMinor: 0, refundedMinor: 0, provider: null, method: null, providerRef: null };

const cases: readonly [string, number | undefined, Partial<CapturedHold>, number | string][] = [
  ["all that is left where no amount is named", undefined, {}, 70],
  ["a part", 1, {}, 1],
  ["the last unit", 70, {}, 70],
  ["a unit more than is left", 71, {}, "refund_above_hold"],
  ["all of one that went back already", undefined, { refundedMinor: 100 }, "refund_above_hold"],
  ["one that is placed", undefined, { ...nothing, state: "placed" }, "hold_not_captured"],
  ["one that was released", 10, { ...nothing, state: "released" }, "hold_not_captured"],
  ["one that lapsed", 10, { ...nothing, state: "lapsed" }, "hold_not_captured"],
];

for (const [what, amount, more, expected] of cases) {
  test(`${what}: ${expected}`, () => {
    const { accepted, refused } = decideRefundHold(amount, { ...held, ...more });
    equal(refused?.code ?? accepted?.amountMinor, expected);
    deepEqual(accepted?.provider, refused === undefined ? "test" : undefined);
  });
}
