import { termsOf } from "../../catalogue/index.ts";
import { sightOf } from "../../identity/index.ts";
import { saleOfContract } from "../../money/index.ts";
import { eventsOf, type Tx } from "../../platform/index.ts";
import { type Contract, contractId } from "../contract.ts";
import { lockContract } from "../demandContract.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import { openClaimIn } from "../openClaim.ts";
import { renewalUnderway } from "../renewalStore.ts";
import { transfersOf } from "../transferStore.ts";
import type { CancelFacts } from "./decideCancelContract.ts";

/** What is known of a contract that is to be ended, its device locked, and of the one that waits for it. */
export interface CancellationLoaded {
  readonly facts: Omit<CancelFacts, "told">;
  readonly successor: Omit<CancelFacts, "told"> | undefined;
}

/** Loads them. Errors: Problem 404 when it is not the caller's. */
export async function loadCancellation(tx: Tx, id: string): Promise<CancellationLoaded> {
  const { record, contract } = await lockContract(tx, id);
  const { deviceId } = contract;
  const [events, transfers, underway] = await Promise.all([
    eventsOf(tx, deviceId),
    transfersOf(tx, deviceId),
    renewalUnderway(tx, deviceId),
  ]);
  const around = {
    openClaimNo: openClaimIn(events),
    isRenewalUnderway: underway !== undefined,
    isOffice: sightOf(tx.caller).office,
  };
  const passed = (no: number): number =>
    transfers.filter(({ contractNo, state }) => contractNo === no && state === "agreed").length;
  const factsOf = async (one: Contract) => ({
    ...around,
    ...(await groundOf(tx, record, one)),
    transfers: passed(one.no),
  });
  const next = record.contracts.find(
    ({ renewsNo, state }) => renewsNo === contract.no && state === "scheduled",
  );
  const [facts, successor] = await Promise.all([
    factsOf(contract),
    next === undefined ? undefined : factsOf(next),
  ]);
  return { facts, successor };
}

async function groundOf(
  tx: Tx,
  record: DeviceRecord,
  contract: Contract,
): Promise<Pick<CancelFacts, "at" | "record" | "contract" | "terms" | "sale">> {
  const [terms, sale] = await Promise.all([
    termsOf(tx, contract.programme, contract.termsVersion),
    saleOfContract(tx, contractId(contract)),
  ]);
  return { at: tx.at, record, contract, terms, sale };
}
