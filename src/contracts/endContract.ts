import type { Deadline, DeadlineKind, Tx } from "../platform/index.ts";
import { moveContract, startSuccessor } from "./contractStore.ts";
import { lockDeviceById } from "./deviceStore.ts";

/** The kind of the deadline at which a contract is over. */
export const CONTRACT_ENDS = "contract_ends";

/** At its end a contract expires, and the one that waited for it begins at the same instant. */
export const endContract: DeadlineKind = { kind: CONTRACT_ENDS, run: expire };

async function expire(tx: Tx, { rootId, key }: Deadline): Promise<void> {
  await lockDeviceById(tx, rootId);
  const contractNo = Number(key);
  if ((await moveContract(tx, rootId, contractNo, "active", "expired")) === undefined) {
    return;
  }
  const successor = await startSuccessor(tx, rootId, contractNo);
  const started = successor === undefined ? [] : [{ type: "ContractStarted", contractNo: successor.no }];
  tx.record(rootId, [{ type: "ContractExpired", contractNo }, ...started]);
}
