import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Claim } from "../../client/index.ts";
import { draftOf, inspectionOf, isPriceClear } from "./draft.ts";

const claim = { id: "clm_a_1", currency: "PLN" } as Claim;
const found = { cause: "water", intentional: false, modified: true, warrantyEndsAt: "2027-03-01T00:00:00Z" };
const paid = { route: "paid", fee: { amount: 24950, currency: "PLN" } };

describe("a draft of findings", () => {
  it("says nothing of what is not judged", () => {
    assert.deepEqual(inspectionOf(draftOf(claim), claim), { id: "clm_a_1", findings: {} });
  });

  it("begins with what was found before, price and papers with it", () => {
    const before = { ...claim, findings: found, choices: [paid] } as unknown as Claim;
    assert.deepEqual(inspectionOf(draftOf(before), before), {
      id: "clm_a_1",
      findings: found,
      repairPrice: { amount: 24950, currency: "PLN" },
    });
  });

  it("leaves parts out that nobody ticked", () => {
    const draft = { ...draftOf(claim), parts: [] };
    assert.deepEqual(inspectionOf(draft, claim).findings, {});
  });

  it("has an unclear price when the price cannot be read, and none when it is empty", () => {
    const draft = draftOf(claim);
    assert.ok(isPriceClear(draft, "PLN"));
    assert.ok(isPriceClear({ ...draft, price: "89,50" }, "PLN"));
    assert.ok(!isPriceClear({ ...draft, price: "about 90" }, "PLN"));
  });
});
