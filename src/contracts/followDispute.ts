import { bookLostDispute, disputeOf, type RefundableSale, salesOfCharge } from "../money/index.ts";
import { type Job, lockRoot, readPublicId, systemCaller, type Tx, transact } from "../platform/index.ts";
import { expireSoon } from "./batches/index.ts";
import { lockDevice } from "./deviceRecord.ts";
import { CONTRACT_ENDS } from "./endContract.ts";
import { endEarly, suspend } from "./endStore.ts";
import { withdrawTransferOf } from "./lapseTransfer.ts";
import { stopRenewing } from "./renewByConsent.ts";
import { takeCodesUpAgain, voidCodesOfSales } from "./returnedCodeStore.ts";
import { takeUpContract } from "./takeUpDeclined.ts";

/** A dispute of a payment, on the root of its charge. */
export interface FollowedDispute {
  readonly rootId: string;
  readonly disputeNo: number;
}

/**
 * What a dispute does to the plans its payment was for: while it is open they give nothing; won, they go
 * on; lost, they end, and their sales are taken back in the same transaction. It goes by how the dispute
 * stands now, so that words may come in any order and the job may run any number of times. Cases that are
 * open wait for a person.
 */
export const followDispute: Job<FollowedDispute> = {
  name: "follow_dispute",
  run: async (platform, { rootId, disputeNo }) => {
    await transact(platform, systemCaller, (tx) => follow(tx, rootId, disputeNo));
  },
};

async function follow(tx: Tx, rootId: string, disputeNo: number): Promise<void> {
  const told = await disputeOf(tx, rootId, disputeNo);
  const sales = told === undefined ? [] : await salesOfCharge(tx, rootId, told.chargeNo);
  // Devices before orders, in their order: whoever acts on a contract locks them so.
  const contracts = sales
    .flatMap(({ contractId }) => readPublicId("ctr", contractId ?? "") ?? [])
    .toSorted((a, b) => (a.rootId < b.rootId ? -1 : 1));
  for (const { rootId: deviceId } of contracts) {
    await lockDevice(tx, { deviceId });
  }
  await lockRoot(tx, rootId);
  const dispute = await disputeOf(tx, rootId, disputeNo);
  // Read again under the lock: another dispute of the payment may have ended meanwhile.
  const now = dispute === undefined ? [] : await salesOfCharge(tx, rootId, dispute.chargeNo);
  if (dispute?.state === "opened") {
    await voidCodesOfSales(tx, rootId, numbersOf(now), "disputed");
    await eachContract(now, (deviceId, no) => hold(tx, deviceId, no, dispute.no));
  }
  if (dispute?.state === "won") {
    await goOn(tx, rootId, now);
  }
  if (dispute?.state === "lost") {
    await lose(tx, { rootId, no: disputeNo }, now);
  }
}

function numbersOf(sales: readonly RefundableSale[]): readonly number[] {
  return sales.map(({ no }) => no);
}

/** Plans that are still paid for go on, unless another dispute of their payment is open. */
async function goOn(tx: Tx, rootId: string, sales: readonly RefundableSale[]): Promise<void> {
  const kept = sales.filter(({ state, isDisputed }) => state !== "refunded" && !isDisputed);
  if ((await takeCodesUpAgain(tx, rootId, numbersOf(kept), "disputed")) > 0) {
    expireSoon(tx);
  }
  await eachContract(kept, (deviceId, no) => takeUpContract(tx, deviceId, no, "suspended"));
}

/** Ends what the bank's decision took the money of, and lets the rest go on. */
async function lose(
  tx: Tx,
  dispute: { readonly rootId: string; readonly no: number },
  sales: readonly RefundableSale[],
): Promise<void> {
  const ended = await bookLostDispute(tx, dispute);
  if (ended === undefined) {
    return;
  }
  const gone = new Set(numbersOf(ended));
  await voidCodesOfSales(tx, dispute.rootId, [...gone], "disputed");
  await eachContract(ended, (deviceId, no) => end(tx, deviceId, no, dispute.no));
  await goOn(
    tx,
    dispute.rootId,
    sales.filter(({ no }) => !gone.has(no)),
  );
}

async function eachContract(
  sales: readonly RefundableSale[],
  act: (deviceId: string, no: number) => Promise<void>,
): Promise<void> {
  for (const { contractId } of sales) {
    const key = readPublicId("ctr", contractId ?? "");
    if (key?.no !== undefined) {
      await act(key.rootId, key.no);
    }
  }
}

async function hold(tx: Tx, deviceId: string, contractNo: number, disputeNo: number): Promise<void> {
  if ((await suspend(tx, deviceId, contractNo)) !== undefined) {
    tx.record(deviceId, [{ type: "ContractSuspended", contractNo, reason: "payment_disputed", disputeNo }]);
    await withdrawTransferOf(tx, { deviceId, no: contractNo }, "contract_suspended");
  }
}

async function end(tx: Tx, deviceId: string, contractNo: number, disputeNo: number): Promise<void> {
  const from = ["suspended", "active", "exhausted", "scheduled"];
  if ((await endEarly(tx, deviceId, contractNo, tx.at, from)) !== undefined) {
    tx.meet(deviceId, CONTRACT_ENDS, String(contractNo));
    await stopRenewing(tx, { deviceId, no: contractNo }, "not_paid");
    await withdrawTransferOf(tx, { deviceId, no: contractNo }, "contract_cancelled");
    const about = { by: "provider", reason: "non-payment", refund: null, disputeNo };
    tx.record(deviceId, [{ type: "ContractCancelled", contractNo, ...about }]);
  }
}
