import assert from "node:assert/strict";
import { test } from "node:test";
import { claimStates } from "../../claims/index.ts";
import { type DeliveryFacts, decideConfirmDelivery, type ParcelState } from "./decideConfirmDelivery.ts";

const left = Temporal.Instant.from("2026-09-05T10:00:00Z");
const at = left.add({ hours: 48 });
const parcel = (state: ParcelState = "sent"): DeliveryFacts["shipment"] => ({ state, at: left });
const answer = (told: Temporal.Instant | undefined, change: Partial<DeliveryFacts> = {}) => {
  const facts: DeliveryFacts = { claim: { state: "shipped" }, shipment: parcel(), at, ...change };
  const { accepted: made, refused } = decideConfirmDelivery(told, facts);
  return refused?.code ?? `${made?.isTold === true ? "known" : "new"} ${made?.deliveredAt}`;
};

test("a parcel arrives from when it left until now, and now where nobody says when", () => {
  assert.equal(answer(undefined), `new ${at}`);
  assert.equal(answer(left), `new ${left}`);
  assert.equal(answer(at), `new ${at}`);
  assert.equal(answer(left.subtract({ seconds: 1 })), "not_delivered_then");
  assert.equal(answer(at.add({ seconds: 1 })), "not_delivered_then");
});

test("only what has left arrives, and what has arrived stays so", () => {
  for (const state of claimStates) {
    const hasLeft = state === "shipped" || state === "closed";
    const arrived = { claim: { state }, shipment: parcel("delivered") };
    assert.equal(answer(at, arrived), hasLeft ? `known ${at}` : "claim_not_at_this_step", state);
    const is = answer(at, { claim: { state } });
    assert.equal(is, hasLeft ? `new ${at}` : "claim_not_at_this_step", state);
  }
  assert.equal(answer(at, { shipment: undefined }), "claim_not_at_this_step");
  for (const state of ["lost", "returned", "cancelled"] as const) {
    assert.equal(answer(at, { shipment: parcel(state) }), "claim_not_at_this_step", state);
  }
});
