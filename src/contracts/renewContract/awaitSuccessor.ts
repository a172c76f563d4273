import { setTimeout as pause } from "node:timers/promises";
import { type Platform, readPublicId } from "../../platform/index.ts";
import { type ContractShape, toContract } from "../contract.ts";
import { deviceRecord } from "../deviceRecord.ts";

/** How long a reply waits for the job that concludes, and how often it looks. */
const LONGEST_MS = 3_000;
const LOOK_MS = 20;

/**
 * The contract that renews this one, once the job that follows its payment has run; undefined if that takes
 * long.
 */
export async function awaitSuccessor(platform: Platform, id: string): Promise<ContractShape | undefined> {
  const base = readPublicId("ctr", id);
  const until = performance.now() + LONGEST_MS;
  while (base !== undefined && performance.now() < until) {
    const record = await deviceRecord(platform.database, { deviceId: base.rootId });
    const successor = record?.contracts.find(
      ({ renewsNo, state }) => renewsNo === base.no && state !== "cancelled",
    );
    if (record !== undefined && successor !== undefined) {
      return toContract(successor, record.device.serial);
    }
    await pause(LOOK_MS);
  }
  return undefined;
}
