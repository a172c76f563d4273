import { termsOf } from "../../catalogue/index.ts";
import type { Tx } from "../../platform/index.ts";
import type { Facts, Receipt } from "../../terms/index.ts";
import type { Refund } from "./refund.ts";
import { decidedLines } from "./refundLineStore.ts";
import { roundedShare } from "./roundedShare.ts";

/**
 * What the law or the terms add to a refund that is paid at this instant: nothing while it is in time. The
 * decision each part rests on is made again from its own facts, with the day of payment; of a part that is
 * less than was decided, in proportion. Minor units.
 */
export async function latePenalty(
  db: Pick<Tx, "query" | "platform">,
  { rootId, no }: Pick<Refund, "rootId" | "no">,
  at: Temporal.Instant,
): Promise<number> {
  const lines = await decidedLines(db, rootId, no);
  const penalties = lines.map(async ({ receipt, facts, amountMinor }) => {
    const { programme, version } = (receipt as Receipt).terms;
    const terms = await termsOf(db, programme, version);
    return penaltyOf(terms.decide("refund", paidAt(facts as Facts, at)), amountMinor);
  });
  return (await Promise.all(penalties)).reduce((sum, penalty) => sum + penalty, 0);
}

/** The facts of a decision, with the payment at this instant. */
function paidAt(facts: Facts, at: Temporal.Instant): Facts {
  const refundedAt = at.toString();
  const { cancellation } = facts;
  return {
    ...facts,
    at: refundedAt,
    cancellation: { ...(typeof cancellation === "object" ? cancellation : {}), refundedAt },
  } as Facts;
}

function penaltyOf({ refund }: Receipt, amountMinor: number): number {
  return refund === undefined || refund.penalty === 0
    ? 0
    : roundedShare(refund.penalty, amountMinor, refund.amount - refund.penalty);
}
