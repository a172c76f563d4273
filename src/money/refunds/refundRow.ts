import type { Refund, RefundLine } from "./refund.ts";

/** A line before it has a number. */
export interface NewRefundLine extends Omit<RefundLine, "no" | "settledMinor"> {
  /** The facts its decision was made from; null for goodwill. */
  readonly facts: object | null;
}

/** The row of money.refund, as JSON that PostgreSQL reads; its number is given there. */
export function refundRow(refund: Omit<Refund, "no" | "lines">): string {
  return JSON.stringify({
    root_id: refund.rootId,
    charge_no: refund.chargeNo,
    hold_no: refund.holdNo,
    kind: refund.kind,
    subject: refund.subject,
    amount_minor: refund.amountMinor,
    penalty_minor: refund.penaltyMinor,
    settled_minor: refund.settledMinor,
    currency: refund.currency,
    state: refund.state,
    means: refund.means,
    method: refund.method,
    reason: refund.reason,
    second_person: refund.secondPerson,
    requested_by: refund.requestedBy,
    requested_at: refund.requestedAt,
    decided_by: refund.decidedBy,
    decided_at: refund.decidedAt,
    decision_reason: refund.decisionReason,
    due_at: refund.dueAt,
    failure: refund.failure,
    reference: refund.reference,
    closed_at: refund.closedAt,
    version: 1,
  });
}

/** The rows of its lines, as a JSON list. */
export function refundLineRows(lines: readonly NewRefundLine[]): string {
  return JSON.stringify(
    lines.map((line, index) => ({
      no: index + 1,
      sale_no: line.saleNo,
      line_no: line.lineNo,
      net_minor: line.netMinor,
      tax_minor: line.taxMinor,
      tax_kind: line.taxKind,
      programme: line.programme,
      region: line.region,
      deferred_minor: line.deferredMinor,
      earned_now_minor: line.earnedNowMinor,
      sale_state: line.saleState,
      receipt: line.receipt,
      facts: line.facts,
      goods_pieces: line.goods?.pieces ?? null,
      goods_from: line.goods?.from ?? null,
    })),
  );
}
