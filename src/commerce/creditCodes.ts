import { type OrderedCode, voidCodes } from "../contracts/index.ts";
import { chargesOf, type Refund, requestRefund, salesOfCharge } from "../money/index.ts";
import { accepted, type Decision, publicId, type Tx } from "../platform/index.ts";
import { refuse } from "./refusals.ts";

/** Why a reseller takes codes it bought out of use. */
export interface CreditReason {
  /** In words, for whoever reads the refund. */
  readonly reason: string;
}

/**
 * Takes unused codes of an order out of use, and asks for what was paid for them to be credited, on an order
 * and codes the caller has locked. The refund is null where nothing was paid for them. Refused, and so rolled
 * back: one of them is used or void by now, or nothing is left of what was paid.
 */
export async function creditCodes(
  tx: Tx,
  orderId: string,
  codes: readonly OrderedCode[],
  { reason }: CreditReason,
): Promise<Decision<Refund | null>> {
  if ((await voidCodes(tx, codes, "returned")) !== codes.length) {
    return refuse("nothing_to_return");
  }
  const told = codes.map(({ lineNo, last4 }) => ({ lineNo, last4 }));
  const charge = (await chargesOf(tx, orderId)).at(-1);
  const saleNos = new Set(codes.map(({ saleNo }) => saleNo));
  const sales =
    charge === undefined
      ? []
      : (await salesOfCharge(tx, orderId, charge.no)).filter(({ no }) => saleNos.has(no));
  if (charge === undefined || sales.length === 0) {
    tx.record(orderId, [{ type: "CodesReturned", codes: told, reason, refundNo: null }]);
    return accepted(null);
  }
  let roomMinor = sales[0]?.chargeLeftMinor ?? 0;
  const wanted = sales.map(({ no, netMinor, taxMinor, refundedMinor, refundedTaxMinor }) => {
    const amountMinor = Math.min(netMinor + taxMinor - refundedMinor - refundedTaxMinor, roomMinor);
    roomMinor -= amountMinor;
    return { saleNo: no, amountMinor, receipt: null, facts: null };
  });
  const asked = await requestRefund(tx, orderId, {
    ...{ chargeNo: charge.no, kind: "return", subject: publicId("ord", orderId), reason, dueAt: null },
    wanted: { sales: wanted },
  });
  if (asked.refused === undefined) {
    tx.record(orderId, [{ type: "CodesReturned", codes: told, reason, refundNo: asked.accepted.no }]);
  }
  return asked;
}
