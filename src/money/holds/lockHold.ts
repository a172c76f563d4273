import { lockRoot, notFound, readPublicId, type Tx } from "../../platform/index.ts";
import type { Hold } from "./hold.ts";
import { holdOf } from "./holdStore.ts";

/** The hold with this public id, its root locked. Errors: Problem 404. */
export async function lockHold(tx: Tx, id: string): Promise<Hold> {
  const key = readPublicId("hld", id);
  if (key?.no === undefined || !(await lockRoot(tx, key.rootId))) {
    throw notFound("hold");
  }
  const hold = await holdOf(tx, key.rootId, key.no);
  if (hold === undefined) {
    throw notFound("hold");
  }
  return hold;
}

/** A hold as it stands after what was just done to it. */
export async function holdAfter(tx: Tx, { rootId, no }: Pick<Hold, "rootId" | "no">): Promise<Hold> {
  const hold = await holdOf(tx, rootId, no);
  if (hold === undefined) {
    throw notFound("hold");
  }
  return hold;
}
