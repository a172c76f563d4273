import { systemCaller } from "./caller.ts";
import { maybeOne } from "./database.ts";
import type { Platform } from "./platform.ts";
import { transact } from "./transact.ts";

/** Whoever still waits an hour later was forgotten: by a job given up, or by a queue that was lost. */
const PATIENCE = { hours: 1 };

const waitingTwin = maybeOne<{ one: number }>(
  "waiting_twin",
  `select 1 as one
     from pgboss.job
    where name = $1 and data = $2::jsonb and state in ('created', 'retry', 'active')
    limit 1`,
);

/**
 * Enqueues again the jobs whose effect is not there, where none waits for its next try. Jobs run at least
 * once anyway, so one too many does no harm. Answers with how many there were.
 */
export async function sendMissedAgain(platform: Platform): Promise<number> {
  const before = platform.clock.now().subtract(PATIENCE);
  let sent = 0;
  for (const { job, missed } of platform.modules.flatMap(({ reactions = [] }) => reactions)) {
    for (const data of (await missed?.(platform.database, before)) ?? []) {
      if ((await waitingTwin(platform.database, job.name, JSON.stringify(data))) === undefined) {
        platform.log.error({ job: job.name, data }, "a job has not had its effect; sending it again");
        await transact(platform, systemCaller, async (tx) => tx.enqueue(job, data as never));
        sent += 1;
      }
    }
  }
  return sent;
}
