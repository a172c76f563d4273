import assert from "node:assert/strict";
import { type Refund, type RefundableSale, requestRefund } from "../../money/index.ts";
import { accepted, type Decision, lockRoot, type Tx } from "../../platform/index.ts";
import { type Contract, contractId } from "../contract.ts";
import { startSuccessor } from "../contractStore.ts";
import { CONTRACT_ENDS, dropUnpaidRenewal } from "../endContract.ts";
import { endEarly } from "../endStore.ts";
import { withdrawTransferOf } from "../lapseTransfer.ts";
import { stopRenewing } from "../renewByConsent.ts";
import type { Cancellation } from "./decideCancelContract.ts";
import type { Told } from "./refundFacts.ts";

/** A contract that ends, what was paid for it, and what was decided. */
export interface Ending {
  readonly contract: Contract;
  readonly sale: RefundableSale | undefined;
  readonly cancellation: Cancellation;
}

/**
 * Ends contracts of a locked device, and asks for what comes back, in the one transaction: who gets money
 * for a plan has it no more. Refused, and so rolled back, when the money is not left to be paid back.
 * Answers a refund for each that has one.
 */
export async function saveCancellations(
  tx: Tx,
  endings: readonly Ending[],
  told: Told,
): Promise<Decision<readonly (Refund | null)[]>> {
  const refunds: (Refund | null)[] = [];
  for (const ending of endings) {
    const { contract, cancellation } = ending;
    const { deviceId, no } = contract;
    const ended = await endEarly(tx, deviceId, no, tx.at, ["active", "exhausted", "scheduled"]);
    assert(ended !== undefined, "under the lock of its device a contract ends once");
    await dropUnpaidRenewal(tx, deviceId, no);
    await stopRenewing(tx, contract, "cancelled");
    await withdrawTransferOf(tx, contract, "contract_cancelled");
    tx.meet(deviceId, CONTRACT_ENDS, String(no));
    const asked = await refundOf(tx, ending, told);
    if (asked.refused !== undefined) {
      return asked;
    }
    const refund = asked.accepted;
    tx.record(deviceId, [{ ...cancelled(contract, cancellation, told, refund), endedAt: tx.at.toString() }]);
    refunds.push(refund);
  }
  return accepted(refunds);
}

/**
 * One that waited for a contract that was ended, and is kept, has the device from now on; it covers from
 * its own first day.
 */
export async function startKept(tx: Tx, deviceId: string): Promise<void> {
  const started = await startSuccessor(tx, deviceId);
  if (started !== undefined) {
    tx.record(deviceId, [{ type: "ContractStarted", contractNo: started.no }]);
  }
}

async function refundOf(
  tx: Tx,
  { contract, sale, cancellation }: Ending,
  told: Told,
): Promise<Decision<Refund | null>> {
  const { amountMinor, receipt, facts, dueAt } = cancellation;
  if (sale === undefined || amountMinor === 0) {
    return accepted(null);
  }
  const { rootId, no: saleNo, chargeNo } = sale;
  const isThere = rootId === contract.deviceId || (await lockRoot(tx, rootId));
  assert(isThere, "what a plan was paid for with is there");
  return await requestRefund(tx, rootId, {
    ...{ chargeNo, kind: "cancellation", subject: contractId(contract), reason: told.reason, dueAt },
    wanted: { sales: [{ saleNo, amountMinor, receipt, facts }] },
  });
}

function cancelled(
  { no }: Contract,
  { receipt, amountMinor }: Cancellation,
  { by, reason, noticeAt, deviceReturned }: Told,
  refund: Refund | null,
): { type: string } & Record<string, unknown> {
  return {
    type: "ContractCancelled",
    contractNo: no,
    ...{ by, reason, deviceReturned },
    noticeAt: noticeAt.toString(),
    clause: receipt.refund?.clause ?? null,
    statute: receipt.refund?.by ?? null,
    refund: refund && {
      ...{ rootId: refund.rootId, no: refund.no, state: refund.state },
      amount: { amount: amountMinor, currency: refund.currency },
    },
  };
}
