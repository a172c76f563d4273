import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { heldContract, heldDevice } from "../../../test/support/heldDevice.ts";
import { referenceTerms } from "../../../test/support/referenceTerms.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import { deviceFacts } from "../facts.ts";
import { type CoverageAnswer, coverageAnswer } from "./coverageAnswer.ts";

const terms = referenceTerms();

function ask(record: DeviceRecord | undefined, at: string, serial = "MVP1234567"): CoverageAnswer {
  const instant = Temporal.Instant.from(at);
  const offers =
    record === undefined
      ? []
      : [
          terms.decide("offer", {
            at,
            code: { product: "care-1y", region: "EU" },
            device: deviceFacts(record),
            invitation: "none",
          }),
        ];
  return coverageAnswer(serial, instant, record, offers);
}

describe("what anybody may know of a serial", () => {
  it("we never saw: that we do not know it, and how to go on", () => {
    const answer = ask(undefined, "2026-07-01T00:00:00Z");
    assert.equal(answer.status, "unknown");
    assert.match(answer.says, /activate/);
  });

  it("that is covered: until which day", () => {
    const answer = ask(heldDevice(), "2026-07-01T00:00:00Z");
    assert.deepEqual([answer.status, answer.lastDay], ["covered", "2027-06-01"]);
  });

  it("that is covered and renewed: until the day the renewal ends", () => {
    const endsAt = Temporal.Instant.from("2028-06-03T01:00:00Z");
    const next = heldContract({ no: 2, state: "scheduled", renewsNo: 1, endsAt });
    const answer = ask(heldDevice([heldContract(), next]), "2026-07-01T00:00:00Z");
    assert.equal(answer.coveredUntil, endsAt.toString());
  });

  it("whose plan is used up: that it is, until when it runs, and what follows", () => {
    const usedUp = heldContract({ state: "exhausted" });
    const next = heldContract({ no: 2, state: "scheduled", renewsNo: 1, startsAt: usedUp.endsAt });
    const warrantyEndsAt = Temporal.Instant.from("2028-06-02T00:00:00Z");
    const answer = ask(heldDevice([usedUp, next], { warrantyEndsAt }), "2026-07-01T00:00:00Z");
    assert.deepEqual([answer.status, answer.lastDay], ["used_up", "2027-06-01"]);
    assert.equal(answer.coveredAgainFrom, usedUp.endsAt.toString());
    assert.equal(answer.warrantyUntil, warrantyEndsAt.toString());
  });

  it("whose plan is suspended: that it gives nothing now, and neither why nor since when", () => {
    const answer = ask(heldDevice([heldContract({ state: "suspended" })]), "2026-07-01T00:00:00Z");
    assert.deepEqual([answer.status, answer.lastDay], ["suspended", "2027-06-01"]);
    assert.doesNotMatch(JSON.stringify(answer), /disput|payment/);
  });

  it("whose plan was ended early: that it was, and on which day in its zone", () => {
    const endedAt = Temporal.Instant.from("2026-11-02T00:30:00Z");
    const ended = heldContract({ state: "cancelled", endedAt });
    const answer = ask(heldDevice([ended]), "2026-12-01T00:00:00Z");
    assert.deepEqual([answer.status, answer.endedOn, answer.lastDay], ["cancelled", "2026-11-01", undefined]);
    const young = ask(heldDevice([ended]), "2026-06-02T00:00:00Z");
    assert.deepEqual([young.status, young.endedOn], ["may_buy", "2026-11-01"]);
    const later = heldContract({ no: 2, state: "expired" });
    assert.equal(ask(heldDevice([ended, later]), "2027-09-01T00:00:00Z").status, "ended");
  });

  it("without a plan, inside its window: that a plan may be had, and until when", () => {
    const answer = ask(heldDevice([]), "2026-06-02T00:00:00Z");
    assert.deepEqual([answer.status, answer.mayBuyUntil], ["may_buy", "2026-06-03T10:00:00Z"]);
  });

  it("never activated: that a plan may be had, without an end", () => {
    const answer = ask(heldDevice([], { activation: "never", activatedAt: null }), "2026-06-02T00:00:00Z");
    assert.equal(answer.status, "may_buy");
    assert.equal(answer.mayBuyUntil, undefined);
  });

  it("without a plan, past its window: that it is too late, and which door is open", () => {
    const answer = ask(heldDevice([]), "2026-06-03T10:00:01Z");
    assert.deepEqual([answer.status, answer.tooLateSince], ["too_late", "2026-06-03"]);
    assert.deepEqual(answer.doors, ["video-verification"]);
    assert.equal(answer.receipt?.outcome, "refused");
  });

  it("whose plan is over: when it ended", () => {
    const answer = ask(heldDevice([heldContract({ state: "expired" })]), "2027-07-01T00:00:00Z");
    assert.deepEqual([answer.status, answer.lastDay], ["ended", "2027-06-01"]);
  });

  it("of whose first use nobody told us: that we do not know enough", () => {
    const answer = ask(heldDevice([], { activation: "unknown", activatedAt: null }), "2026-06-02T00:00:00Z");
    assert.equal(answer.status, "unknown");
  });

  it("that was taken back: the serial that followed it", () => {
    const answer = ask(heldDevice(), "2030-01-01T00:00:00Z", "MVP0000000");
    assert.deepEqual([answer.status, answer.replacedBy], ["replaced", "MVP1234567"]);
  });

  it("that another holder's unit followed: only that it was taken back", () => {
    const [from, swapped] = ["2026-06-01T10:00:00Z", "2027-08-01T00:00:00Z"].map((at) =>
      Temporal.Instant.from(at),
    ) as [Temporal.Instant, Temporal.Instant];
    const second = heldContract({ no: 2, holderId: "next", startsAt: heldContract().endsAt });
    const device = heldDevice([heldContract({ state: "expired" }), second]);
    const units = [
      { no: 1, serial: "MVP0000000", from, to: swapped, reason: "first" },
      { no: 2, serial: "MVP1234567", from: swapped, to: null, reason: "replacement" },
    ] as const;
    const answer = ask({ ...device, units }, "2030-01-01T00:00:00Z", "MVP0000000");
    assert.deepEqual([answer.status, answer.replacedBy], ["replaced", undefined]);
  });

  it("never holds when the device was first used, nor what would change the answer", () => {
    const days = ["2026-06-02T00:00:00Z", "2026-06-03T10:00:01Z", "2027-07-01T00:00:00Z"];
    const records = [heldDevice([]), heldDevice([heldContract({ state: "expired" })])];
    for (const answer of days.flatMap((at) => records.map((record) => ask(record, at)))) {
      const { mayBuyUntil: _, ...told } = answer;
      assert.doesNotMatch(JSON.stringify(told), /"facts"|"from"|"wouldChange"|T10:00:00Z/);
    }
  });

  it("holds no name, no case and no id of ours", () => {
    const record = heldDevice();
    const told = JSON.stringify(ask(record, "2026-07-01T00:00:00Z"));
    assert.ok(!told.includes("holder") && !told.includes(record.device.deviceId));
  });
});
