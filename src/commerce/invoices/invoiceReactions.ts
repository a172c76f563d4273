import { type DomainEvent, type Reaction, reaction } from "../../platform/index.ts";
import { paidUnbilled, refundedUncredited } from "./invoiceStore.ts";
import { issueInvoicesOf } from "./issueInvoices.ts";

/** Refunds that take back what an invoice billed; what the law adds, and what was never billed, is not. */
const CREDITED: ReadonlySet<unknown> = new Set(["cancellation", "return", "goodwill"]);

/**
 * An invoice follows the money, which on invoice terms is owed from the moment the order is placed. A credit
 * note follows the agreement to a refund and not its payment: from then on the refund cannot be declined, the
 * books have corrected the tax already, and its payment may fail and be tried again for weeks.
 */
export const invoiceReactions: readonly Reaction[] = [
  reaction("ChargeCaptured", issueInvoicesOf, ofOrder, paidUnbilled),
  reaction("RefundApproved", issueInvoicesOf, ofRefund, refundedUncredited),
  reaction("RefundSettled", issueInvoicesOf, ofRefund),
];

function ofOrder(event: DomainEvent, rootId: string): { rootId: string } | undefined {
  return event.purpose === "order" ? { rootId } : undefined;
}

function ofRefund(event: DomainEvent, rootId: string): { rootId: string } | undefined {
  return CREDITED.has(event.kind) ? { rootId } : undefined;
}
