import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { post } from "../ledger/index.ts";
import { addPenalty } from "./addPenalty.ts";
import { latePenalty } from "./latePenalty.ts";
import type { Refund } from "./refund.ts";
import { meetDue } from "./refundDue.ts";
import { aboutOf } from "./refundEvents.ts";
import { type PaidFrom, paymentPostings } from "./refundPostings.ts";
import { closePaid } from "./refundStore.ts";

/**
 * A refund is paid: it is closed, posted and told of, once, on a root the caller has locked. What the law
 * adds because it was late becomes a refund of its own.
 */
export async function completeRefund(
  tx: Tx,
  refund: Refund,
  from: PaidFrom,
  reference: string | null,
): Promise<Refund> {
  const { rootId, no } = refund;
  const penaltyMinor = await latePenalty(tx, refund, tx.at);
  const paid = await closePaid(tx, rootId, no, penaltyMinor, reference, tx.at);
  assert(paid !== undefined, "under the lock of its root an approved refund stays approved");
  await post(tx, rootId, `refund/${no}/paid`, paymentPostings(refund, from));
  meetDue(tx, refund);
  const { means, settledMinor } = refund;
  tx.record(rootId, [{ type: "RefundPaid", ...aboutOf(refund), means, settledMinor, penaltyMinor }]);
  if (penaltyMinor > 0) {
    await addPenalty(tx, paid);
  }
  return paid;
}
