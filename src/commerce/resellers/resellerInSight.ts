import { sightOf } from "../../identity/index.ts";
import { lockResellerRoot } from "../../money/index.ts";
import { type Caller, notFound, type Queryable, readPublicId, type Tx } from "../../platform/index.ts";
import type { Reseller } from "./reseller.ts";
import { resellerOf } from "./resellerStore.ts";

/** The bare id of a reseller the caller may see: the office any, a team its own. Errors: Problem 404. */
export function resellerIdOf(id: string, caller: Caller): string {
  const { rootId, no } = readPublicId("rsl", id) ?? {};
  const { office, reseller } = sightOf(caller);
  if (rootId === undefined || no !== undefined || !(office || reseller === rootId)) {
    throw notFound("reseller");
  }
  return rootId;
}

/** A reseller the caller may see. Errors: Problem 404. */
export async function resellerInSight(db: Queryable, id: string, caller: Caller): Promise<Reseller> {
  const reseller = await resellerOf(db, resellerIdOf(id, caller));
  if (reseller === undefined) {
    throw notFound("reseller");
  }
  return reseller;
}

/** The same with its root locked: its money, its contract and its events move one by one. */
export async function lockResellerInSight(tx: Tx, id: string): Promise<Reseller> {
  await lockResellerRoot(tx, resellerIdOf(id, tx.caller));
  return await resellerInSight(tx, id, tx.caller);
}
