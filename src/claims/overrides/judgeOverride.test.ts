import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Choice } from "../choice.ts";
import { claimStates } from "../claim.ts";
import { readAuthority } from "./authority.ts";
import { isBetter, judgeOverride } from "./judgeOverride.ts";

const pln = (amount: number) => ({ amount, currency: "PLN" });
const sheet = [
  { route: "plan", unit: "replacement", fee: pln(11_900), uses: { benefit: "replacement", nth: 1, left: 2 } },
  { route: "paid", unit: "repaired", fee: pln(30_000) },
  { route: "return", unit: "unrepaired", fee: pln(0) },
] as unknown as Choice[];
const authority = readAuthority("staff 100.00 PLN, manager 1000.00 PLN");
const facts = {
  claim: { state: "inspected", choices: sheet, no: 1 },
  overrides: [],
  role: "staff",
  authority,
} as const;
const free = { gives: "replacement", fee: pln(0), cost: pln(10_000) } as const;

describe("an override", () => {
  it("is made while there is a sheet and nothing chosen", () => {
    for (const state of claimStates) {
      const judged = judgeOverride(free, { ...facts, claim: { ...facts.claim, state } });
      const code = state === "inspected" ? undefined : "claim_not_at_this_step";
      assert.equal(judged.refused?.code, code, state);
    }
    const contested = { ...facts.claim, appeal: "asked" } as const;
    assert.equal(judgeOverride(free, { ...facts, claim: contested }).refused?.code, "appeal_open");
  });

  it("is granted up to the authority of the role, to the last of its money, in its currencies", () => {
    const table = [
      ["staff", pln(10_000), "granted"],
      ["staff", pln(10_001), "asked"],
      ["manager", pln(100_000), "granted"],
      ["manager", pln(100_001), "asked"],
      ["integrator", pln(0), "asked"],
      ["manager", { amount: 0, currency: "SEK" }, "asked"],
    ] as const;
    for (const [role, cost, expected] of table) {
      assert.equal(judgeOverride({ ...free, cost }, { ...facts, role }).accepted, expected);
    }
  });

  it("is one for a case; one that was declined, or another case's, does not count", () => {
    const codes = (["asked", "granted", "declined"] as const).map(
      (state) => judgeOverride(free, { ...facts, overrides: [{ claimNo: 1, state }] }).refused?.code,
    );
    assert.deepEqual(codes, ["override_exists", "override_exists", undefined]);
    assert.equal(
      judgeOverride(free, { ...facts, overrides: [{ claimNo: 2, state: "granted" }] }).accepted,
      "granted",
    );
  });

  it("never gives an owner what they have for no more: a way that uses the plan may cost the same", () => {
    const repair = (feeMinor: number) => isBetter({ gives: "repair", feeMinor }, sheet);
    assert.deepEqual([0, 11_900, 11_901, 29_999, 30_000].map(repair), [true, true, false, false, false]);
    const unit = (feeMinor: number) => isBetter({ gives: "replacement", feeMinor }, sheet);
    assert.deepEqual([0, 11_899, 11_900, 11_901].map(unit), [true, true, true, false]);
    fc.assert(
      fc.property(fc.nat(60_000), fc.constantFrom("repair", "replacement" as const), (feeMinor, gives) => {
        const judged = isBetter({ gives: gives as "repair", feeMinor }, sheet);
        const isBeaten = sheet.some(
          ({ unit: is, fee }) => fee.amount < feeMinor && (is === "replacement" || is === `${gives}ed`),
        );
        assert.ok(!(judged && isBeaten));
      }),
    );
  });
});
