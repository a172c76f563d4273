import type { Tx } from "../../platform/index.ts";
import type { Refund } from "./refund.ts";
import { scheduleDue } from "./refundDue.ts";
import { requestEvents } from "./refundEvents.ts";
import { startRefundTry } from "./startRefundTry.ts";

/** What follows when a refund was asked for: events, deadlines, and its payment if it may start. */
export async function announceRefund(tx: Tx, refund: Refund): Promise<void> {
  tx.record(refund.rootId, requestEvents(refund));
  scheduleDue(tx, refund);
  if (refund.state === "approved") {
    await startRefundTry(tx, refund);
  }
}
