import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { heldContract, heldDevice, slots } from "../../test/support/heldDevice.ts";
import { referenceTerms } from "../../test/support/referenceTerms.ts";
import { allowRenewal, followingProduct, type RenewalFacts } from "./allowRenewal.ts";

const terms = referenceTerms();
const price = { amount: 5900, currency: "EUR" };
const contract = heldContract({ slots: slots({ used: 1, free: 1 }) });

function decide(more: Partial<RenewalFacts> = {}) {
  const facts = { contract, ...more };
  return allowRenewal({
    at: Temporal.Instant.from("2027-05-20T10:00:00Z"),
    record: heldDevice([facts.contract]),
    terms,
    product: undefined,
    price,
    ...facts,
  });
}

function against(decision: ReturnType<typeof decide>): unknown {
  return JSON.parse(JSON.stringify(decision.refused?.receipt)).against[0].clause;
}

describe("renewing a one-year plan", () => {
  it("with one replacement left: the extra year follows, at its price", () => {
    const { accepted } = decide();
    assert.equal(accepted?.product, "care-plus");
    assert.deepEqual(accepted?.price, price);
    assert.equal(accepted?.receipt.outcome, "allowed");
  });

  it("with none left: refused by the terms", () => {
    const decision = decide({ contract: heldContract({ slots: slots({ used: 2, free: 0 }) }) });
    assert.equal(decision.refused?.code, "terms_refuse");
    assert.equal(against(decision), "renew.plus");
  });

  it("with the last one promised to an open case: that one counts as used", () => {
    const taken = slots({ used: 1, reserved: 1, free: 0 });
    assert.equal(decide({ contract: heldContract({ slots: taken }) }).refused?.code, "terms_refuse");
  });

  it("that has ended, or was cancelled: there is nothing to renew", () => {
    assert.equal(decide({ contract: heldContract({ state: "exhausted" }) }).refused?.code, "terms_refuse");
    for (const state of ["expired", "cancelled"] as const) {
      assert.equal(decide({ contract: heldContract({ state }) }).refused?.code, "no_running_contract");
    }
  });

  it("a second time: it is renewed already, unless that renewal was cancelled", () => {
    const successor = heldContract({ no: 2, state: "scheduled", renewsNo: 1, product: "care-plus" });
    const twice = decide({ record: heldDevice([contract, successor]) });
    assert.equal(twice.refused?.code, "renewed_already");
    const again = decide({ record: heldDevice([contract, { ...successor, state: "cancelled" }]) });
    assert.ok(again.accepted);
  });

  it("into a product that follows nothing: refused", () => {
    assert.equal(decide({ product: "care-2y" }).refused?.code, "nothing_to_renew_into");
    assert.equal(followingProduct(terms, "care-plus"), "care-plus");
  });

  it("at the price that was seen, or what an earlier try owes; at no other", () => {
    const dearer = { ...price, amount: 6900 };
    assert.ok(decide({ seen: price }).accepted);
    assert.equal(decide({ seen: price, price: dearer }).refused?.code, "price_changed");
    assert.equal(decide({ seen: { ...price, currency: "PLN" } }).refused?.code, "price_changed");
    assert.ok(decide({ seen: price, price: dearer, owed: price }).accepted);
    assert.equal(decide({ seen: dearer, price: dearer, owed: price }).refused?.code, "price_changed");
  });

  it("into one without a price here: a person must tell it", () => {
    assert.equal(decide({ price: undefined }).refused?.code, "renewal_not_priced");
  });
});
