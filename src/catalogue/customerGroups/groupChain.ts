import { type Asker, heldRows } from "../heldRows.ts";
import { RETAIL } from "../price.ts";
import type { CustomerGroup } from "./customerGroup.ts";
import { allCustomerGroups } from "./customerGroupStore.ts";

/** All groups, held in the process. */
export const heldCustomerGroups = heldRows(allCustomerGroups);

/**
 * Whose price lists a buyer of this group pays, the nearest first: its own, those of the group it is based
 * on, and so on; the last is retail. Undefined is everybody. A group that nobody knows pays retail prices.
 */
export async function groupChain(db: Asker, group: string | undefined): Promise<readonly string[]> {
  if (group === undefined || group === RETAIL) {
    return [RETAIL];
  }
  const held = await heldCustomerGroups.rows(db);
  const isKnown = held.some(({ customerGroup }) => customerGroup === group);
  return chainOf(isKnown ? held : await heldCustomerGroups.readAgain(db), group);
}

/** The chain of a group among all groups. A group is based on one that was there before it. Pure. */
export function chainOf(groups: readonly CustomerGroup[], group: string): readonly string[] {
  const own = groups.find(({ customerGroup }) => customerGroup === group);
  return own === undefined || own.basedOn === null ? [RETAIL] : [group, ...chainOf(groups, own.basedOn)];
}
