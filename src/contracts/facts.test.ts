import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { heldContract, heldDevice, slots } from "../../test/support/heldDevice.ts";
import { currentContract, deviceFacts, planFacts, runsAt } from "./facts.ts";

const later = heldContract({
  no: 2,
  product: "care-plus",
  state: "scheduled",
  renewsNo: 1,
  startsAt: Temporal.Instant.from("2027-06-02T00:00:00Z"),
  endsAt: Temporal.Instant.from("2028-06-03T00:00:00Z"),
});

describe("the facts of a device", () => {
  it("tell its running plan and how long it was covered in all", () => {
    const facts = deviceFacts(heldDevice([heldContract(), later]));
    assert.equal(facts.plan, "care-1y");
    assert.equal(facts.everBound, true);
    assert.equal(facts.monthsCovered, 24);
    assert.equal(facts.replacedBy, "none");
    assert.equal(facts.warrantyEndsAt, "unknown");
  });

  it("of one without a plan, or with a cancelled one, tell that it never had one", () => {
    for (const contracts of [[], [heldContract({ state: "cancelled" })]]) {
      const facts = deviceFacts(heldDevice(contracts));
      assert.deepEqual([facts.plan, facts.everBound, facts.monthsCovered], ["none", false, 0]);
    }
  });

  it("asked for by a serial it no longer wears name the one it wears now", () => {
    const facts = deviceFacts(heldDevice(), "MVP0000000");
    assert.deepEqual([facts.serial, facts.replacedBy], ["MVP0000000", "MVP1234567"]);
  });

  it("tell a first activation that nobody knows from one that never was", () => {
    const unknown = heldDevice([], { activation: "unknown", activatedAt: null });
    const never = heldDevice([], { activation: "never", activatedAt: null });
    assert.equal(deviceFacts(unknown).activatedAt, "unknown");
    assert.equal(deviceFacts(never).activatedAt, "never");
  });
});

describe("the facts of a plan", () => {
  const contract = heldContract({ slots: slots({ used: 1, reserved: 1, free: 1 }) });

  it("count what is used and what is promised to other cases, and not what is promised to this one", () => {
    const record = heldDevice([contract]);
    const usesFor = (claimNo: number) => {
      const facts = planFacts(record, contract, claimNo);
      assert.ok(facts !== "none" && Array.isArray(facts.uses));
      return facts.uses.length;
    };
    assert.equal(usesFor(99), 2);
    assert.equal(usesFor(7), 1);
  });

  it("name the plans before it", () => {
    const facts = planFacts(heldDevice([contract, later]), later);
    assert.ok(facts !== "none");
    assert.deepEqual(facts.history, ["care-1y"]);
  });

  it("are none without a contract", () => {
    assert.equal(planFacts(heldDevice([]), undefined), "none");
  });
});

describe("the contract a case is judged by", () => {
  const over = heldContract({ state: "expired" });
  const running = { ...later, state: "active" as const };
  const record = heldDevice([over, running]);

  it("is the one that ran when it happened, else the one that runs, else the last", () => {
    const at = (text: string) => currentContract(record, Temporal.Instant.from(text))?.no;
    assert.equal(at("2027-06-01T23:59:59Z"), 1);
    assert.equal(at("2027-06-02T00:00:00Z"), 2);
    assert.equal(at("2026-01-01T00:00:00Z"), 2);
    assert.equal(currentContract(heldDevice([over]))?.no, 1);
    assert.equal(currentContract(heldDevice([])), undefined);
  });

  it("runs to the instant before its end", () => {
    assert.ok(runsAt(over, over.endsAt.subtract({ nanoseconds: 1 })));
    assert.ok(!runsAt(over, over.endsAt));
  });
});
