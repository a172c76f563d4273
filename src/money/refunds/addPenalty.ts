import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { post } from "../ledger/index.ts";
import { type Refund, refundId } from "./refund.ts";
import { leftOfCharge } from "./refundable.ts";
import { requestEvents } from "./refundEvents.ts";
import { requestPostings } from "./refundPostings.ts";
import { refundLineRows, refundRow } from "./refundRow.ts";
import { insertRefund, paidCharge } from "./refundStore.ts";
import { startRefundTry } from "./startRefundTry.ts";

/**
 * What the law adds to a refund that was paid late is owed beside it: a refund of its own, which takes
 * nothing from the plan. A provider gives back no more than it took, so where that is used up a person
 * transfers it.
 */
export async function addPenalty(tx: Tx, late: Refund): Promise<void> {
  const { rootId, chargeNo, subject, penaltyMinor, currency, method } = late;
  assert(chargeNo !== null, "only what is owed for plans grows");
  const charge = await paidCharge(tx, rootId, chargeNo);
  const [first] = late.lines;
  assert(charge !== undefined && first !== undefined, "a refund has a charge and a line");
  const left = leftOfCharge(charge);
  const asked: Omit<Refund, "no" | "lines"> = {
    ...{ rootId, chargeNo, holdNo: null, kind: "penalty", subject },
    ...{ amountMinor: penaltyMinor, settledMinor: 0, penaltyMinor: 0, currency },
    ...{
      state: "approved",
      means: late.means === "provider" && left >= penaltyMinor ? "provider" : "transfer",
      method,
    },
    ...{ reason: `late payment of ${refundId(late)}`, secondPerson: false },
    ...{ requestedBy: tx.caller.id, requestedAt: tx.at, decidedBy: tx.caller.id, decidedAt: tx.at },
    ...{ decisionReason: null, dueAt: tx.at, failure: null, reference: null, closedAt: null },
  };
  const { programme, region } = first;
  const line = {
    ...{
      saleNo: null,
      lineNo: null,
      netMinor: penaltyMinor,
      taxMinor: 0,
      taxKind: "none",
      programme,
      region,
    },
    ...{ deferredMinor: 0, earnedNowMinor: 0, saleState: null, receipt: null, facts: null },
  };
  const { no } = await insertRefund(tx, rootId, refundRow(asked), refundLineRows([line]));
  const penalty = { ...asked, no, lines: [{ ...line, no: 1, settledMinor: 0 }] };
  await post(tx, rootId, `refund/${no}/requested`, requestPostings(penalty.lines, penalty));
  tx.record(rootId, requestEvents(penalty));
  await startRefundTry(tx, penalty);
}
