import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { post } from "../ledger/index.ts";
import type { RefundAllowed } from "./allowRefund.ts";
import { announceRefund } from "./announceRefund.ts";
import { goesBackByHand } from "./goesBackByHand.ts";
import { takeLineGoods } from "./lineGoods.ts";
import type { Refund } from "./refund.ts";
import type { RefundableCharge } from "./refundable.ts";
import { requestPostings } from "./refundPostings.ts";
import { refundLineRows, refundRow } from "./refundRow.ts";
import { endSale } from "./refundSaleStore.ts";
import { insertRefund } from "./refundStore.ts";
import type { NewRefund } from "./requestRefund.ts";

/**
 * Writes down a refund that was allowed: its rows, the sales it ends, the goods it takes, its postings,
 * events and deadlines.
 */
export async function saveRefund(
  tx: Tx,
  rootId: string,
  wanted: NewRefund,
  charge: RefundableCharge,
  { amountMinor, secondPerson, lines }: RefundAllowed,
): Promise<Refund> {
  const asked = askedRefund(tx, rootId, wanted, { charge, amountMinor, secondPerson });
  const { no } = await insertRefund(tx, rootId, refundRow(asked), refundLineRows(lines));
  const refund = {
    ...asked,
    no,
    lines: lines.map((line, index) => ({ ...line, no: index + 1, settledMinor: 0 })),
  };
  for (const line of refund.lines.filter(({ saleNo }) => saleNo !== null)) {
    const { saleNo, netMinor, taxMinor, deferredMinor, earnedNowMinor } = line;
    const fromEarned = netMinor - deferredMinor;
    const ended = await endSale(tx, rootId, saleNo, earnedNowMinor, fromEarned, netMinor, taxMinor);
    assert(ended !== undefined, "a sale that is locked ends once");
  }
  for (const line of refund.lines) {
    await takeLineGoods(tx, refund, line);
  }
  await post(tx, rootId, `refund/${no}/requested`, requestPostings(refund.lines, refund));
  await announceRefund(tx, refund);
  return refund;
}

function askedRefund(
  tx: Tx,
  rootId: string,
  { kind, subject, reason, dueAt }: NewRefund,
  found: { readonly charge: RefundableCharge; readonly amountMinor: number; readonly secondPerson: boolean },
): Omit<Refund, "no" | "lines"> {
  const { charge, amountMinor, secondPerson } = found;
  const decided = secondPerson ? null : tx.caller.id;
  return {
    ...{
      rootId,
      chargeNo: charge.no,
      holdNo: null,
      kind,
      subject,
      amountMinor,
      settledMinor: 0,
      penaltyMinor: 0,
      currency: charge.currency,
    },
    state: secondPerson ? "requested" : "approved",
    means: goesBackByHand(charge.provider) ? "transfer" : "provider",
    method: charge.method ?? "none",
    ...{ reason, secondPerson, requestedBy: tx.caller.id, requestedAt: tx.at },
    ...{ decidedBy: decided, decidedAt: decided === null ? null : tx.at, decisionReason: null },
    ...{ dueAt, failure: null, reference: null, closedAt: null },
  };
}
