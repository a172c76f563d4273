import { type OrderedCode, voidCodes } from "../contracts/index.ts";
import {
  chargesOf,
  leftOf,
  type Refund,
  type RefundableSale,
  requestRefund,
  salesOfCharge,
} from "../money/index.ts";
import { accepted, type Decision, publicId, type Tx } from "../platform/index.ts";
import { refuse } from "./refusals.ts";
import type { CodeBack } from "./returnCodes/decideReturnCodes.ts";

/** Why a reseller takes codes it bought out of use. */
export interface CreditReason {
  /** In words, for whoever reads the refund. */
  readonly reason: string;
  /** What the terms pay back for each; without it all that was paid. */
  readonly back?: readonly CodeBack[];
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
  { reason, back }: CreditReason,
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
  const days = (back ?? []).flatMap(({ receipt }) => receipt.refund?.payBy ?? []).toSorted();
  const asked = await requestRefund(tx, orderId, {
    ...{ chargeNo: charge.no, kind: "return", subject: publicId("ord", orderId), reason },
    dueAt: days[0] === undefined ? null : Temporal.Instant.from(days[0]),
    wanted: { sales: back === undefined ? allOf(sales) : back.map(ofCode) },
  });
  if (asked.refused === undefined) {
    tx.record(orderId, [{ type: "CodesReturned", codes: told, reason, refundNo: asked.accepted.no }]);
  }
  return asked;
}

type WantedSale = Pick<CodeBack, "amountMinor"> & { readonly saleNo: number } & (
    | Pick<CodeBack, "receipt" | "facts">
    | { readonly receipt: null; readonly facts: null }
  );

function ofCode({ code: { saleNo }, amountMinor, receipt, facts }: CodeBack): WantedSale {
  return { saleNo, amountMinor, receipt, facts };
}

/** All that was paid for plans and is left of the payment. */
function allOf(sales: readonly RefundableSale[]): WantedSale[] {
  let roomMinor = sales[0]?.chargeLeftMinor ?? 0;
  return sales.map((sale) => {
    const amountMinor = Math.min(leftOf(sale), roomMinor);
    roomMinor -= amountMinor;
    return { saleNo: sale.no, amountMinor, receipt: null, facts: null };
  });
}
