import type { Tx } from "./transact.ts";

/**
 * Locks a root whose owner stands to the right: its events are numbered one after the other, so whoever
 * appends to them holds its lock. A device's and an order's module know how, and are asked first: almost all
 * that happens, happens to these. False when there is no such root.
 */
export async function lockRoot(tx: Tx, rootId: string): Promise<boolean> {
  const { modules } = tx.platform;
  // An id is of one root alone: those that are often meant are asked in one go.
  const often = await Promise.all(modules.map(async ({ lockRoot: lock }) => await lock?.(tx, rootId)));
  if (often.includes(true)) {
    return true;
  }
  for (const { lockSeldomRoot: lock } of modules) {
    if ((await lock?.(tx, rootId)) === true) {
      return true;
    }
  }
  return false;
}

/**
 * Locks those of these roots whose owner locks many at once, by one statement, and answers which they are.
 * The others are for `lockRoot`, in a transaction of their own: so that nobody holds roots of two kinds.
 */
export async function lockRoots(tx: Tx, rootIds: readonly string[]): Promise<ReadonlySet<string>> {
  const wanted = [...new Set(rootIds)];
  for (const { lockRoots: lock } of tx.platform.modules.toReversed()) {
    const locked = (await lock?.(tx, wanted)) ?? [];
    if (locked.length > 0) {
      return new Set(locked);
    }
  }
  return new Set();
}
