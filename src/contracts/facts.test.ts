import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { heldContract, heldDevice, slots } from "../../test/support/heldDevice.ts";
import { compileTerms, readTerms } from "../terms/index.ts";
import type { Contract } from "./contract.ts";
import { currentContract, deviceFacts, periodAfter, planFacts, runsAt } from "./facts.ts";

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

describe("the period of a contract that follows another", () => {
  const file = "programmes/samples/monthly-request.terms.md";
  const { document } = readTerms({ file, text: readFileSync(file, "utf8") });
  assert.ok(document);
  const monthly = compileTerms(document);
  const noon = (day: string): Temporal.Instant => Temporal.Instant.from(`${day}T12:00:00-10:00`);
  const midnight = (day: string): Temporal.Instant => Temporal.Instant.from(`${day}T00:00:00-10:00`);
  const month = (no: number, startsAt: Temporal.Instant, endsAt: Temporal.Instant) =>
    heldContract({
      no,
      product: "monthly",
      region: "US",
      startsAt,
      endsAt,
      renewsNo: no === 1 ? null : no - 1,
    });
  const first = month(1, noon("2026-01-31"), midnight("2026-03-01"));
  const second = month(2, first.endsAt, midnight("2026-03-31"));
  const lastDay = (contracts: readonly Contract[], startsAt: Temporal.Instant): string => {
    const contract = contracts.at(-1) ?? assert.fail();
    const following = { record: heldDevice(contracts), contract, product: "monthly", startsAt };
    return periodAfter(monthly, startsAt, following).lastDay;
  };

  it("counts from the first of those that follow one another", () => {
    assert.equal(lastDay([first], first.endsAt), "2026-03-30");
    assert.equal(lastDay([first, second], second.endsAt), "2026-04-30");
  });

  it("counts from itself after a gap", () => {
    assert.equal(lastDay([first, second], noon("2026-03-31").add({ hours: 24 })), "2026-04-30");
    assert.equal(lastDay([first, { ...second, startsAt: noon("2026-03-02") }], second.endsAt), "2026-04-30");
  });
});
