import type { Queryable } from "../platform/index.ts";
import { selectHands } from "./store.ts";

/**
 * Whether two callers' ids are of one person: the same, or keys and sign-ins of one address. A key without an
 * address is in the hand of whoever made it.
 */
export async function isSameHand(db: Queryable, one: string, other: string): Promise<boolean> {
  return one === other || (await selectHands(db, [one, other])).length === 1;
}
