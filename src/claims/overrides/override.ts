import { type Static, Type } from "typebox";
import { Instant, Money, publicId, shape } from "../../platform/index.ts";
import { claimId } from "../claim.ts";

/** asked -> granted | declined; within the authority of who asks it is granted at once. */
export const overrideStates = ["asked", "granted", "declined"] as const;
export type OverrideState = (typeof overrideStates)[number];

/** What the owner gets by it. */
export const overrideGifts = ["repair", "replacement"] as const;
export type OverrideGift = (typeof overrideGifts)[number];

/** Why staff do better than the terms. */
export const overrideReasons = [
  "our_mistake",
  "long_wait",
  "same_fault_again",
  "unclear_terms",
  "hardship",
  "appeal",
  "other",
] as const;
export type OverrideReason = (typeof overrideReasons)[number];

/** One override of a case. Numbered within its device. */
export interface Override {
  readonly deviceId: string;
  readonly no: number;
  readonly claimNo: number;
  readonly state: OverrideState;
  readonly gives: OverrideGift;
  readonly feeMinor: number;
  readonly costMinor: number;
  readonly currency: string;
  readonly reason: OverrideReason;
  readonly note: string;
  readonly says: string | null;
  readonly appealNo: number | null;
  readonly askedBy: string;
  readonly askedAt: Temporal.Instant;
  readonly secondPerson: boolean;
  readonly decidedBy: string | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly decisionNote: string | null;
}

/** An override as the programme's people see it. */
export const OverrideShape = shape({
  id: Type.String(),
  claimId: Type.String(),
  state: Type.Enum([...overrideStates]),
  gives: Type.Enum([...overrideGifts]),
  /** What the owner still pays; 0 for nothing. */
  fee: Money,
  /** What it costs us. */
  cost: Money,
  reason: Type.Enum([...overrideReasons]),
  note: Type.String(),
  /** What its owner reads beside it. */
  says: Type.Optional(Type.String()),
  /** The appeal it follows from. */
  appealId: Type.Optional(Type.String()),
  askedBy: Type.String(),
  askedAt: Instant,
  /** Whether it was above the authority of who asked. */
  needsSecondPerson: Type.Boolean(),
  decidedBy: Type.Optional(Type.String()),
  decidedAt: Type.Optional(Instant),
  decisionNote: Type.Optional(Type.String()),
});
export type OverrideShape = Static<typeof OverrideShape>;

/** `ovr_<device>_<no>`. */
export function overrideId({ deviceId, no }: Pick<Override, "deviceId" | "no">): string {
  return publicId("ovr", deviceId, no);
}

export function toOverride(override: Override): OverrideShape {
  const { deviceId, claimNo, state, gives, currency, reason, note, says, appealNo } = override;
  const { askedBy, askedAt, secondPerson, decidedBy, decidedAt, decisionNote } = override;
  return {
    id: overrideId(override),
    claimId: claimId({ deviceId, no: claimNo }),
    ...{ state, gives, reason, note, askedBy },
    fee: { amount: override.feeMinor, currency },
    cost: { amount: override.costMinor, currency },
    ...(says === null ? {} : { says }),
    ...(appealNo === null ? {} : { appealId: publicId("apl", deviceId, appealNo) }),
    askedAt: askedAt.toString(),
    needsSecondPerson: secondPerson,
    ...(decidedBy === null ? {} : { decidedBy }),
    ...(decidedAt === null ? {} : { decidedAt: decidedAt.toString() }),
    ...(decisionNote === null ? {} : { decisionNote }),
  };
}
