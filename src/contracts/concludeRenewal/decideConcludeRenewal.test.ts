import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { heldContract, heldDevice } from "../../../test/support/heldDevice.ts";
import { referenceTerms } from "../../../test/support/referenceTerms.ts";
import { decideConcludeRenewal, type PaidRenewalFacts } from "./decideConcludeRenewal.ts";

const terms = referenceTerms();
const contract = heldContract();

function decide(more: Partial<PaidRenewalFacts> = {}) {
  return decideConcludeRenewal({
    at: Temporal.Instant.from("2027-05-20T10:00:00Z"),
    record: heldDevice([contract]),
    contract,
    product: "care-plus",
    terms,
    ...more,
  });
}

describe("a paid renewal", () => {
  it("waits for the contract before it, begins where that ends, and has one replacement of its own", () => {
    const { accepted } = decide();
    assert.equal(accepted?.state, "scheduled");
    assert.equal(accepted?.no, 2);
    assert.equal(accepted?.period.startsAt, contract.endsAt.toString());
    assert.equal(accepted?.period.lastDay, "2028-06-02");
    assert.deepEqual(accepted?.grants, [{ benefit: "replacement", count: 1 }]);
  });

  it("runs at once when its money came after the end of the contract before it", () => {
    const at = contract.endsAt.add({ seconds: 1 });
    assert.equal(decide({ at }).accepted?.state, "active");
    assert.equal(decide({ contract: heldContract({ state: "expired" }) }).accepted?.state, "active");
  });

  it("lengthens the maker's warranty by a year at once, from the day it would have ended", () => {
    const record = heldDevice([contract], { warrantyEndsAt: Temporal.Instant.from("2027-12-31T00:00:00Z") });
    assert.equal(decide({ record }).accepted?.warrantyEndsAt?.toString(), "2028-12-31T00:00:00Z");
  });

  it("takes a warranty of unknown end to last as long as the contract, and lengthens that", () => {
    assert.equal(decide().accepted?.warrantyEndsAt?.toString(), "2028-06-02T00:00:00Z");
  });

  it("is concluded once", () => {
    const successor = heldContract({ no: 2, renewsNo: 1, state: "scheduled", product: "care-plus" });
    const decision = decide({ record: heldDevice([contract, successor]) });
    assert.equal(decision.refused?.code, "renewed_already");
  });
});
