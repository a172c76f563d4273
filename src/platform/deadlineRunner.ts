import { systemCaller } from "./caller.ts";
import type { TestClock } from "./clock.ts";
import { firstDueAt, meetDeadline, nextDue } from "./deadline.ts";
import type { Platform } from "./platform.ts";
import { transact } from "./transact.ts";

/**
 * Handles every deadline that is due by `until`, soonest first, each in its own transaction.
 * A deadline is met in the transaction that handles it: a crash leaves it due.
 * Answers with how many were handled.
 */
export async function runDue(platform: Platform, until: Temporal.Instant): Promise<number> {
  let handled = 0;
  while (await runNext(platform, until)) {
    handled += 1;
  }
  return handled;
}

async function runNext(platform: Platform, until: Temporal.Instant): Promise<boolean> {
  return await transact(platform, systemCaller, async (tx) => {
    const deadline = await nextDue(tx, until);
    if (deadline === undefined) {
      return false;
    }
    const kind = platform.deadlineKinds.get(deadline.kind);
    await kind?.run(tx, deadline);
    await meetDeadline(tx, deadline.rootId, deadline.kind, deadline.key, tx.at);
    return true;
  });
}

/** Looks for due deadlines every few seconds until stopped. */
export function startDeadlineRunner(platform: Platform): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = running
      .then(() => runDue(platform, platform.clock.now()))
      .catch((error: unknown) =>
        platform.log.warn({ err: error }, "deadlines could not be handled; trying again"),
      );
  }, 5_000);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

/**
 * Moves a test clock forward, stopping at each deadline on the way so that what is due happens in order,
 * at its own instant, with the jobs that follow it done before the next.
 */
export async function advanceTestClock(
  platform: Platform,
  clock: TestClock,
  to: Temporal.Instant,
): Promise<number> {
  let handled = 0;
  for (;;) {
    await platform.jobs.drained();
    const next = await firstDueAt(platform.database, to);
    if (next === undefined) {
      break;
    }
    if (Temporal.Instant.compare(next.dueAt, clock.now()) > 0) {
      await clock.set(platform.database.pool, next.dueAt);
    }
    handled += await runDue(platform, next.dueAt);
  }
  await clock.set(platform.database.pool, to);
  return handled;
}
