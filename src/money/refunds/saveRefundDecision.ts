import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { post } from "../ledger/index.ts";
import { moveBalance } from "../resellerAccounts/index.ts";
import { takeHoldPromiseBack } from "./capturedHoldStore.ts";
import { keepCredit } from "./creditReturnStore.ts";
import { putLineGoodsBack } from "./lineGoods.ts";
import type { Refund } from "./refund.ts";
import { meetDue } from "./refundDue.ts";
import { aboutOf } from "./refundEvents.ts";
import { declinePostings } from "./refundPostings.ts";
import { reopenSale } from "./refundSaleStore.ts";
import { decideAsked, takePromiseBack } from "./refundStore.ts";
import { startRefundTry } from "./startRefundTry.ts";

/**
 * Writes down what became of a refund that was asked for, its root locked. Undefined: it was decided
 * before.
 */
export async function saveRefundDecision(
  tx: Tx,
  { rootId, no }: Refund,
  decision: "approve" | "decline",
  reason: string,
): Promise<Refund | undefined> {
  const state = decision === "approve" ? "approved" : "declined";
  const decided = await decideAsked(tx, rootId, no, state, tx.caller.id, tx.at, reason);
  if (decided === undefined) {
    return undefined;
  }
  if (decision === "approve") {
    tx.record(rootId, [{ type: "RefundApproved", ...aboutOf(decided) }]);
    await startRefundTry(tx, decided);
  } else {
    await undo(tx, decided);
    meetDue(tx, decided);
    tx.record(rootId, [{ type: "RefundDeclined", ...aboutOf(decided) }]);
  }
  return decided;
}

/**
 * What was promised is not: the ledger, what it was taken from, and its sales are what they were before it
 * was asked for.
 */
async function undo(tx: Tx, refund: Refund): Promise<void> {
  const { rootId, no, lines } = refund;
  await undoPromise(tx, refund);
  for (const line of lines.filter(({ saleNo }) => saleNo !== null)) {
    const { saleNo, netMinor, taxMinor, deferredMinor, earnedNowMinor, saleState } = line;
    const earned = netMinor - deferredMinor - earnedNowMinor;
    const deferred = deferredMinor + earnedNowMinor;
    const reopened = await reopenSale(tx, rootId, saleNo, deferred, earned, netMinor, taxMinor, saleState);
    assert(reopened !== undefined, "a sale that was given back is there to be taken up again");
  }
  for (const line of lines) {
    await putLineGoodsBack(tx, refund, line);
  }
  await post(tx, rootId, `refund/${no}/declined`, declinePostings(refund));
}

/** What it was taken from has it again; of a balance the ledger alone tells. */
async function undoPromise(tx: Tx, refund: Refund): Promise<void> {
  const { rootId, chargeNo, holdNo, kind, currency, amountMinor } = refund;
  switch (kind) {
    case "balance":
      return;
    case "hold":
      return demandBack(await takeHoldPromiseBack(tx, rootId, holdNo, amountMinor));
    case "credit":
      return demandBack(await keepCredit(tx, rootId));
    case "reseller_balance":
      await moveBalance(tx, rootId, currency, amountMinor);
      return chargeNo === null
        ? undefined
        : demandBack(await takePromiseBack(tx, rootId, chargeNo, amountMinor));
    default:
      return demandBack(await takePromiseBack(tx, rootId, chargeNo, amountMinor));
  }
}

function demandBack(row: object | undefined): void {
  assert(row !== undefined, "what was promised can be taken back once");
}
