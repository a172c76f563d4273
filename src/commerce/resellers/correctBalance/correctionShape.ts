import { type Static, Type } from "typebox";
import { type Correction, correctionStates } from "../../../money/index.ts";
import { Instant, shape } from "../../../platform/index.ts";

/** A change of a balance by hand, as it is shown. */
export const CorrectionSchema = shape({
  no: Type.Integer(),
  /** Above nothing is given to the reseller, below nothing is taken. */
  amountMinor: Type.Integer(),
  currency: Type.String(),
  reason: Type.String(),
  state: Type.Enum([...correctionStates]),
  askedBy: Type.String(),
  askedAt: Instant,
  endedBy: Type.Union([Type.String(), Type.Null()]),
  endedAt: Type.Union([Instant, Type.Null()]),
});

/** A correction as it is shown. */
export function correctionView(correction: Correction): Static<typeof CorrectionSchema> {
  const { resellerId: _, askedAt, endedAt, ...shown } = correction;
  return { ...shown, askedAt: askedAt.toString(), endedAt: endedAt?.toString() ?? null };
}
