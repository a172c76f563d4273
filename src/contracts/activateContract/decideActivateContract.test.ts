import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { referenceTerms, termsWithout } from "../../../test/support/referenceTerms.ts";
import type { Code } from "../code.ts";
import type { Contract } from "../contract.ts";
import type { Device } from "../device.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import { type ActivationFacts, decideActivateContract } from "./decideActivateContract.ts";

const at = Temporal.Instant.from("2026-11-21T09:00:00Z");
const terms = referenceTerms();

function hoursAgo(hours: number, minutes = 0, seconds = 0): Temporal.Instant {
  return at.subtract({ hours, minutes, seconds });
}

const mavicCode: Code = {
  digest: Buffer.alloc(32),
  last4: "T32G",
  programme: "dji-care-refresh",
  plan: "care-1y",
  sku: "CARE-1Y-MAVIC-PRO",
  models: ["mavic-pro"],
  region: "EU",
  state: "sold",
  soldAt: hoursAgo(100),
  deliveredAt: hoursAgo(100),
  redeemedBy: null,
  orderId: "order",
  saleNo: null,
  redeemedAt: null,
};
const actionCode: Code = { ...mavicCode, plan: "care-2y", models: ["osmo-action-4"] };

function mavic(activatedAt: Temporal.Instant | "never", more: Partial<Device> = {}): Device {
  return {
    deviceId: "01m7ynaym0vqhpgnwdrkms6x8c",
    serial: "MVP1234567",
    model: "mavic-pro",
    series: "mavic",
    group: "aircraft",
    region: "EU",
    activation: activatedAt === "never" ? "never" : "known",
    activatedAt: activatedAt === "never" ? null : activatedAt,
    purchasedOn: null,
    warrantyEndsAt: null,
    createdAt: at,
    ...more,
  };
}

function action(activatedAt: Temporal.Instant | "never"): Device {
  return mavic(activatedAt, {
    serial: "AC41234567",
    model: "osmo-action-4",
    series: "osmo-action",
    group: "handheld",
  });
}

/** The record of a device that was only just written down. */
function recordOf(device: Device): DeviceRecord {
  const from = device.activatedAt ?? device.createdAt;
  return {
    device,
    units: [{ no: 1, serial: device.serial, from, to: null, reason: "first" }],
    contracts: [],
  };
}

function withContract(device: Device, state: Contract["state"]): DeviceRecord {
  const contract: Contract = {
    deviceId: device.deviceId,
    no: 1,
    programme: "dji-care-refresh",
    termsVersion: "2025-06",
    product: "care-1y",
    region: "EU",
    zone: "Atlantic/Azores",
    currency: "EUR",
    holderId: "somebody",
    state,
    startsAt: hoursAgo(1000),
    endsAt: state === "active" ? at.add({ hours: 1000 }) : hoursAgo(10),
    renewsNo: null,
    heldFrom: null,
    concludedAt: hoursAgo(1000),
    slots: [],
  };
  return { ...recordOf(device), contracts: [contract] };
}

function decide(told: Device, more: Partial<ActivationFacts> = {}) {
  return decideActivateContract({
    at,
    code: told.group === "handheld" ? actionCode : mavicCode,
    ownedByCaller: false,
    renewalUnderway: false,
    serial: told.serial,
    told,
    record: undefined,
    terms,
    ...more,
  });
}

interface Receipt {
  readonly against: readonly { readonly clause: string }[];
  readonly doors: readonly { readonly door: string }[];
}

function receiptOf({ refused }: ReturnType<typeof decide>): Receipt {
  assert.ok(refused);
  return refused.receipt as Receipt;
}

function against(decision: ReturnType<typeof decide>): readonly string[] {
  return receiptOf(decision).against.map(({ clause }) => clause);
}

describe("a code on an aircraft", () => {
  it("first flown 47 h 59 min ago: it starts now, with two replacements, through the same date", () => {
    const { accepted } = decide(mavic(hoursAgo(47, 59)));
    assert.deepEqual(accepted?.grants, [{ benefit: "replacement", count: 2 }]);
    assert.equal(accepted?.period.startsAt, at.toString());
    assert.equal(accepted?.period.lastDay, "2027-11-21");
    assert.equal(accepted?.currency, "EUR");
    assert.equal(accepted?.contractNo, 1);
  });

  it("first flown exactly 48 hours ago: it is in", () => {
    assert.ok(decide(mavic(hoursAgo(48))).accepted);
  });

  it("two seconds past 48 hours: refused by the aircraft window, and a video is the way on", () => {
    const decision = decide(mavic(hoursAgo(48, 0, 2)));
    assert.equal(decision.refused?.code, "terms_refuse");
    assert.deepEqual(against(decision), ["activate.aircraft"]);
    assert.deepEqual(
      receiptOf(decision).doors.map(({ door }) => door),
      ["video-verification"],
    );
  });

  it("of another model than the code: refused by the model", () => {
    const decision = decide(mavic("never", { model: "spark", series: "spark" }));
    assert.deepEqual(against(decision), ["activate.model"]);
  });

  it("bought in another region than the code: refused by the market", () => {
    const decision = decide(mavic("never", { region: "UK" }));
    assert.deepEqual(against(decision), ["activate.market"]);
  });
});

describe("a code on an action camera", () => {
  it("first used 12 days ago: two years and three replacements, in the currency of its fees", () => {
    const { accepted } = decide(action(hoursAgo(12 * 24)));
    assert.deepEqual(accepted?.grants, [{ benefit: "replacement", count: 3 }]);
    assert.equal(accepted?.period.lastDay, "2028-11-21");
    assert.equal(accepted?.currency, "PLN");
  });

  it("is in what was paid with, whatever its fees and its region have beside it", () => {
    const paidIn = (currency: string | null) =>
      decide(action(hoursAgo(12 * 24)), { code: { ...actionCode, currency } }).accepted?.currency;
    assert.deepEqual(["EUR", "PLN", null].map(paidIn), ["EUR", "PLN", "PLN"]);
  });

  it("first used 31 days ago: refused, and no door extends it", () => {
    assert.deepEqual(against(decide(action(hoursAgo(31 * 24)))), ["activate.handheld"]);
  });
});

describe("a code that is of no use", () => {
  const states: readonly Code["state"][] = ["stock", "redeemed", "void", "expired"];
  it("is said to be disputed where its payment is, and what to do", () => {
    const code = { ...mavicCode, state: "void", voidedFor: "disputed" } as const;
    const { refused } = decide(mavic("never"), { code });
    assert.equal(refused?.code, "code_disputed");
    assert.match(`${refused?.says} ${refused?.next}`, /payment is disputed.*Ask whoever bought it/);
    const returned = decide(mavic("never"), { code: { ...code, voidedFor: "returned" } }).refused;
    assert.equal(returned?.code, "code_refused");
  });

  it("gives one answer to a stranger, whatever is wrong with it", () => {
    const unknown = decide(mavic("never"), { code: undefined, terms: undefined });
    assert.equal(unknown.refused?.code, "code_refused");
    for (const state of states) {
      assert.deepEqual(decide(mavic("never"), { code: { ...mavicCode, state } }), unknown);
    }
  });

  it("tells its holder that it is used", () => {
    const code: Code = { ...mavicCode, state: "redeemed" };
    assert.equal(decide(mavic("never"), { code, ownedByCaller: true }).refused?.code, "code_used");
  });
});

describe("a device we know", () => {
  it("keeps our first activation, to the minute", () => {
    const known = mavic(Temporal.Instant.from("2026-11-20T10:00:10Z"));
    const same = decide(mavic(Temporal.Instant.from("2026-11-20T10:00:50Z")), { record: recordOf(known) });
    assert.ok(same.accepted?.device.activatedAt?.equals("2026-11-20T10:00:10Z"));
    const other = decide(mavic(Temporal.Instant.from("2026-11-20T10:01:00Z")), { record: recordOf(known) });
    assert.equal(other.refused?.code, "activation_disagrees");
    const never = decide(mavic("never"), { record: recordOf(known) });
    assert.equal(never.refused?.code, "activation_disagrees");
  });

  it("and knew as new may have been activated since", () => {
    const decision = decide(mavic(hoursAgo(5)), { record: recordOf(mavic("never")) });
    assert.equal(decision.accepted?.device.activation, "known");
  });

  it("as another model is refused", () => {
    const known = recordOf(mavic("never", { model: "spark" }));
    assert.equal(decide(mavic("never"), { record: known }).refused?.code, "model_disagrees");
  });

  it("with a running plan takes no second one, and renewal is the way on", () => {
    const decision = decide(mavic(hoursAgo(5)), { record: withContract(mavic(hoursAgo(5)), "active") });
    assert.deepEqual(against(decision), ["offer.single"]);
  });

  it("whose plan has ended takes a new one while a window is open", () => {
    const decision = decide(mavic("never"), { record: withContract(mavic("never"), "expired") });
    assert.equal(decision.accepted?.contractNo, 2);
  });

  it("by a serial it no longer wears takes none", () => {
    const record = recordOf(mavic("never", { serial: "MVP7654321" }));
    assert.deepEqual(against(decide(mavic("never"), { record })), ["activate.retired"]);
  });
});

describe("terms that allow what no terms can", () => {
  const lenient = termsWithout(["offer.region", "offer.single", "activate.market", "activate.retired"]);
  const code: Code = { ...mavicCode, region: "ZZ" };

  it("do not bind a serial that was taken back", () => {
    const record = recordOf(mavic("never", { serial: "MVP7654321" }));
    const decision = decide(mavic("never"), { record, terms: lenient });
    assert.equal(decision.refused?.code, "serial_retired");
  });

  it("do not run two plans on one device", () => {
    for (const state of ["active", "scheduled"] as const) {
      const decision = decide(mavic("never"), {
        record: withContract(mavic("never"), state),
        terms: lenient,
      });
      assert.equal(decision.refused?.code, "contract_running");
    }
  });

  it("do not conclude anything in a region the programme does not have", () => {
    const decision = decide(mavic("never", { region: "ZZ" }), { code, terms: lenient });
    assert.equal(decision.refused?.code, "region_unknown");
  });

  it("and a fact nobody has told leave it undecided", () => {
    const unknown = { ...mavic("never"), activation: "unknown" as const };
    assert.equal(decide(unknown).refused?.code, "terms_undecided");
  });
});
