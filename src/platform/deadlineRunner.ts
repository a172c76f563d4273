import { systemCaller } from "./caller.ts";
import type { TestClock } from "./clock.ts";
import { type Deadline, meetDeadline, nextDue } from "./deadline.ts";
import { forgetOldKeys } from "./idempotency.ts";
import { lockRoot } from "./lockRoot.ts";
import type { Platform } from "./platform.ts";
import { sendMissedAgain } from "./sendMissedAgain.ts";
import { transact } from "./transact.ts";

/**
 * Handles every deadline that is due by `until`, soonest first, each in its own transaction.
 * A deadline is met in the transaction that handles it: a crash leaves it due. One whose handling fails is
 * passed over until the next round, so that it holds up nobody else. Answers with how many were handled.
 */
export async function runDue(platform: Platform, until: Temporal.Instant): Promise<number> {
  let handled = 0;
  let failed: Deadline | undefined;
  for (;;) {
    const behind = [failed?.dueAt, failed?.rootId, failed?.kind, failed?.key];
    const deadline = await nextDue(platform.database, until, ...behind);
    if (deadline === undefined) {
      return handled;
    }
    try {
      await handle(platform, deadline);
      handled += 1;
    } catch (error) {
      platform.log.error({ err: error, deadline }, "a deadline could not be handled; it stays due");
      failed = deadline;
    }
  }
}

async function handle(platform: Platform, deadline: Deadline): Promise<void> {
  const { rootId, kind, key } = deadline;
  await transact(platform, systemCaller, async (tx) => {
    // The root first, as everywhere; then only one of several nodes finds the deadline still open.
    await lockRoot(tx, rootId);
    if ((await meetDeadline(tx, rootId, kind, key, tx.at)) === 1) {
      await platform.deadlineKinds.get(kind)?.run(tx, deadline);
    }
  });
}

const ROUND_MS = 5_000;
const ROUNDS_AN_HOUR = 3_600_000 / ROUND_MS;

/**
 * Looks for due deadlines every few seconds until stopped; once an hour forgets old idempotency keys and
 * sends again what was missed.
 */
export function startDeadlineRunner(platform: Platform): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let rounds = 0;
  const timer = setInterval(() => {
    rounds += 1;
    const isFullHour = rounds % ROUNDS_AN_HOUR === 1;
    running = running
      .then(() => runDue(platform, platform.clock.now()))
      .then(() => (isFullHour ? everyHour(platform) : undefined))
      .catch((error: unknown) =>
        platform.log.warn({ err: error }, "deadlines could not be handled; trying again"),
      );
  }, ROUND_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

async function everyHour(platform: Platform): Promise<void> {
  await forgetOldKeys(platform.database, platform.clock.now());
  await sendMissedAgain(platform);
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
  let stuck: Deadline | undefined;
  for (;;) {
    await platform.jobs.drained();
    const next = await nextDue(platform.database, to, stuck?.dueAt, stuck?.rootId, stuck?.kind, stuck?.key);
    if (next === undefined) {
      break;
    }
    if (Temporal.Instant.compare(next.dueAt, clock.now()) > 0) {
      await clock.advance(platform.database.pool, next.dueAt);
    }
    const done = await runDue(platform, next.dueAt);
    handled += done;
    stuck = done === 0 ? next : stuck;
  }
  await clock.advance(platform.database.pool, to);
  return handled;
}
