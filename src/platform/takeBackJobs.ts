import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";

/** What every queue calls itself towards the database, followed by what tells it from others. */
const QUEUE_NAME = "evermend-jobs";

/** A name for the connections of one queue, which no other has. */
export function queueName(): string {
  return `${QUEUE_NAME} ${randomUUID()}`;
}

/**
 * Gives back what workers had taken up when they died, so that nobody waits for the end of their leases: when
 * no other queue is connected, nobody can be working on what is marked as worked on. It counts as a try, so
 * that a job that ends its process cannot do so for ever. To be called after connecting and before working.
 * Answers with how many there were.
 */
export async function takeBackJobs(boss: PgBoss, name: string): Promise<number> {
  const { rows } = await boss.getDb().executeSql(
    `update pgboss.job
        set state = 'retry', retry_count = retry_count + 1, start_after = now()
      where state = 'active' and retry_count < retry_limit
        and not exists (
          select from pg_stat_activity
           where datname = current_database() and application_name like $1 and application_name <> $2
        )
     returning id`,
    [`${QUEUE_NAME} %`, name],
  );
  return rows.length;
}
