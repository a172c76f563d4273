import { notFound, readPublicId, type Tx } from "../../platform/index.ts";
import { claimId } from "../claim.ts";
import { lockClaim } from "../lockClaim.ts";
import type { ClaimRow } from "../store.ts";
import type { Appeal } from "./appeal.ts";
import { appealsOfDevice } from "./appealStore.ts";

/**
 * Locks the device of an appeal, and reads it, its claim and the other appeals of the device as they are
 * then. Errors: Problem 404.
 */
export async function lockAppeal(
  tx: Tx,
  id: string,
): Promise<{ readonly appeal: Appeal; readonly claim: ClaimRow; readonly others: readonly Appeal[] }> {
  const { rootId, no } = readPublicId("apl", id) ?? {};
  const named = rootId === undefined ? undefined : numbered(await appealsOfDevice(tx, rootId), no);
  if (named === undefined) {
    throw notFound("appeal");
  }
  const claim = await lockClaim(tx, claimId({ deviceId: named.deviceId, no: named.claimNo }));
  const appeals = await appealsOfDevice(tx, named.deviceId);
  const appeal = numbered(appeals, named.no);
  if (appeal === undefined) {
    throw notFound("appeal");
  }
  return { appeal, claim, others: appeals.filter((each) => each !== appeal) };
}

function numbered(appeals: readonly Appeal[], no: number | undefined): Appeal | undefined {
  return appeals.find((each) => each.no === no);
}
