import { equal } from "node:assert/strict";
import { test } from "node:test";
import { judgePayOut, type PayOutFacts } from "./judgePayOut.ts";

const facts: PayOutFacts = {
  ...{ state: "ended", balanceMinor: 500, invoicedMinor: 0, openOrders: 0, openDisputes: 0 },
};

const cases: readonly [string, Partial<PayOutFacts>, number | string][] = [
  ["all that is left", {}, 500],
  ["the last unit", { balanceMinor: 1 }, 1],
  ["nothing, where nothing is left", { balanceMinor: 0 }, "reseller_balance_empty"],
  ["nothing, where it owes us", { balanceMinor: -1 }, "reseller_balance_empty"],
  ["nothing, while it may order", { state: "active" }, "reseller_contract_runs"],
  ["nothing, while it is suspended alone", { state: "suspended" }, "reseller_contract_runs"],
  ["nothing, while an invoice is open", { invoicedMinor: 1 }, "reseller_not_settled"],
  ["nothing, while an order is open", { openOrders: 1 }, "reseller_not_settled"],
  ["nothing, while a dispute is open", { openDisputes: 1 }, "reseller_not_settled"],
];

for (const [what, more, expected] of cases) {
  test(`paid out is ${what}: ${expected}`, () => {
    const decision = judgePayOut({ ...facts, ...more });
    equal(decision.refused?.code ?? decision.accepted, expected);
  });
}
