import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeEdit } from "./judgeEdit.ts";
import { refusedReseller } from "./refusedReseller.ts";

const cases = [
  ["active", 3, undefined],
  ["suspended", 3, undefined],
  ["active", 2, "changed_meanwhile"],
  ["ended", 3, "reseller_contract_ended"],
] as const;

for (const [state, read, code] of cases) {
  test(`a contract that is ${state}, read as version ${read} of 3: ${code ?? "changed"}`, () =>
    assert.equal(judgeEdit({ state, version: 3 }, read).refused?.code, code));
}

const day = Temporal.PlainDate.from;
const days = [
  ["before its first day", "2026-06-09T23:59:59Z", "active", "reseller_contract_begins"],
  ["on its first day", "2026-06-10T00:00:00Z", "active", undefined],
  ["on its last day", "2026-06-20T23:59:59Z", "active", undefined],
  ["after its last day", "2026-06-21T00:00:00Z", "active", "reseller_contract_ended"],
  ["while suspended", "2026-06-15T00:00:00Z", "suspended", "reseller_suspended"],
  ["once ended", "2026-06-15T00:00:00Z", "ended", "reseller_contract_ended"],
] as const;

for (const [when, at, state, code] of days) {
  test(`an order ${when}: ${code ?? "may be placed"}`, () => {
    const contract = { state, name: "N", beginsOn: day("2026-06-10"), endsOn: day("2026-06-20") };
    assert.equal(refusedReseller(contract, Temporal.Instant.from(at))?.refused.code, code);
  });
}
