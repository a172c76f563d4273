import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { actionCamera, instant, referenceTerms, slots, twoYearContract } from "../../../test/support/cases.ts";
import type { DeviceRecord } from "../../contracts/index.ts";
import { decideOpenClaim, type ReportTold } from "./decideOpenClaim.ts";

const terms = referenceTerms();
const at = instant("2026-09-05T10:00:00Z");
const dropped: ReportTold = {
  serial: "AC4TEST0001",
  channel: "online",
  wants: "replacement",
  incident: { at: "2026-09-04", cause: "drop", parts: ["camera"] },
};

describe("reporting a damage", () => {
  const open = (told: Partial<ReportTold>, record: DeviceRecord | undefined = actionCamera()) =>
    decideOpenClaim({ ...dropped, ...told }, { at, record, terms: record === undefined ? undefined : terms });

  it("answers a dropped camera with the plan, the first fee, and a promised replacement", () => {
    const { accepted } = open({});
    assert.equal(accepted?.receipt.outcome, "plan");
    assert.deepEqual(
      [accepted?.receipt.fee?.amount, accepted?.receipt.fee?.currency, accepted?.receipt.fee?.nth],
      [11900, "PLN", 1],
    );
    assert.equal(accepted?.reserves, true);
    assert.deepEqual(accepted?.packing.send, ["camera", "battery"]);
    assert.ok(accepted?.packing.keep.includes("memory-card"));
  });

  const fees: [number, number, number][] = [
    [0, 0, 11900],
    [1, 0, 18500],
    [2, 0, 24900],
    [1, 1, 24900],
  ];
  for (const [used, reserved, fee] of fees) {
    it(`asks ${fee} with ${used} used and ${reserved} promised to another claim`, () => {
      const record = actionCamera([twoYearContract({ slots: slots(3, used, reserved) })]);
      assert.equal(open({}, record).accepted?.receipt.fee?.amount, fee);
    });
  }

  const routes: [string, Partial<ReportTold>, DeviceRecord, string, string[]][] = [
    ["all three are used", {}, actionCamera([twoYearContract({ slots: slots(3, 3) })]), "paid", ["cover.count"]],
    [
      "the camera was stolen",
      { incident: { ...dropped.incident, stolen: true } },
      actionCamera(),
      "paid",
      ["except.stolen"],
    ],
    [
      "the camera is lost",
      { incident: { ...dropped.incident, lost: "total" } },
      actionCamera(),
      "paid",
      ["except.lost"],
    ],
    [
      "it happened before the plan",
      { incident: { ...dropped.incident, at: "2026-05-30T10:00:00Z" } },
      actionCamera(),
      "paid",
      ["except.outside"],
    ],
  ];
  for (const [when, told, record, outcome, against] of routes) {
    it(`goes the paid way when ${when}, says why, and promises nothing`, () => {
      const { accepted } = open(told, record);
      assert.equal(accepted?.receipt.outcome, outcome);
      assert.deepEqual(
        accepted?.receipt.against.map((reason) => reason.clause).filter((clause) => against.includes(clause)),
        against,
      );
      assert.equal(accepted?.reserves, false);
    });
  }

  it("sends a defect inside the maker's warranty there, where it uses nothing", () => {
    const record = actionCamera(undefined, { warrantyEndsAt: instant("2027-05-25T10:00:00Z") });
    const { accepted } = open({ incident: { at: "2026-09-04T10:00:00Z", cause: "defect" } }, record);
    assert.equal(accepted?.receipt.outcome, "warranty");
    assert.equal(accepted?.receipt.uses, null);
    assert.equal(accepted?.reserves, false);
  });

  const refused: [string, Partial<ReportTold>, DeviceRecord | undefined, string][] = [
    ["an unknown serial", {}, undefined, "serial_unknown"],
    ["a serial that was swapped out", { serial: "AC4TEST0000" }, actionCamera(), "serial_retired"],
    [
      "an incident in the future",
      { incident: { at: "2026-09-05T10:00:01Z", cause: "drop" } },
      actionCamera(),
      "incident_in_future",
    ],
    ["the day after tomorrow", { incident: { at: "2026-09-07", cause: "drop" } }, actionCamera(), "incident_in_future"],
  ];
  for (const [what, told, record, code] of refused) {
    it(`refuses ${what}`, () => {
      const facts = { at, record, terms: record === undefined ? undefined : terms };
      assert.equal(decideOpenClaim({ ...dropped, ...told }, facts).refused?.code, code);
    });
  }

  it("takes today anywhere on earth for a day that has begun", () => {
    assert.ok(open({ incident: { at: "2026-09-06", cause: "drop" } }).accepted !== undefined);
  });
});
