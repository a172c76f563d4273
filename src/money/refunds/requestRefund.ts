import { accepted, type Decision, type Tx } from "../../platform/index.ts";
import { lockGoods } from "../ledger/index.ts";
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
 * Asks for a refund on a root the caller has locked, ends the sales and takes the goods it gives back, and
 * posts. Up to the limit it is agreed to at once and its payment is started; above it another person decides.
 * Refused: the charge is not captured, so much of it is not left, a sale was given back before, or so many
 * goods are not there.
 */
export async function requestRefund(tx: Tx, rootId: string, wanted: NewRefund): Promise<Decision<Refund>> {
  const { sales: plans, goods: pieces = [] } =
    "sales" in wanted.wanted ? wanted.wanted : { sales: [], goods: [] };
  const saleNos = plans.map(({ saleNo }) => saleNo);
  const needsLines = saleNos.length === 0 || pieces.length > 0;
  const [charge, sales, lines, goods] = await Promise.all([
    paidCharge(tx, rootId, wanted.chargeNo),
    saleNos.length > 0 ? lockSales(tx, rootId, saleNos) : [],
    needsLines ? linesOfCharge(tx, rootId, wanted.chargeNo) : [],
    pieces.length > 0 ? lockGoods(tx, rootId, wanted.chargeNo) : [],
  ]);
  if (charge === undefined) {
    return refuse("charge_not_captured");
  }
  const limits = readRefundLimits(tx.platform.config.refundLimit);
  const decision = allowRefund({ charge, sales, goods, lines, wanted: wanted.wanted, limits });
  if (decision.refused !== undefined) {
    return decision;
  }
  const allowed = decision.accepted;
  const promised = await promiseBack(tx, rootId, charge.no, allowed.amountMinor);
  return promised === undefined
    ? refuse("refund_above_captured")
    : accepted(await saveRefund(tx, rootId, wanted, charge, allowed));
}
