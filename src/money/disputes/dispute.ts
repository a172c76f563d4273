import { type Static, Type } from "typebox";
import { Instant, Money, publicId, shape } from "../../platform/index.ts";

/** A card holder's bank has taken the money back; it gives it to us again, or it keeps it. */
export const disputeStates = ["opened", "won", "lost"] as const;
export type DisputeState = (typeof disputeStates)[number];

/** A dispute as it is stored, on the root of its charge. */
export interface Dispute {
  readonly rootId: string;
  readonly no: number;
  readonly chargeNo: number;
  readonly provider: string;
  /** What the provider calls it. */
  readonly providerRef: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** What the provider keeps for it. */
  readonly feeMinor: number;
  readonly reason: string;
  readonly state: DisputeState;
  readonly openedAt: Temporal.Instant;
  readonly answerBy: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
  readonly settledAt: Temporal.Instant | null;
}

const MaybeInstant = Type.Union([Instant, Type.Null()]);

/** A dispute as it is shown. */
export const DisputeSchema = shape({
  id: Type.String(),
  charge: Type.String(),
  provider: Type.String(),
  providerRef: Type.String(),
  amount: Money,
  fee: Money,
  reason: Type.String(),
  state: Type.Enum([...disputeStates]),
  openedAt: Instant,
  /** Until when the bank takes evidence. */
  answerBy: MaybeInstant,
  closedAt: MaybeInstant,
  /** Of one that was lost: when the plans it was about were given up. */
  settledAt: MaybeInstant,
});
export type DisputeView = Static<typeof DisputeSchema>;

/** A dispute as it is shown. */
export function disputeView(dispute: Dispute): DisputeView {
  const { rootId, no, chargeNo, provider, providerRef, currency, reason, state } = dispute;
  return {
    id: publicId("dsp", rootId, no),
    charge: publicId("chg", rootId, chargeNo),
    ...{ provider, providerRef, reason, state },
    amount: { amount: dispute.amountMinor, currency },
    fee: { amount: dispute.feeMinor, currency },
    openedAt: dispute.openedAt.toString(),
    answerBy: dispute.answerBy?.toString() ?? null,
    closedAt: dispute.closedAt?.toString() ?? null,
    settledAt: dispute.settledAt?.toString() ?? null,
  };
}
