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

interface Held<Rows> {
  readonly rows: Rows;
  readonly readAt: number;
}

/**
 * How old rows may be before whoever asks reads them; the longest time another node's change goes unseen
 * here.
 */
const FRESH_MS = 5_000;

/** How often they are read beside the requests, so that none of them has to. */
const ROUND_MS = 2_000;

/** How old rows may be, and how often they are read, where reading them costs more. */
export interface Pace {
  readonly freshMs: number;
  readonly roundMs: number;
}

/**
 * Holds the rows of a reference table, so that the hot path asks nothing. They are read again beside the
 * requests. Whoever finds them stale all the same reads them on his own connection: waiting for another
 * transaction's answer could wait on a lock that waits for us.
 */
export function heldRows<Rows>(
  read: (db: Queryable) => Promise<Rows>,
  { freshMs, roundMs }: Pace = { freshMs: FRESH_MS, roundMs: ROUND_MS },
): HeldRows<Rows> {
  const held = new WeakMap<Platform, Held<Rows>>();
  const readAgain = async (db: Asker): Promise<Rows> => {
    const readAt = performance.now();
    const rows = await read(db);
    const found = held.get(db.platform);
    if (found === undefined) {
      keepFresh(db.platform, readAgain, roundMs);
    }
    // A slow answer may come after a younger one.
    if (found === undefined || found.readAt <= readAt) {
      held.set(db.platform, { rows, readAt });
    }
    return rows;
  };
  return {
    readAgain,
    rows: async (db) => {
      const found = held.get(db.platform);
      return found !== undefined && performance.now() - found.readAt < freshMs
        ? found.rows
        : await readAgain(db);
    },
  };
}

/** Reads on the pool, every round, until that is closed; it keeps no process alive. */
function keepFresh(platform: Platform, readAgain: (db: Asker) => Promise<unknown>, roundMs: number): void {
  const { database } = platform;
  let isReading = false;
  const round = setInterval(() => {
    if (database.pool.ended) {
      clearInterval(round);
    } else if (!isReading) {
      isReading = true;
      readAgain({ query: database.query, platform })
        // While the database is away, whoever asks finds out himself.
        .catch(() => undefined)
        .finally(() => {
          isReading = false;
        });
    }
  }, roundMs);
  round.unref();
}
