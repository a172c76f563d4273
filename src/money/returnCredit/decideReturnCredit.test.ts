import { equal } from "node:assert/strict";
import { test } from "node:test";
import { creditStates } from "../bank/index.ts";
import { decideReturnCredit } from "./decideReturnCredit.ts";

const expected: Readonly<Record<string, string | undefined>> = {
  unallocated: undefined,
  assigned: "credit_assigned",
  returned: "credit_returned",
  paid_out: "credit_paid_out",
};

for (const state of creditStates) {
  test(`money that is ${state}: ${expected[state] ?? "goes back"}`, () => {
    equal(decideReturnCredit({ state }).refused?.code, expected[state]);
  });
}
