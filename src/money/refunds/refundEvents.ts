import type { DomainEvent } from "../../platform/index.ts";
import { type Refund, refundId } from "./refund.ts";

/** What every event of a refund says. */
export function aboutOf(
  refund: Pick<Refund, "no" | "chargeNo" | "holdNo" | "kind" | "subject" | "amountMinor" | "currency">,
): Record<string, unknown> {
  const { no, chargeNo, holdNo, kind, subject, amountMinor, currency } = refund;
  const of = holdNo === null ? { chargeNo } : { holdNo };
  return { refundNo: no, ...of, kind, subject, amount: { amount: amountMinor, currency } };
}

/** A refund was asked for; one that needs nobody else was agreed to as well. */
export function requestEvents(refund: Refund): DomainEvent[] {
  const { secondPerson, dueAt } = refund;
  const requested = {
    type: "RefundRequested",
    ...aboutOf(refund),
    refund: refundId(refund),
    needsSecondPerson: secondPerson,
    dueAt: dueAt?.toString() ?? null,
  };
  return refund.state === "approved"
    ? [requested, { type: "RefundApproved", ...aboutOf(refund) }]
    : [requested];
}
