import type { CaseStanding } from "./caseStanding.ts";
import type { Cause, SpareUnit, UnitState } from "./spareUnit.ts";

/** A unit that is not as its case says. */
export interface Step {
  readonly before: SpareUnit | undefined;
  readonly after: SpareUnit;
  readonly why: Cause;
  /** The case's reservation afterwards; left out where that does not change. */
  readonly reservation?: "set" | "dropped";
}

/** States in which a claim is over for the pool, or its unit has gone. */
const gone = ["shipped", "closed"];

/**
 * What must change in the pool so that it stands as a case does: the unit that was given is out of it, the
 * one
 * that came in is in quarantine, and nothing is set aside for who needs nothing. Told late, twice or in
 * another
 * order it says the same, for it looks at how things stand and not at what happened. Pure.
 */
export function stepsOfCase(
  told: CaseStanding,
  units: ReadonlyMap<string, SpareUnit>,
  at: Temporal.Instant,
): readonly Step[] {
  return [
    ...given(told, units, at),
    ...freed(told, units),
    ...cameIn(told, units, at),
    ...wentBack(told, units),
  ];
}

/** The unit that went out for the one that came in; one the pool never saw is taken in now. */
function given(told: CaseStanding, units: ReadonlyMap<string, SpareUnit>, at: Temporal.Instant): Step[] {
  const { swap, deviceId, claimNo, state } = told;
  if (swap === null) {
    return [];
  }
  const before = units.get(swap.newSerial);
  const wanted: UnitState = gone.includes(state) ? "shipped" : "reserved";
  const why = { cause: `${wanted === "shipped" ? "shipment" : "swap"}/${keyOf(told)}/${swap.no}` };
  if (before === undefined) {
    const fresh = newUnit(told, swap.newSerial, at);
    return [
      {
        ...{ before, why, reservation: "set" },
        after: { ...fresh, state: wanted, forDevice: deviceId, forClaim: claimNo },
      },
    ];
  }
  const isOurs = before.forDevice === deviceId && before.forClaim === claimNo;
  if (before.state === "available") {
    // Taken in at the moment it was given: it is on the device already, so nobody else may have it.
    const after: SpareUnit = { ...before, state: wanted, forDevice: deviceId, forClaim: claimNo };
    return [{ before, after, why, reservation: "set" }];
  }
  return isOurs && before.state === "reserved" && wanted === "shipped"
    ? [{ before, after: { ...before, state: "shipped" }, why }]
    : [];
}

/** What is set aside for a case that was given another unit, or needs none. */
function freed(told: CaseStanding, units: ReadonlyMap<string, SpareUnit>): Step[] {
  const { setAside, swap, state, deviceId, claimNo } = told;
  const isNeeded = swap === null ? state === "paid" : swap.newSerial === setAside;
  const before = setAside === null ? undefined : units.get(setAside);
  if (before === undefined || isNeeded || before.state !== "reserved") {
    return [];
  }
  if (before.forDevice !== deviceId || before.forClaim !== claimNo) {
    return [];
  }
  const after: SpareUnit = { ...before, state: "available", forDevice: null, forClaim: null };
  const why = { cause: `freed/${keyOf(told)}/${before.lastMove}` };
  return [{ before, after, why, reservation: "dropped" }];
}

/** The unit that came in, once another has taken its place. */
function cameIn(told: CaseStanding, units: ReadonlyMap<string, SpareUnit>, at: Temporal.Instant): Step[] {
  const { swap, hasCome, deviceId, claimNo } = told;
  if (swap === null || !hasCome) {
    return [];
  }
  const before = units.get(swap.oldSerial);
  if (before !== undefined && before.state !== "shipped") {
    return [];
  }
  const from = { fromDevice: deviceId, fromClaim: claimNo, wipedAt: null, wipedBy: null } as const;
  const rest = { state: "quarantined", forDevice: null, forClaim: null } as const;
  const place = { centreId: told.centreId, shelf: "", grade: "ungraded", cameAt: at } as const;
  const after = { ...(before ?? newUnit(told, swap.oldSerial, at)), ...place, ...rest, ...from };
  return [{ before, after, why: { cause: `quarantine/${keyOf(told)}/${swap.no}` } }];
}

/** A swap that was taken back: the unit that had come in is its owner's again. */
function wentBack(told: CaseStanding, units: ReadonlyMap<string, SpareUnit>): Step[] {
  const { swap, serial, deviceId, claimNo } = told;
  const before = units.get(serial);
  if (swap !== null || before === undefined || before.state !== "quarantined") {
    return [];
  }
  if (before.fromDevice !== deviceId || before.fromClaim !== claimNo) {
    return [];
  }
  const after: SpareUnit = { ...before, state: "shipped", fromDevice: null, fromClaim: null };
  return [{ before, after, why: { cause: `owners_again/${keyOf(told)}/${before.lastMove}` } }];
}

function keyOf({ deviceId, claimNo }: CaseStanding): string {
  return `clm_${deviceId}_${claimNo}`;
}

function newUnit(told: CaseStanding, serial: string, at: Temporal.Instant): SpareUnit {
  return {
    ...{ serial, model: told.model, region: told.region, centreId: told.centreId, shelf: "" },
    ...{ grade: "ungraded", state: "reserved", forDevice: null, forClaim: null, cameAt: at },
    ...{ fromDevice: null, fromClaim: null, wasSerial: null, nowSerial: null, wipedAt: null },
    ...{ wipedBy: null, lastMove: 0 },
  };
}
