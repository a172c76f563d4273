import type { Static } from "typebox";
import { IdParams, notFound, type ReceiptSchema, read, readPublicId } from "../../platform/index.ts";
import {
  latePenalty,
  ownRefund,
  ownThings,
  RefundDetails,
  refundSeen,
  refundView,
} from "../refunds/index.ts";
import { postingsOfRefund } from "./refundPostingStore.ts";

/**
 * GET /v1/refunds/{id}: a refund with the decisions it rests on and what was posted for it. Its payee sees
 * where it stands, and nothing of the books.
 */
export const showRefund = read({
  route: "GET /v1/refunds/{id}",
  permission: "refund.read",
  summary: "Shows a refund with the receipts it rests on, its postings, and what lateness has added so far",
  params: IdParams,
  reply: RefundDetails,
  async run(db, { id }) {
    const key = readPublicId("rfd", id);
    const things = await ownThings(db);
    const refund = key?.no === undefined ? undefined : await refundSeen(db, key.rootId, key.no, things);
    if (refund === undefined) {
      throw notFound("refund");
    }
    const { currency } = refund;
    const isOpen = refund.state !== "paid" && refund.state !== "declined";
    const [postings, penaltyMinor] = await Promise.all([
      things === null ? postingsOfRefund(db, refund.rootId, refund.no) : [],
      isOpen ? latePenalty(db, refund, db.at) : refund.penaltyMinor,
    ]);
    const money = (amount: number) => ({ amount, currency });
    const view = refundView({ ...refund, penaltyMinor });
    return {
      ...(things === null ? view : ownRefund(view, db.caller)),
      lines: refund.lines.map(({ no, saleNo, netMinor, taxMinor, taxKind, receipt }) => ({
        ...{ no, sale: saleNo, net: money(netMinor), tax: money(taxMinor), taxKind },
        receipt: receipt as Static<typeof ReceiptSchema> | null,
      })),
      postings: postings.map(({ source, at, debit, credit, amountMinor }) => ({
        ...{ source, at: at.toString(), debit, credit, amount: money(amountMinor) },
      })),
    };
  },
});
