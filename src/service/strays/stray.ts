import { type Static, Type } from "typebox";
import { Instant, publicId, shape } from "../../platform/index.ts";

/** Why a parcel is kept by itself. */
export const strayReasons = ["unknown_serial", "no_serial", "another_maker", "another_device"] as const;
export type StrayReason = (typeof strayReasons)[number];

/** What became of it. */
export const strayStates = ["kept", "matched", "sent_back"] as const;
export type StrayState = (typeof strayStates)[number];

/** A parcel that no case is about. */
export interface Stray {
  readonly strayId: string;
  readonly why: StrayReason;
  readonly state: StrayState;
  readonly serial: string | null;
  readonly parts: readonly string[];
  /** What was in it, in the bench's words. */
  readonly contents: string;
  readonly weightGrams: number | null;
  readonly place: string;
  readonly deviceId: string | null;
  readonly claimNo: number | null;
  readonly foundAt: Temporal.Instant;
  readonly carrier: string | null;
  readonly tracking: string | null;
  readonly closedAt: Temporal.Instant | null;
}

/** A stray as the bench sees it. */
export const StraySchema = shape({
  id: Type.String(),
  why: Type.Enum([...strayReasons]),
  state: Type.Enum([...strayStates]),
  serial: Type.Optional(Type.String()),
  parts: Type.Array(Type.String()),
  contents: Type.String(),
  weightGrams: Type.Optional(Type.Integer()),
  place: Type.String(),
  /** The case it came with, or was found to be of. */
  claimId: Type.Optional(Type.String()),
  foundAt: Instant,
  carrier: Type.Optional(Type.String()),
  tracking: Type.Optional(Type.String()),
  closedAt: Type.Optional(Instant),
});
export type StrayView = Static<typeof StraySchema>;

/** The outside form of a stray. */
export function strayView(stray: Stray): StrayView {
  const { strayId, why, state, serial, parts, contents, weightGrams, place } = stray;
  const { deviceId, claimNo, carrier, tracking } = stray;
  return {
    ...{ id: publicId("str", strayId), why, state, parts: [...parts], contents, place },
    ...(serial === null ? {} : { serial }),
    ...(weightGrams === null ? {} : { weightGrams }),
    ...(deviceId === null || claimNo === null ? {} : { claimId: publicId("clm", deviceId, claimNo) }),
    foundAt: stray.foundAt.toString(),
    ...(carrier === null ? {} : { carrier }),
    ...(tracking === null ? {} : { tracking }),
    ...(stray.closedAt === null ? {} : { closedAt: stray.closedAt.toString() }),
  };
}
