import { isOwner } from "../../identity/index.ts";
import type { ReadContext } from "../../platform/index.ts";

/**
 * The public ids of the orders, contracts and claims that are the caller's own: what is paid back for those
 * is theirs to see. Null for the office, which sees all.
 */
export async function ownThings(db: ReadContext): Promise<readonly string[] | null> {
  if (!isOwner(db.caller)) {
    return null;
  }
  const own = db.platform.modules.flatMap(({ ownIds }) => (ownIds === undefined ? [] : [ownIds(db)]));
  return (await Promise.all(own)).flat();
}
