import { type DeviceRecord, deviceRecord } from "../contracts/index.ts";
import type { ReadContext } from "../platform/index.ts";
import { claimKey, mayTouch } from "./lockClaim.ts";
import { type ClaimRow, claimByNo } from "./store.ts";

/**
 * A claim and its device for a question, nothing locked. Undefined when it is not there or not the caller's.
 */
export async function readClaim(
  db: ReadContext,
  id: string,
): Promise<{ readonly claim: ClaimRow; readonly record: DeviceRecord } | undefined> {
  const { rootId, no } = claimKey(id);
  const [record, claim] = await Promise.all([
    deviceRecord(db, { deviceId: rootId }),
    claimByNo(db, rootId, no),
  ]);
  if (record === undefined || claim === undefined) {
    return undefined;
  }
  return (await mayTouch(db, db.caller, claim)) ? { claim, record } : undefined;
}
