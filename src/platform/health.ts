import type { FastifyInstance } from "fastify";
import { one } from "./database.ts";
import type { Platform } from "./platform.ts";
import { Problem } from "./problem.ts";

interface Queue {
  readonly oldestSeconds: number;
  /** Jobs that were given up. As the queue's own watch counts them: a minute old at the most. */
  readonly failed: number;
}

/** Which jobs wait is asked as the index of them has it: what is done is kept for days beside them. */
const beat = one<Queue>(
  "heartbeat",
  `with written as (
     insert into platform.heartbeat (id, at) values (1, now())
     on conflict (id) do update set at = excluded.at returning id
   )
   select coalesce((select extract(epoch from now() - min(created_on))::integer
             from pgboss.job
            where state < 'active' and not blocked and start_after < now()), 0) as "oldestSeconds",
          (select coalesce(sum(failed_count), 0)::integer
             from pgboss.queue
            where name not like '\\_\\_pgboss%') as failed
     from written`,
);

/** A job that has waited longer than this means the workers do not keep up. */
const JOB_LAG_LIMIT_SECONDS = 300;

/**
 * /healthz says that the process lives and asks nothing else; /readyz writes to the database and looks at the
 * queue; /metrics is Prometheus text.
 */
export function serveHealth(http: FastifyInstance, platform: Platform): void {
  const hide = { schema: { hide: true } };
  platform.metrics.watchJobs(() => beat(platform.database));
  platform.metrics.watchPool(platform.database.pool);
  http.get("/healthz", hide, () => ({ status: "ok" }));
  http.get("/readyz", hide, async () => {
    const { oldestSeconds, failed } = await beat(platform.database);
    if (oldestSeconds > JOB_LAG_LIMIT_SECONDS) {
      throw new Problem(
        503,
        "jobs_late",
        `A job has waited for ${oldestSeconds} s. Look at the log of the workers.`,
      );
    }
    // Given-up work is for a person to look at; other servers would not do it better, so this one is ready.
    return { status: "ok", jobLagSeconds: oldestSeconds, jobsFailed: failed };
  });
  http.get("/metrics", hide, async (_request, reply) => {
    reply.type(platform.metrics.contentType);
    return await platform.metrics.text();
  });
}
