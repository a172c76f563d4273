import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { droppedCamera, instant, terms } from "../../../test/support/cases.ts";
import type { Receipt } from "../../terms/index.ts";
import { claimStates } from "../claim.ts";
import type { ClaimRow } from "../store.ts";
import { decideSwapOnReceipt } from "./decideSwapOnReceipt.ts";

const at = instant("2026-09-06T10:00:00Z");
const fee = { amount: 7_900, currency: "EUR", clause: "fee.table", nth: 1 } as unknown as Receipt["fee"];
const covered = { ...terms.decide("coverage", {}), outcome: "plan", fee, because: [] } as Receipt;
const quick = { channel: "quick", state: "received", receipt: covered } as const;
const decide = (change: Partial<ClaimRow> = {}, days = { toChoose: 30, toPay: 14 as number | undefined }) =>
  decideSwapOnReceipt({ claim: droppedCamera({ ...quick, ...change }), at, days });

describe("a device that came by the quick way", () => {
  it("is swapped without an inspection, for the fee that was told, payable in the time of the terms", () => {
    const { accepted } = decide();
    assert.deepEqual(accepted?.fee, { amount: 7_900, currency: "EUR" });
    assert.ok(accepted.payBy !== undefined && Temporal.Instant.compare(accepted.payBy, at) > 0);
    const later = decide({}, { toChoose: 30, toPay: undefined }).accepted?.payBy;
    assert.ok(later !== undefined && Temporal.Instant.compare(later, accepted.payBy) > 0);
  });

  it("is swapped at once where there is nothing to pay", () => {
    const free = { ...covered, fee: { ...fee, amount: 0 } } as Receipt;
    assert.deepEqual(decide({ receipt: free }).accepted, {
      fee: { amount: 0, currency: "EUR" },
      payBy: undefined,
    });
  });

  for (const state of claimStates) {
    it(`that is ${state} is ${state === "received" ? "swapped" : "not swapped"}`, () => {
      const code = state === "received" ? undefined : "claim_not_at_this_step";
      assert.equal(decide({ state }).refused?.code, code);
    });
  }

  it("waits while its owner is asked about what came", () => {
    const question = { no: 1, about: "condition_differs", says: "Wet?", askedAt: at.toString() } as const;
    assert.equal(decide({ question }).refused?.code, "question_open");
  });

  const settles = {
    clause: "route.plan",
    detail: { settles: "repair" },
  } as unknown as Receipt["because"][number];
  const table: readonly (readonly [string, Partial<ClaimRow>])[] = [
    ["came by another way", { channel: "online" }],
    ["is secured by a card", { holdNo: 1 }],
    ["lacks a part", { receipt: { ...covered, outcome: "hold" } }],
    ["is not covered", { receipt: { ...covered, outcome: "paid" } }],
    ["is repaired under the warranty", { receipt: { ...covered, outcome: "warranty" } }],
    ["has no fee in any list", { receipt: { ...covered, fee: null } }],
    ["is repaired by its plan", { receipt: { ...covered, because: [settles] } }],
  ];
  for (const [when, change] of table) {
    it(`waits for the bench when it ${when}`, () => {
      assert.equal(decide(change).refused?.code, "not_swapped_on_receipt");
    });
  }
});
