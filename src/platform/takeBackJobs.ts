import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import type { Log } from "./log.ts";

/** What every queue calls itself towards the database, followed by what tells it from others. */
const QUEUE_NAME = "evermend-jobs";

/** A name for the connections of one queue, which no other has. */
export function queueName(): string {
  return `${QUEUE_NAME} ${randomUUID()}`;
}

/** A server ends a killed client's connections when it comes to it: so often we look, and for so long. */
const LOOK_EVERY_MS = 1_000;
const LOOKS = 120;

/**
 * Gives back what workers had taken up when they died, so that nobody waits for the end of their leases: when
 * no other queue is connected, nobody can be working on what was taken up before this one came. It counts as
 * a try, so that a job that ends its process cannot do so for ever. Looks once before it answers, and while
 * others seem to be connected again every second for the length of a lease; the answer ends that.
 */
export async function takeBackJobs(boss: PgBoss, name: string, log: Log): Promise<() => void> {
  const came = await boss.getDb().executeSql("select now()::text as at");
  const at = String(came.rows[0].at);
  if (await takeBack(boss, name, at, log)) {
    return () => undefined;
  }
  let looks = 0;
  const round = setInterval(() => {
    looks += 1;
    takeBack(boss, name, at, log)
      .then((isOver) => {
        if (isOver || looks >= LOOKS) {
          clearInterval(round);
        }
      })
      // While the database is away, nobody works; the next look is soon.
      .catch((error: unknown) => log.debug({ err: error }, "stopped work was not looked for"));
  }, LOOK_EVERY_MS);
  round.unref();
  return () => clearInterval(round);
}

/** True when no other queue was connected. */
async function takeBack(boss: PgBoss, name: string, at: string, log: Log): Promise<boolean> {
  const { rows } = await boss.getDb().executeSql(
    `with others as (
       select count(*)::integer as count from pg_stat_activity
        where datname = current_database() and application_name like $1 and application_name <> $2
     ), taken as (
       update pgboss.job
          set state = 'retry', retry_count = retry_count + 1, start_after = now()
        where state = 'active' and retry_count < retry_limit and started_on <= $3
          and (select count from others) = 0
       returning id
     )
     select (select count from others) as others, count(*)::integer as jobs from taken`,
    [`${QUEUE_NAME} %`, name, at],
  );
  const { others, jobs } = rows[0] as { others: number; jobs: number };
  if (jobs > 0) {
    log.info({ jobs }, "work that a stopped process had begun is taken up again");
  }
  return others === 0;
}
