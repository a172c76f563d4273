import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { judgeSignals, type OtherCase, type SignalFacts } from "./judgeSignals.ts";

const at = (text: string) => Temporal.Instant.from(text);
const DEVICE = "01m7ynaym0vqhpgnwdrkms6x8c";
const OTHER = "01m7ynaym0vqhpgnwdrkms6x8d";
const earlier: OtherCase = {
  ...{ deviceId: DEVICE, no: 1, serial: "AC4000001", state: "closed", route: "plan", isGone: false },
  ...{ openedAt: at("2026-07-01T10:00:00Z"), closedAt: at("2026-07-20T10:00:00Z") },
};
const quiet: SignalFacts = {
  claim: { deviceId: DEVICE, no: 2, serial: "AC4000002", openedAt: at("2026-09-05T10:00:00Z") },
  happenedAt: at("2026-09-04T12:00:00Z"),
  bound: { contract: "ctr_1", at: at("2026-06-01T10:00:00Z") },
  ...{ earlier: [], cameBackIn: [], alike: [], ofPerson: [] },
};
const alike = { evidenceNo: 1, otherClaimNo: 1, otherNo: 4, otherCameToNothing: false, bits: 2 };
const kinds = (more: Partial<SignalFacts>) => judgeSignals({ ...quiet, ...more }).map(({ kind }) => kind);
const sameUnit = { claim: { ...quiet.claim, serial: earlier.serial } };

describe("a signal", () => {
  it("is none for a lawful second swap: the unit that broke is another one", () => {
    assert.deepEqual(kinds({ earlier: [earlier] }), []);
    // The control: the unit that was swapped out is in a case again.
    assert.deepEqual(kinds({ ...sameUnit, earlier: [earlier] }), ["serial_reuse"]);
  });

  it("is none for the case's own follow-up, told again with its own photos after nothing came of it", () => {
    const nothing = { ...earlier, state: "cancelled", route: null };
    const own = { ...alike, otherDeviceId: DEVICE, otherCameToNothing: true };
    assert.deepEqual(kinds({ ...sameUnit, earlier: [nothing], alike: [own] }), []);
    // The control: something was done in the case whose photos come again.
    const served = { ...own, otherCameToNothing: false };
    assert.deepEqual(kinds({ alike: [served] }), ["image_reuse"]);
  });

  it("is raised by a photo of another device's case, whatever became of that", () => {
    for (const otherCameToNothing of [true, false]) {
      assert.deepEqual(kinds({ alike: [{ ...alike, otherDeviceId: OTHER, otherCameToNothing }] }), [
        "image_reuse",
      ]);
    }
    const [same] = judgeSignals({ ...quiet, alike: [{ ...alike, otherDeviceId: OTHER, bits: 0 }] });
    assert.deepEqual([same?.weight, same?.restsOn], [5, [`clm_${OTHER}_1`]]);
  });

  it("is raised by what happened within three days of binding, not before it and not later", () => {
    const bound = { contract: "ctr_1", at: at("2026-09-01T12:00:00Z") };
    const when = (text: string) => kinds({ bound, happenedAt: at(text) });
    assert.deepEqual(when("2026-09-01T11:59:59Z"), []);
    assert.deepEqual(when("2026-09-01T12:00:00Z"), ["soon_after_binding"]);
    assert.deepEqual(when("2026-09-04T11:59:59Z"), ["soon_after_binding"]);
    assert.deepEqual(when("2026-09-04T12:00:00Z"), []);
  });

  it("is raised by a unit that was lost and broke again, and by one that came back elsewhere", () => {
    const gone = { ...earlier, isGone: true, state: "cancelled", route: null };
    assert.deepEqual(kinds({ ...sameUnit, earlier: [gone] }), ["activity_after_loss"]);
    assert.deepEqual(kinds({ earlier: [gone] }), []);
    assert.deepEqual(kinds({ cameBackIn: [{ deviceId: OTHER, no: 3 }] }), ["serial_reuse"]);
    assert.deepEqual(kinds({ cameBackIn: [{ deviceId: DEVICE, no: 2 }] }), []);
  });

  it("is raised by the fourth device of one person, however many cases each has", () => {
    const of = (count: number) =>
      Array.from({ length: count }, (_, place) => ({ deviceId: `${OTHER.slice(0, -1)}${place}`, no: 1 }));
    assert.deepEqual(kinds({ ofPerson: of(2) }), []);
    assert.deepEqual(kinds({ ofPerson: [...of(2), { deviceId: DEVICE, no: 1 }] }), []);
    assert.deepEqual(kinds({ ofPerson: of(3) }), ["velocity"]);
  });
});
