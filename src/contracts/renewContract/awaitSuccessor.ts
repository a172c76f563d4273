import { type Platform, readPublicId, until } from "../../platform/index.ts";
import { type ContractShape, toContract } from "../contract.ts";
import { deviceRecord } from "../deviceRecord.ts";

/** How long a reply waits for the job that concludes. */
const LONGEST_MS = 3_000;

/**
 * The contract that renews this one, once the job that follows its payment has run; undefined if that takes
 * long.
 */
export async function awaitSuccessor(platform: Platform, id: string): Promise<ContractShape | undefined> {
  const base = readPublicId("ctr", id);
  if (base === undefined) {
    return undefined;
  }
  const { rootId: deviceId, no } = base;
  const look = async (): Promise<ContractShape | undefined> => {
    const record = await deviceRecord(platform.database, { deviceId });
    const successor = record?.contracts.find(
      ({ renewsNo, state }) => renewsNo === no && state !== "cancelled",
    );
    return record === undefined || successor === undefined
      ? undefined
      : toContract(successor, record.device.serial);
  };
  return await until(platform, deviceId, LONGEST_MS, look, (seen) => seen !== undefined);
}
