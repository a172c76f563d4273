import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { actionCamera, droppedCamera, instant, terms } from "../../../test/support/cases.ts";
import { type ClaimRow, type ClaimState, claimStates, type Incident } from "../../claims/index.ts";
import { decideReceiveDevice } from "./decideReceiveDevice.ts";

const at = instant("2026-09-08T10:00:00Z");

function receive(parts: readonly string[], change: Partial<ClaimRow> = {}, serial = "AC4TEST0001") {
  return decideReceiveDevice(
    { serial, parts },
    { claim: droppedCamera(change), record: actionCamera(), terms },
    at,
  );
}

describe("taking a parcel in", () => {
  it("goes on to the bench when every part came, with the answer the owner was given", () => {
    const { accepted } = receive(["camera", "battery"]);
    assert.deepEqual(accepted?.missing, []);
    assert.equal(accepted.receipt.outcome, "plan");
    assert.equal(accepted.receipt.fee?.amount, 11900);
  });

  it("holds the case when a part stayed at home, names it, and still says the fee", () => {
    const { accepted } = receive(["camera"]);
    assert.deepEqual(accepted?.missing, ["battery"]);
    assert.equal(accepted.receipt.outcome, "hold");
    assert.equal(accepted.receipt.fee?.amount, 11900);
    assert.deepEqual(accepted.receipt.returns?.parts, ["camera", "battery"]);
  });

  it("ends the hold with a second parcel", () => {
    const { accepted } = receive(["battery"], { state: "received", returnedParts: ["camera"] });
    assert.deepEqual([...(accepted?.returnedParts ?? [])].toSorted(), ["battery", "camera"]);
    assert.deepEqual([accepted?.missing, accepted?.receipt.outcome], [[], "plan"]);
  });

  it("counts a part once that came twice", () => {
    const { accepted } = receive(["camera"], { state: "received", returnedParts: ["camera"] });
    assert.deepEqual([accepted?.returnedParts, accepted?.missing], [["camera"], ["battery"]]);
  });

  it("takes in what nobody asked for, without missing it", () => {
    const { accepted } = receive(["camera", "battery", "controller"]);
    assert.deepEqual([accepted?.missing, accepted?.receipt.outcome], [[], "plan"]);
  });

  it("holds nothing for parts when the case is not covered anyway", () => {
    const incident: Incident = { at: "2026-09-04T10:00:00Z", cause: "battery", parts: ["camera"] };
    assert.equal(receive(["camera"], { incident }).accepted?.receipt.outcome, "paid");
  });

  it("asks for what the owner left open, and waits for it at the bench", () => {
    const incident: Incident = { at: "2026-09-04T10:00:00Z", cause: "drop" };
    const { accepted } = receive(["camera", "battery"], { incident });
    assert.deepEqual([accepted?.receipt.outcome, accepted?.receipt.needs], ["undecided", ["incident.parts"]]);
  });

  it("refuses another device than the claim's", () => {
    assert.equal(receive(["camera"], {}, "AC4TEST0002").refused?.code, "serial_differs");
  });

  it("refuses an empty parcel", () => {
    assert.equal(receive([]).refused?.code, "nothing_returned");
  });

  const open: readonly ClaimState[] = ["reported", "received"];
  for (const state of claimStates.filter((name) => !open.includes(name))) {
    it(`refuses a parcel for a claim that is ${state}`, () => {
      assert.equal(receive(["camera"], { state }).refused?.code, "claim_not_at_this_step");
    });
  }
});
