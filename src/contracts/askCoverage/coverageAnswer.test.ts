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
    assert.equal(answer.status, "too_late");
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

  it("holds no name, no case and no id of ours", () => {
    const record = heldDevice();
    const told = JSON.stringify(ask(record, "2026-07-01T00:00:00Z"));
    assert.ok(!told.includes("holder") && !told.includes(record.device.deviceId));
  });
});
