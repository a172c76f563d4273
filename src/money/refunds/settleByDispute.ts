import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { post } from "../ledger/index.ts";
import type { Refund } from "./refund.ts";
import { leftOfCharge } from "./refundable.ts";
import { meetDue } from "./refundDue.ts";
import { aboutOf } from "./refundEvents.ts";
import { paymentPostings } from "./refundPostings.ts";
import { closeByDispute, lostCover, paidCharge, unpaidOfPlans } from "./refundStore.ts";

/** Who decided a refund that no person decided. */
const DISPUTE = "dispute";

/**
 * Closes the refunds of a charge that a lost dispute has paid, on a root the caller has locked: the payer
 * has the money from the bank, so nobody pays it again, and the plan stays ended. What the dispute has cost
 * us is less by as much. One that is only covered in part, or is being paid now, is left as it is.
 */
export async function settleByDispute(tx: Tx, rootId: string, chargeNo: number): Promise<void> {
  const [charge, { coverMinor }] = await Promise.all([
    paidCharge(tx, rootId, chargeNo),
    lostCover(tx, rootId, chargeNo),
  ]);
  assert(charge !== undefined, "a dispute is of a charge");
  // Disputes that are still open have paid nobody for good; what is left of the charge can be paid as ever.
  let roomMinor = Math.min(coverMinor, -leftOfCharge(charge));
  if (roomMinor <= 0) {
    return;
  }
  for (const refund of await unpaidOfPlans(tx, rootId, chargeNo)) {
    if (refund.amountMinor <= roomMinor) {
      roomMinor -= refund.amountMinor;
      await settle(tx, refund, charge.provider ?? "");
    }
  }
}

async function settle(tx: Tx, { rootId, no }: Refund, provider: string): Promise<void> {
  const settled = await closeByDispute(tx, rootId, no, DISPUTE, tx.at);
  assert(settled !== undefined, "under the lock of its root an unpaid refund stays unpaid");
  const costs = { kind: "provider_costs", party: provider } as const;
  await post(tx, rootId, `refund/${no}/settled`, paymentPostings(settled, costs));
  meetDue(tx, settled);
  tx.record(rootId, [{ type: "RefundSettled", ...aboutOf(settled), means: settled.means }]);
}
