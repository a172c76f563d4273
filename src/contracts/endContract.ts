import { termsOf } from "../catalogue/index.ts";
import { cancelCharge, chargeOf } from "../money/index.ts";
import type { Deadline, DeadlineKind, Tx } from "../platform/index.ts";
import type { Contract } from "./contract.ts";
import { moveContract, startSuccessor } from "./contractStore.ts";
import { deviceRecord } from "./deviceRecord.ts";
import { extendWarranty, lockDeviceById } from "./deviceStore.ts";
import { deviceFacts, planFacts } from "./facts.ts";
import { renewalOfContract, renewalUnderway } from "./renewalStore.ts";
import { stopRenewing } from "./renewByConsent.ts";
import { warrantyAfter } from "./warrantyAfter.ts";

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
  await rewardAtTheEnd(tx, rootId, contractNo);
  const successor = await startSuccessor(tx, rootId);
  const started = successor === undefined ? [] : [{ type: "ContractStarted", contractNo: successor.no }];
  tx.record(rootId, [{ type: "ContractExpired", contractNo }, ...started]);
  if (successor === undefined) {
    const wasOwed = await dropUnpaidRenewal(tx, rootId, contractNo);
    // One that is being paid may still be concluded; its outcome ends the consent, or keeps it.
    if ((await renewalUnderway(tx, rootId)) === undefined) {
      const why = wasOwed ? "not_confirmed" : "not_allowed";
      await stopRenewing(tx, { deviceId: rootId, no: contractNo }, why);
    }
  }
}

/** What the terms give whoever needed nothing while the plan ran: a longer warranty. */
async function rewardAtTheEnd(tx: Tx, deviceId: string, contractNo: number): Promise<void> {
  const record = await deviceRecord(tx, { deviceId });
  const contract = record?.contracts.find(({ no }) => no === contractNo);
  if (record === undefined || contract === undefined) {
    return;
  }
  const terms = await termsOf(tx, contract.programme, contract.termsVersion);
  const given = (state: Contract["state"]) => {
    const plan = planFacts(record, { ...contract, state });
    return terms.extensions({ at: tx.at.toString(), device: deviceFacts(record), plan });
  };
  // What a plan gives while it runs was given when it was concluded.
  const before = new Set(given("active").map(({ clause }) => clause));
  for (const { clause, by } of given("expired").filter((one) => !before.has(one.clause))) {
    const warrantyEndsAt = warrantyAfter(record, contract, by);
    const given = [tx.at, by, clause, contractNo, tx.caller.id];
    await extendWarranty(tx, deviceId, warrantyEndsAt, contract.zone, ...given);
    const told = { contractNo, clause, by, warrantyEndsAt: warrantyEndsAt.toString() };
    tx.record(deviceId, [{ type: "WarrantyLengthened", ...told }]);
  }
}

/**
 * A renewal nobody paid for in time is owed no more. One whose payment is under way is decided by its
 * outcome. True when something was owed.
 */
export async function dropUnpaidRenewal(tx: Tx, deviceId: string, contractNo: number): Promise<boolean> {
  const renewal = await renewalOfContract(tx, deviceId, contractNo);
  const charge = renewal === undefined ? undefined : await chargeOf(tx, deviceId, renewal.chargeNo);
  return charge?.state === "open" && (await cancelCharge(tx, charge)).refused === undefined;
}
