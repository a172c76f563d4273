import type pg from "pg";

/** The one source of time. Inside a transaction the database answers; a read outside one asks here. */
export interface Clock {
  /** Starts a transaction and reads its instant in the same round trip. */
  readonly beginAndRead: string;
  now(): Temporal.Instant;
}

/** The time of the world: the database's in a transaction, the process's for reads. */
export const systemClock: Clock = {
  beginAndRead: "begin; select now() as at",
  now: () => Temporal.Now.instant(),
};

/** A clock that stands still until it is told; sandboxes, demos and tests run on it. */
export interface TestClock extends Clock {
  /** Sets the time, backwards too: for tests before anything has happened. */
  set(pool: pg.Pool, at: Temporal.Instant): Promise<void>;
  /**
   * Moves the time forward. False when another process has moved it further meanwhile; this one then follows.
   */
  advance(pool: pg.Pool, to: Temporal.Instant): Promise<boolean>;
}

/** Opens the test clock kept in the database, so that every process of a sandbox shares one time. */
export async function openTestClock(pool: pg.Pool): Promise<TestClock> {
  const found = await pool.query<{ at: Temporal.Instant }>(
    `insert into platform.test_clock (id, at) values (1, now())
     on conflict (id) do update set id = 1 returning at`,
  );
  let current = (found.rows[0] as { at: Temporal.Instant }).at;
  return {
    beginAndRead: "begin; select at from platform.test_clock",
    now: () => current,
    set: async (target, at) => {
      await target.query("update platform.test_clock set at = $1", [at.toString()]);
      current = at;
    },
    advance: async (target, to) => {
      const moved = await target.query<{ at: Temporal.Instant }>(
        "update platform.test_clock set at = $1 where at <= $1 returning at",
        [to.toString()],
      );
      const { rows } =
        moved.rows.length > 0
          ? moved
          : await target.query<{ at: Temporal.Instant }>("select at from platform.test_clock");
      current = (rows[0] as { at: Temporal.Instant }).at;
      return moved.rows.length > 0;
    },
  };
}
