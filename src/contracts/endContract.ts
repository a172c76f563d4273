import { cancelCharge, chargeOf } from "../money/index.ts";
import type { Deadline, DeadlineKind, Tx } from "../platform/index.ts";
import { moveContract, startSuccessor } from "./contractStore.ts";
import { lockDeviceById } from "./deviceStore.ts";
import { renewalOfContract } from "./renewalStore.ts";

/** The kind of the deadline at which a contract is over. */
export const CONTRACT_ENDS = "contract_ends";

/**
 * At its end a contract expires, used up or not, and the one that waited for it begins at the same instant.
 */
export const endContract: DeadlineKind = { kind: CONTRACT_ENDS, run: expire };

async function expire(tx: Tx, { rootId, key }: Deadline): Promise<void> {
  await lockDeviceById(tx, rootId);
  const contractNo = Number(key);
  if (
    (await moveContract(tx, rootId, contractNo, ["active", "exhausted", "suspended"], "expired")) ===
    undefined
  ) {
    return;
  }
  const successor = await startSuccessor(tx, rootId);
  const started = successor === undefined ? [] : [{ type: "ContractStarted", contractNo: successor.no }];
  tx.record(rootId, [{ type: "ContractExpired", contractNo }, ...started]);
  if (successor === undefined) {
    await dropUnpaidRenewal(tx, rootId, contractNo);
  }
}

/**
 * A renewal nobody paid for in time is owed no more. One whose payment is under way is decided by its
 * outcome.
 */
export async function dropUnpaidRenewal(tx: Tx, deviceId: string, contractNo: number): Promise<void> {
  const renewal = await renewalOfContract(tx, deviceId, contractNo);
  const charge = renewal === undefined ? undefined : await chargeOf(tx, deviceId, renewal.chargeNo);
  if (charge?.state === "open") {
    await cancelCharge(tx, charge);
  }
}
