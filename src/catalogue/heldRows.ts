import type { Platform, Queryable } from "../platform/index.ts";

/** Who asks: a transaction or a read, both of which know their platform. */
export type Asker = Queryable & { readonly platform: Platform };

/** Rows of a reference table, kept in the process. */
export interface HeldRows<Rows> {
  /** The rows, at the most a few seconds old. */
  rows(db: Asker): Promise<Rows>;
  /** The rows as they are now: after a change of ours, or when something known to exist is missing. */
  readAgain(db: Asker): Promise<Rows>;
}

/**
 * How old rows may be before they are read again; the longest time another node's change goes unseen here.
 */
const FRESH_MS = 5_000;

/**
 * Holds the rows of a reference table, so that the hot path asks nothing. Whoever finds them stale reads
 * them on his own connection: waiting for another transaction's answer could wait on a lock that waits for
 * us.
 */
export function heldRows<Rows>(read: (db: Queryable) => Promise<Rows>): HeldRows<Rows> {
  const held = new WeakMap<Platform, { readonly rows: Rows; readonly readAt: number }>();
  const readAgain = async (db: Asker): Promise<Rows> => {
    const readAt = performance.now();
    const rows = await read(db);
    held.set(db.platform, { rows, readAt });
    return rows;
  };
  return {
    readAgain,
    rows: async (db) => {
      const found = held.get(db.platform);
      return found !== undefined && performance.now() - found.readAt < FRESH_MS
        ? found.rows
        : await readAgain(db);
    },
  };
}
