import type { Tx } from "./transact.ts";

/**
 * Locks a root whose owner stands to the right: its events are numbered one after the other, so whoever
 * appends to them holds its lock. A device's and an order's module know how. False when there is no such
 * root.
 */
export async function lockRoot(tx: Tx, rootId: string): Promise<boolean> {
  for (const module of tx.platform.modules) {
    if ((await module.lockRoot?.(tx, rootId)) === true) {
      return true;
    }
  }
  return false;
}
