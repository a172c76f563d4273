import { rootOf } from "../../catalogue/index.ts";
import { lockRoot, notFound, type Queryable, readPublicId, type Tx } from "../../platform/index.ts";
import type { Recovery } from "./recovery.ts";
import { recoveryOf } from "./recoveryStore.ts";

/** Locks the device of a recovery, and reads it as it is then. Errors: Problem 404. */
export async function lockRecovery(tx: Tx, id: string): Promise<Recovery> {
  const key = readPublicId("rcv", id);
  // One after the other: what is read before the lock may be old.
  if (key === undefined || !(await lockRoot(tx, key.rootId))) {
    throw notFound("recovery");
  }
  return await demandRecovery(tx, id);
}

/** A recovery, for a question. Errors: Problem 404. */
export async function demandRecovery(db: Queryable, id: string): Promise<Recovery> {
  const key = readPublicId("rcv", id);
  const recovery = key?.no === undefined ? undefined : await recoveryOf(db, key.rootId, key.no);
  if (recovery === undefined) {
    throw notFound("recovery");
  }
  return recovery;
}

/** What a supplier pays belongs to the root of its name. */
export function supplierRoot(supplier: string): string {
  return rootOf("supplier", supplier);
}
