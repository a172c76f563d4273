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

  it("runs a whole year from now when its money came after the end of the contract before it", () => {
    const at = contract.endsAt.add({ hours: 30 });
    const ended = heldContract({ state: "expired" });
    const { accepted } = decide({ at, contract: ended, record: heldDevice([ended]) });
    assert.deepEqual([accepted?.state, accepted?.period.startsAt], ["active", at.toString()]);
    assert.equal(accepted?.period.lastDay, "2028-06-03");
  });

  it("waits for a contract that is past its end and not yet ended, which is soon", () => {
    const at = contract.endsAt.add({ seconds: 1 });
    const { accepted } = decide({ at });
    assert.deepEqual([accepted?.state, accepted?.period.startsAt], ["scheduled", at.toString()]);
  });

  it("waits for the end of a plan that is used up, as it was promised", () => {
    const usedUp = heldContract({ state: "exhausted" });
    const { accepted } = decide({ contract: usedUp, record: heldDevice([usedUp]) });
    assert.deepEqual([accepted?.state, accepted?.period.startsAt], ["scheduled", contract.endsAt.toString()]);
  });

  it("waits for another plan that runs meanwhile", () => {
    const ended = heldContract({ state: "expired" });
    const other = heldContract({ no: 2, endsAt: contract.endsAt.add({ hours: 8760 }) });
    const at = contract.endsAt.add({ hours: 30 });
    const { accepted } = decide({ at, contract: ended, record: heldDevice([ended, other]) });
    assert.deepEqual([accepted?.state, accepted?.period.startsAt], ["scheduled", other.endsAt.toString()]);
  });

  it("has no place where another plan waits already, or where the contract before it was called off", () => {
    const waiting = heldContract({ no: 2, state: "scheduled", renewsNo: null });
    const withWaiting = decide({ record: heldDevice([contract, waiting]) });
    assert.equal(withWaiting.refused?.code, "renewal_has_no_place");
    const calledOff = heldContract({ state: "cancelled" });
    const withoutBase = decide({ contract: calledOff, record: heldDevice([calledOff]) });
    assert.equal(withoutBase.refused?.code, "renewal_has_no_place");
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
