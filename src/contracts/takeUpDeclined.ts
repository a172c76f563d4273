import { refundOf } from "../money/index.ts";
import { type Job, lockRoot, readPublicId, systemCaller, type Tx, transact } from "../platform/index.ts";
import { expireSoon } from "./batches/index.ts";
import { lockDevice } from "./deviceRecord.ts";
import { CONTRACT_ENDS } from "./endContract.ts";
import { takeUpAgain } from "./endStore.ts";
import { takeCodesUpAgain } from "./returnedCodeStore.ts";

/** A refund that was declined, on the root of its charge. */
export interface DeclinedRefund {
  readonly rootId: string;
  readonly refundNo: number;
  /** Public id of the contract or order it was for. */
  readonly subject: string;
}

/**
 * Who is not paid back keeps the plan: the contract that was ended goes on where its device has no other by
 * now, the codes are good again. Runs any number of times.
 */
export const takeUpDeclined: Job<DeclinedRefund> = {
  name: "take_up_declined",
  run: async (platform, declined) => {
    const contract = readPublicId("ctr", declined.subject);
    await transact(platform, systemCaller, async (tx) => {
      if (contract?.no === undefined) {
        await takeUpCodes(tx, declined);
      } else {
        await takeUpContract(tx, contract.rootId, contract.no, "cancelled");
      }
    });
  },
};

/** Gives a contract its state back that was ended, or suspended: it goes on to its own last day. */
export async function takeUpContract(
  tx: Tx,
  deviceId: string,
  no: number,
  from: "cancelled" | "suspended",
): Promise<void> {
  const record = await lockDevice(tx, { deviceId });
  const taken = await takeUpAgain(tx, deviceId, no, from, tx.at);
  const contract = record?.contracts.find((one) => one.no === no);
  if (taken !== undefined && contract !== undefined) {
    tx.schedule(deviceId, CONTRACT_ENDS, String(no), contract.endsAt);
    tx.record(deviceId, [{ type: "ContractResumed", contractNo: no, state: taken.state, from }]);
  }
}

async function takeUpCodes(tx: Tx, { rootId, refundNo }: DeclinedRefund): Promise<void> {
  await lockRoot(tx, rootId);
  const refund = await refundOf(tx, rootId, refundNo);
  const sales = refund?.lines.flatMap(({ saleNo }) => saleNo ?? []) ?? [];
  if ((await takeCodesUpAgain(tx, rootId, sales, "returned")) > 0) {
    expireSoon(tx);
    tx.record(rootId, [{ type: "CodesResumed", refundNo, count: sales.length }]);
  }
}
