import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { actionCamera, instant, terms, twoYearPlan } from "../../../test/support/cases.ts";
import { heldContract, heldDevice, slots } from "../../../test/support/heldDevice.ts";
import type { DeviceRecord } from "../../contracts/index.ts";
import { decideOpenClaim, type ReportTold } from "./decideOpenClaim.ts";

const at = instant("2026-09-05T10:00:00Z");
const dropped: ReportTold = {
  serial: "AC4TEST0001",
  channel: "online",
  wants: "replacement",
  incident: { at: "2026-09-04", cause: "drop", parts: ["camera"] },
};

function open(told: Partial<ReportTold>, record: DeviceRecord | undefined = actionCamera()) {
  return decideOpenClaim({ ...dropped, ...told }, { at, record, terms });
}

function happened(incident: Partial<ReportTold["incident"]>): Partial<ReportTold> {
  return { incident: { ...dropped.incident, ...incident } };
}

const inWarranty = actionCamera(undefined, { warrantyEndsAt: instant("2027-05-25T10:00:00Z") });
const allUsed = actionCamera([twoYearPlan({ state: "exhausted", slots: slots({ used: 3 }) })]);

describe("reporting a damage", () => {
  it("answers a dropped camera with the plan, its first fee, and what to send", () => {
    const { accepted } = open({});
    assert.equal(accepted?.receipt.outcome, "plan");
    const { amount, currency, nth } = accepted.receipt.fee ?? {};
    assert.deepEqual([amount, currency, nth], [11900, "PLN", 1]);
    assert.deepEqual(accepted.reserves, [{ benefit: "replacement" }]);
    assert.equal(accepted.contract?.no, 1);
    assert.deepEqual(accepted.packing.send, ["camera", "battery"]);
    assert.ok(accepted.packing.keep.includes("memory-card"));
  });

  const fees: [Parameters<typeof slots>[0], number][] = [
    [{ free: 3 }, 11900],
    [{ used: 1, free: 2 }, 18500],
    [{ used: 2, free: 1 }, 24900],
    [{ used: 1, reserved: 1, free: 1 }, 24900],
  ];
  for (const [taken, fee] of fees) {
    const { used = 0, reserved = 0 } = taken;
    it(`asks ${fee / 100} zloty when ${used} are used and ${reserved} promised to another claim`, () => {
      const record = actionCamera([twoYearPlan({ slots: slots(taken) })]);
      assert.equal(open({}, record).accepted?.receipt.fee?.amount, fee);
    });
  }

  const answers: [string, Partial<ReportTold>, DeviceRecord, string, string[]][] = [
    ["all three are used", {}, allUsed, "paid", ["cover.count"]],
    ["it was stolen", happened({ stolen: true }), actionCamera(), "refused", ["except.stolen"]],
    ["it was left behind", happened({ abandoned: true }), actionCamera(), "refused", ["except.stolen"]],
    ["it is gone", happened({ lost: "total" }), actionCamera(), "refused", ["except.lost"]],
    ["a part of it is gone", happened({ lost: "partial" }), actionCamera(), "paid", ["except.lost"]],
    ["only the case broke", happened({ parts: ["other"] }), actionCamera(), "paid", ["except.accessories"]],
    ["it came before the plan", happened({ at: "2026-05-30" }), actionCamera(), "paid", ["except.period"]],
    ["the battery is worn", happened({ cause: "battery" }), actionCamera(), "paid", ["cover.cause"]],
    ["a repair is wanted", { wants: "repair" }, actionCamera(), "paid", ["choice.route"]],
    [
      "the plan was cancelled",
      {},
      actionCamera([twoYearPlan({ state: "cancelled" })]),
      "paid",
      ["cover.plan"],
    ],
  ];
  for (const [when, told, record, outcome, against] of answers) {
    it(`answers ${outcome} when ${when}, says why, and promises nothing`, () => {
      const { receipt, reserves } = open(told, record).accepted ?? {};
      assert.equal(receipt?.outcome, outcome);
      const clauses = receipt.against.map(({ clause }) => clause);
      assert.deepEqual(
        against.filter((clause) => !clauses.includes(clause)),
        [],
        clauses.join(),
      );
      assert.deepEqual(reserves, []);
    });
  }

  const defects: [string, Partial<ReportTold>, DeviceRecord, string, string[]][] = [
    ["inside the warranty", happened({ cause: "defect" }), inWarranty, "warranty", []],
    ["when all three are used", happened({ cause: "defect" }), withWarranty(allUsed), "warranty", []],
    [
      "of an unknown warranty",
      happened({ cause: "defect" }),
      actionCamera(),
      "undecided",
      ["device.warrantyEndsAt"],
    ],
    [
      "on the day the warranty ends",
      happened({ cause: "defect", at: "2027-05-25" }),
      inWarranty,
      "undecided",
      ["incident.at"],
    ],
    [
      "in the hour before it ends",
      happened({ cause: "defect", at: "2027-05-25T09:00:00Z" }),
      inWarranty,
      "warranty",
      [],
    ],
  ];
  for (const [what, told, record, outcome, needs] of defects) {
    it(`answers a defect ${what} with ${outcome}, and uses nothing`, () => {
      const later = { at: instant("2027-06-01T10:00:00Z"), record, terms };
      const { receipt, reserves } = decideOpenClaim({ ...dropped, ...told }, later).accepted ?? {};
      assert.equal(receipt?.outcome, outcome);
      assert.equal(receipt.uses, null);
      assert.deepEqual(reserves, []);
      const asked = needs.filter((fact) => !receipt.needs.includes(fact));
      assert.deepEqual(asked, [], receipt.needs.join());
    });
  }

  it("does not guess which parts broke when nobody says, and promises nothing yet", () => {
    const { accepted } = open({ incident: { at: "2026-09-04", cause: "drop" } });
    assert.equal(accepted?.receipt.outcome, "undecided");
    assert.deepEqual(accepted.receipt.needs, ["incident.parts"]);
    assert.deepEqual(accepted.reserves, []);
  });

  it("judges by the plan that ran when it happened, though another runs now", () => {
    const first = twoYearPlan({
      state: "expired",
      endsAt: instant("2026-08-01T00:00:00Z"),
      slots: slots({ used: 1, free: 2 }),
    });
    const second = twoYearPlan({ no: 2, startsAt: instant("2026-08-01T00:00:00Z"), renewsNo: 1 });
    const cases: [string, number, number][] = [
      ["2026-07-31T21:00:00Z", 1, 18500],
      ["2026-07-30", 1, 18500],
      ["2026-08-01T00:00:00Z", 2, 11900],
      ["2026-08-02", 2, 11900],
    ];
    for (const [when, no, fee] of cases) {
      const { accepted } = open(happened({ at: when }), actionCamera([first, second]));
      assert.deepEqual([accepted?.contract?.no, accepted?.receipt.fee?.amount], [no, fee], when);
    }
  });

  it("takes a fee's own currency, and the plan's where no fee is listed", () => {
    const told = { serial: "I2TEST0001", incident: { ...dropped.incident, parts: ["aircraft" as const] } };
    const inspire = heldDevice([heldContract()], {
      serial: "I2TEST0001",
      model: "inspire-2",
      series: "inspire-2",
    });
    const unlisted = open(told, inspire).accepted;
    assert.deepEqual([unlisted?.receipt.outcome, unlisted?.currency], ["incomplete", "EUR"]);
    const bought = actionCamera([twoYearPlan({ currency: "EUR" })]);
    assert.equal(open({}, bought).accepted?.currency, "PLN");
  });

  const refused: [string, Partial<ReportTold>, DeviceRecord | undefined, string][] = [
    ["a serial nobody knows", {}, undefined, "device_unknown"],
    ["a serial that was swapped out", { serial: "AC4TEST0000" }, actionCamera(), "unit_replaced"],
    ["a second from now", happened({ at: "2026-09-05T10:00:01Z" }), actionCamera(), "incident_in_future"],
    ["the day after tomorrow", happened({ at: "2026-09-07" }), actionCamera(), "incident_in_future"],
  ];
  for (const [what, told, record, code] of refused) {
    it(`refuses ${what}`, () => {
      const decision = decideOpenClaim({ ...dropped, ...told }, { at, record, terms });
      assert.equal(decision.refused?.code, code);
    });
  }

  it("takes a day for begun that has begun somewhere on earth", () => {
    const evening = { at: instant("2026-09-05T10:00:00Z"), record: actionCamera(), terms };
    const tomorrow = { ...dropped, ...happened({ at: "2026-09-06" }) };
    assert.ok(decideOpenClaim(tomorrow, evening).accepted);
    const morning = { ...evening, at: instant("2026-09-05T09:59:59Z") };
    assert.equal(decideOpenClaim(tomorrow, morning).refused?.code, "incident_in_future");
  });
});

function withWarranty(record: DeviceRecord): DeviceRecord {
  return { ...record, device: { ...record.device, warrantyEndsAt: instant("2027-05-25T10:00:00Z") } };
}
