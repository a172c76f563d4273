import { lockDeviceRoot } from "../../contracts/index.ts";
import { personsInSight, sightOf } from "../../identity/index.ts";
import {
  type Caller,
  notFound,
  type Queryable,
  type ReadContext,
  readPublicId,
  type Tx,
} from "../../platform/index.ts";
import { type Verification, verificationId } from "./verification.ts";
import { verificationByNo } from "./verificationStore.ts";

/**
 * Locks the device of a verification and reads it as it is then. Errors: Problem 404 where it is not theirs.
 */
export async function lockVerification(tx: Tx, id: string): Promise<Verification> {
  const { rootId, no } = verificationKey(id);
  await lockDeviceRoot(tx, rootId);
  return await demandOwn(tx, tx.caller, await verificationByNo(tx, rootId, no));
}

/** The same for a question. */
export async function readOwnVerification(db: ReadContext, id: string): Promise<Verification> {
  const { rootId, no } = verificationKey(id);
  return await demandOwn(db, db.caller, await verificationByNo(db, rootId, no));
}

/** The device and number in a public id. Errors: Problem 404 for anything else. */
function verificationKey(id: string): { readonly rootId: string; readonly no: number } {
  const key = readPublicId("vrf", id);
  if (key?.no === undefined) {
    throw notFound("verification");
  }
  return { rootId: key.rootId, no: key.no };
}

/** The office sees all, others what they asked for, and the one that their link opens. */
async function demandOwn(
  db: Queryable,
  caller: Caller,
  found: Verification | undefined,
): Promise<Verification> {
  const sight = sightOf(caller);
  const isOpened = (one: Verification): boolean =>
    sight.office || (sight.link?.kind === "verification" && sight.link.id === verificationId(one));
  if (found === undefined) {
    throw notFound("verification");
  }
  if (isOpened(found) || (await personsInSight(db, sight)).has(found.askerId)) {
    return found;
  }
  throw notFound("verification");
}
