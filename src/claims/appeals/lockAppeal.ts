import { notFound, readPublicId, type Tx } from "../../platform/index.ts";
import { claimId } from "../claim.ts";
import { lockClaim } from "../lockClaim.ts";
import type { ClaimRow } from "../store.ts";
import type { Appeal } from "./appeal.ts";
import { appealsOfDevice } from "./appealStore.ts";

/** Locks the device of an appeal, and reads it and its claim as they are then. Errors: Problem 404. */
export async function lockAppeal(
  tx: Tx,
  id: string,
): Promise<{ readonly appeal: Appeal; readonly claim: ClaimRow }> {
  const { rootId, no } = readPublicId("apl", id) ?? {};
  const named = rootId === undefined ? undefined : await appealOf(tx, rootId, no);
  if (named === undefined) {
    throw notFound("appeal");
  }
  const claim = await lockClaim(tx, claimId({ deviceId: named.deviceId, no: named.claimNo }));
  const appeal = await appealOf(tx, named.deviceId, named.no);
  if (appeal === undefined) {
    throw notFound("appeal");
  }
  return { appeal, claim };
}

async function appealOf(tx: Tx, deviceId: string, no: number | undefined): Promise<Appeal | undefined> {
  return (await appealsOfDevice(tx, deviceId)).find((each) => each.no === no);
}
