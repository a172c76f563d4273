import assert from "node:assert/strict";
import { accepted, type Decision, type Tx } from "../../platform/index.ts";
import { post } from "../ledger/index.ts";
import { refuse } from "../refusals.ts";
import { decideRequestRefund, type RequestFacts } from "./decideRequestRefund.ts";
import { goesBackByHand } from "./goesBackByHand.ts";
import type { Refund, RefundKind } from "./refund.ts";
import type { PaidCharge } from "./refundable.ts";
import { scheduleDue } from "./refundDue.ts";
import { requestEvents } from "./refundEvents.ts";
import { readRefundLimits } from "./refundLimit.ts";
import { requestPostings } from "./refundPostings.ts";
import { refundLineRows, refundRow } from "./refundRow.ts";
import { endSale, linesOfCharge, lockSales } from "./refundSaleStore.ts";
import { insertRefund, paidCharge, promiseBack } from "./refundStore.ts";
import { startRefundTry } from "./startRefundTry.ts";

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
 * Asks for a refund on a root the caller has locked, ends the sales it gives back, and posts. Up to the limit it is agreed to
 * at once and its payment is started; above it another person decides. Refused: the charge is not captured, so much of it is
 * not left, or a sale was given back before.
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
  const decision = decideRequestRefund({ charge, sales, lines, wanted: wanted.wanted, limits });
  if (decision.refused !== undefined) {
    return decision;
  }
  const { amountMinor, secondPerson, lines: taken } = decision.accepted;
  if ((await promiseBack(tx, rootId, charge.no, amountMinor)) === undefined) {
    return refuse("refund_above_captured");
  }
  const asked = askedRefund(tx, rootId, wanted, { charge, amountMinor, secondPerson });
  const { no } = await insertRefund(tx, rootId, refundRow(asked), refundLineRows(taken));
  const refund = { ...asked, no, lines: taken.map((line, index) => ({ ...line, no: index + 1 })) };
  for (const line of refund.lines.filter(({ saleNo }) => saleNo !== null)) {
    const { saleNo, netMinor, taxMinor, deferredMinor, earnedNowMinor } = line;
    const fromEarned = netMinor - deferredMinor;
    const ended = await endSale(tx, rootId, saleNo, earnedNowMinor, fromEarned, netMinor, taxMinor);
    assert(ended !== undefined, "a sale that is locked ends once");
  }
  await post(tx, rootId, `refund/${no}/requested`, requestPostings(refund.lines, refund));
  tx.record(rootId, requestEvents(refund));
  scheduleDue(tx, refund);
  if (refund.state === "approved") {
    await startRefundTry(tx, refund);
  }
  return accepted(refund);
}

function askedRefund(
  tx: Tx,
  rootId: string,
  { kind, subject, reason, dueAt }: NewRefund,
  found: { readonly charge: PaidCharge; readonly amountMinor: number; readonly secondPerson: boolean },
): Omit<Refund, "no" | "lines"> {
  const { charge, amountMinor, secondPerson } = found;
  const decided = secondPerson ? null : tx.caller.id;
  return {
    ...{
      rootId,
      chargeNo: charge.no,
      kind,
      subject,
      amountMinor,
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
