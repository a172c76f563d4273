import { type Static, Type } from "typebox";
import { Instant, publicId, shape } from "../../platform/index.ts";

/**
 * available -> reserved -> shipped; quarantined -> triage -> refurbishing -> available, or renamed where it
 * goes on under another serial; -> parts | scrapped.
 */
export const unitStates = [
  "available",
  "reserved",
  "shipped",
  "quarantined",
  "triage",
  "refurbishing",
  "parts",
  "scrapped",
  "renamed",
] as const;
export type UnitState = (typeof unitStates)[number];

/** How a unit is; ungraded while nobody has looked. */
export const grades = ["new", "refurbished", "ungraded"] as const;
export type Grade = (typeof grades)[number];

/** One physical unit that is ours, or was. */
export interface SpareUnit {
  readonly serial: string;
  readonly model: string;
  readonly grade: Grade;
  readonly region: string;
  readonly centreId: string | null;
  readonly shelf: string;
  readonly state: UnitState;
  /** The case it is set aside for, or went out on. */
  readonly forDevice: string | null;
  readonly forClaim: number | null;
  /** The case it came in with. */
  readonly fromDevice: string | null;
  readonly fromClaim: number | null;
  readonly wasSerial: string | null;
  readonly nowSerial: string | null;
  readonly wipedAt: Temporal.Instant | null;
  readonly wipedBy: string | null;
  readonly cameAt: Temporal.Instant;
  readonly lastMove: number;
}

/** Where a unit stands. */
export interface Place {
  readonly centreId: string | null;
  readonly shelf: string;
}

/** Whether a unit in this state stands at its place. */
export function isPresent(state: UnitState): boolean {
  return ["available", "reserved", "quarantined", "triage", "refurbishing"].includes(state);
}

/** A step of a unit as it is kept. A level is the sum of `delta`. */
export interface StockMove extends Place {
  readonly cause: string;
  readonly delta: -1 | 0 | 1;
  readonly present: 0 | 1;
  readonly state: UnitState;
  readonly model: string;
  readonly region: string;
  readonly grade: Grade;
  readonly note: string | null;
}

type Standing = Pick<SpareUnit, "state" | "model" | "region" | "grade" | "centreId" | "shelf">;

/** Why a unit changed, once for each business cause, and what was said to it. */
export interface Cause {
  readonly cause: string;
  readonly note?: string | undefined;
}

/** The moves by which a unit gets from where it stood (nowhere, at first) to where it stands. Pure. */
export function movesOf(before: Standing | undefined, after: Standing, why: Cause): readonly StockMove[] {
  const was = before !== undefined && isPresent(before.state);
  const is = isPresent(after.state);
  const isElsewhere =
    before !== undefined &&
    (["model", "region", "grade", "centreId", "shelf"] as const).some((key) => before[key] !== after[key]);
  if (before !== undefined && was && is && isElsewhere) {
    return [move(before, -1, 0, why), move(after, 1, 1, why)];
  }
  // What leaves, leaves the place it stood at.
  if (before !== undefined && was && !is) {
    return [move({ ...before, state: after.state }, -1, 0, why)];
  }
  return [move(after, was === is ? 0 : 1, is ? 1 : 0, why)];
}

function move(
  { state, model, region, grade, centreId, shelf }: Standing,
  delta: StockMove["delta"],
  present: StockMove["present"],
  { cause, note }: Cause,
): StockMove {
  return { cause, delta, present, state, model, region, grade, centreId, shelf, note: note ?? null };
}

/** A unit as it is shown. */
export const UnitSchema = shape({
  serial: Type.String(),
  model: Type.String(),
  grade: Type.Enum([...grades]),
  region: Type.String(),
  /** The centre it stands at; left out where none is said. */
  centre: Type.Optional(Type.String()),
  shelf: Type.String(),
  state: Type.Enum([...unitStates]),
  /** The case it is set aside for, or went out on. */
  forClaim: Type.Optional(Type.String()),
  /** The case it came in with. */
  fromClaim: Type.Optional(Type.String()),
  wasSerial: Type.Optional(Type.String()),
  nowSerial: Type.Optional(Type.String()),
  /** Since when nothing of an owner is on it, and who says so. */
  wipedAt: Type.Optional(Instant),
  wipedBy: Type.Optional(Type.String()),
  cameAt: Instant,
});
export type UnitView = Static<typeof UnitSchema>;

/** The outside form of a unit. */
export function unitView(unit: SpareUnit): UnitView {
  const { serial, model, grade, region, centreId, shelf, state, wasSerial, nowSerial } = unit;
  const { forDevice, forClaim, fromDevice, fromClaim, wipedAt, wipedBy, cameAt } = unit;
  return {
    ...{ serial, model, grade, region, shelf, state },
    ...(centreId === null ? {} : { centre: publicId("cen", centreId) }),
    ...(forDevice === null || forClaim === null ? {} : { forClaim: publicId("clm", forDevice, forClaim) }),
    ...(fromDevice === null || fromClaim === null
      ? {}
      : { fromClaim: publicId("clm", fromDevice, fromClaim) }),
    ...(wasSerial === null ? {} : { wasSerial }),
    ...(nowSerial === null ? {} : { nowSerial }),
    ...(wipedAt === null ? {} : { wipedAt: wipedAt.toString() }),
    ...(wipedBy === null ? {} : { wipedBy }),
    cameAt: cameAt.toString(),
  };
}
