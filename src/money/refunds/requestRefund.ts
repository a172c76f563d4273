import { accepted, type Decision, type Tx } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { allowRefund, type RequestFacts } from "./allowRefund.ts";
import type { Refund, RefundKind } from "./refund.ts";
import { readRefundLimits } from "./refundLimit.ts";
import { linesOfCharge, lockSales } from "./refundSaleStore.ts";
import { paidCharge, promiseBack } from "./refundStore.ts";
import { saveRefund } from "./saveRefund.ts";

/** What is asked back. */
export interface NewRefund {
  readonly chargeNo: number;
  readonly kind: RefundKind;
  /** Public id of the contract or order it is for; null for goodwill. */
  readonly subject: string | null;
  readonly reason: string;
  /** Until when it must be paid. */
  readonly dueAt: Temporal.Instant | null;
  readonly wanted: RequestFacts["wanted"];
}

/**
 * Asks for a refund on a root the caller has locked, ends the sales it gives back, and posts. Up to the
 * limit it is agreed to at once and its payment is started; above it another person decides. Refused: the
 * charge is not captured, so much of it is not left, or a sale was given back before.
 */
export async function requestRefund(tx: Tx, rootId: string, wanted: NewRefund): Promise<Decision<Refund>> {
  const saleNos = "sales" in wanted.wanted ? wanted.wanted.sales.map(({ saleNo }) => saleNo) : [];
  const [charge, sales, lines] = await Promise.all([
    paidCharge(tx, rootId, wanted.chargeNo),
    saleNos.length > 0 ? lockSales(tx, rootId, saleNos) : [],
    saleNos.length > 0 ? [] : linesOfCharge(tx, rootId, wanted.chargeNo),
  ]);
  if (charge === undefined) {
    return refuse("charge_not_captured");
  }
  const limits = readRefundLimits(tx.platform.config.refundLimit);
  const decision = allowRefund({ charge, sales, lines, wanted: wanted.wanted, limits });
  if (decision.refused !== undefined) {
    return decision;
  }
  const allowed = decision.accepted;
  const promised = await promiseBack(tx, rootId, charge.no, allowed.amountMinor);
  return promised === undefined
    ? refuse("refund_above_captured")
    : accepted(await saveRefund(tx, rootId, wanted, charge, allowed));
}
