import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isWrong, lackOf, missingOf, parcelOf } from "./parcel.ts";

const wanted = {
  expectedParts: ["camera", "battery"],
  claim: { id: "clm_a_1" },
  device: { serial: "AC4X7K2M9P" },
};
const whole = {
  scanned: " ac4x-7k2m 9p ",
  ticked: ["camera", "battery"],
  condition: " dry ",
  differs: false,
  weight: "",
};

describe("a parcel", () => {
  it("that holds everything is an intake in the serial's one spelling", () => {
    assert.deepEqual(parcelOf(whole, wanted), {
      id: "clm_a_1",
      serial: "AC4X7K2M9P",
      parts: ["camera", "battery"],
      condition: "dry",
    });
    assert.deepEqual(missingOf(whole, wanted), []);
  });

  it("that is not whole lacks one thing after the other", () => {
    const empty = { scanned: "", ticked: [], condition: "", differs: false, weight: "" };
    assert.equal(lackOf(empty, wanted), "serial");
    assert.equal(lackOf({ ...empty, scanned: "AC4Y" }, wanted), "right");
    assert.equal(lackOf({ ...empty, scanned: whole.scanned }, wanted), "parts");
    assert.equal(lackOf({ ...whole, condition: " " }, wanted), "condition");
  });

  it("with another device in it is wrong and is no intake", () => {
    const other = { ...whole, scanned: "AC4Y" };
    assert.ok(isWrong(other, wanted));
    assert.equal(parcelOf(other, wanted), undefined);
  });

  it("that is not scanned yet is not wrong, and no intake either", () => {
    const unscanned = { ...whole, scanned: "" };
    assert.ok(!isWrong(unscanned, wanted));
    assert.equal(parcelOf(unscanned, wanted), undefined);
  });

  it("without a part or a condition is no intake", () => {
    assert.equal(parcelOf({ ...whole, ticked: [] }, wanted), undefined);
    assert.equal(parcelOf({ ...whole, condition: " " }, wanted), undefined);
  });

  it("lacks what neither came now nor before", () => {
    const first = { ...whole, ticked: ["camera"] };
    assert.deepEqual(missingOf(first, wanted), ["battery"]);
    const claim = { id: "clm_a_1", returnedParts: ["camera"] };
    assert.deepEqual(missingOf({ ...whole, ticked: ["battery"] }, { ...wanted, claim }), []);
  });
});
