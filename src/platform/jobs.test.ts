import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import pg from "pg";
import pino from "pino";
import { ownerQuery } from "../../test/support/ownerQuery.ts";
import { testPlatform } from "../../test/support/testPlatform.ts";
import {
  createHttp,
  type Job,
  type Module,
  type Platform,
  serveHealth,
  systemCaller,
  transact,
} from "./index.ts";
import { openJobs } from "./jobs.ts";

const carry: Job<{ load: string }> = {
  name: "carry",
  run: async (_platform, { load }) => {
    throw new Error(`nobody carries ${load}`);
  },
};
const porters: Module = { name: "porters", routes: [], jobs: [carry as unknown as Job<never>] };

describe("a job that keeps failing", () => {
  it("is tried for most of a day", async () => {
    const { database } = await testPlatform([porters]);
    const [queue] = await ownerQuery<Record<"limit" | "delay" | "most", number>>(
      database,
      `select retry_limit as limit, retry_delay as delay, retry_delay_max as most
         from pgboss.queue where name = 'carry' and retry_backoff`,
    );
    ok(queue !== undefined);
    // The least that each pause can be: half of what it grows to, until the longest pause caps it.
    const pauses = Array.from({ length: queue.limit }, (_, tried) =>
      Math.min(queue.most, (queue.delay * 2 ** Math.min(16, tried + 1)) / 2),
    );
    const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3600;
    ok(hours > 12, `${hours} hours`);
  });

  it("is an error in the log after its last try, and counted where operators look", async () => {
    const lines: { level: string; msg: string }[] = [];
    const write = (line: string) => lines.push(JSON.parse(line) as { level: string; msg: string });
    const log = pino({ formatters: { level: (level) => ({ level }) } }, { write });
    const { platform, database } = await testPlatform([porters], { log });
    await ownerQuery(database, "update pgboss.queue set retry_limit = 0 where name = 'carry'");
    await transact(platform, systemCaller, async (tx) => tx.enqueue(carry, { load: "a piano" }));
    await platform.jobs.drained();
    deepEqual(
      lines.filter(({ msg }) => msg.includes("a job failed")).map(({ level }) => level),
      ["error"],
    );
    await ownerQuery(database, "update pgboss.queue set failed_count = 1 where name = 'carry'");
    const http = await createHttp(platform, async () => systemCaller);
    serveHealth(http, platform);
    const ready = await http.inject("/readyz");
    deepEqual([ready.statusCode, ready.json().jobsFailed], [200, 1]);
    equal((await http.inject("/metrics")).body.includes("evermend_jobs_failed 1"), true);
    await http.close();
  });
});

describe("how late jobs are", () => {
  it("is asked of those that wait, however many are done and kept", async () => {
    const { platform, database } = await testPlatform([porters]);
    await ownerQuery(
      database,
      `insert into pgboss.queue (name, policy, retry_limit, retry_delay, retry_backoff, expire_seconds,
                                 retention_seconds, deletion_seconds, partition, table_name)
         select 'nobody_works_it', policy, retry_limit, retry_delay, retry_backoff, expire_seconds,
                retention_seconds, deletion_seconds, partition, table_name
           from pgboss.queue where name = 'carry';
       insert into pgboss.job_common (name, state, created_on, completed_on)
         select 'carry', 'completed', now() - interval '1 day', now() from generate_series(1, 5000);
       insert into pgboss.job_common (name, state, created_on, start_after)
         select 'nobody_works_it', state::pgboss.job_state, now() - age * interval '1 s', now() + later
           from (values ('retry', 200, interval '0'), ('created', 100, interval '0'),
                        ('active', 900, interval '0'), ('created', 900, interval '1 hour'))
                  as given(state, age, later);
       analyze pgboss.job_common`,
    );
    const asked: string[] = [];
    const query: Platform["database"]["query"] = (statement, values) => {
      asked.push(statement.text);
      return platform.database.query(statement, values);
    };
    const http = await createHttp(platform, async () => systemCaller);
    serveHealth(http, { ...platform, database: { ...platform.database, query } });
    const { jobLagSeconds } = (await http.inject("/readyz")).json() as { jobLagSeconds: number };
    equal(jobLagSeconds >= 200 && jobLagSeconds < 900, true, `${jobLagSeconds} s`);
    const plan = await ownerQuery(database, `explain ${asked[0]}`);
    equal(JSON.stringify(plan).includes("Seq Scan on job"), false, JSON.stringify(plan));
    await http.close();
  });
});

describe("jobs that are run together", () => {
  const seen: string[][] = [];
  const ferry: Job<{ load: string }> = {
    name: "ferry",
    run: () => Promise.reject(new Error("one by one")),
    runTogether: async (_platform, loads) => {
      seen.push(loads.map(({ load }) => load).toSorted());
      if (loads.some(({ load }) => load === "a storm")) {
        throw new Error("nobody crosses");
      }
      return new Map(loads.flatMap(({ load }, place) => (load === "a piano" ? [[place, "too heavy"]] : [])));
    },
  };

  it("fail by their place, or all of them where the whole fails", async () => {
    const harbour: Module = { name: "harbour", routes: [], jobs: [ferry as unknown as Job<never>] };
    const { platform, database } = await testPlatform([harbour], { log: pino({ level: "silent" }) });
    const cross = async (...loads: string[]): Promise<string[]> => {
      await transact(platform, systemCaller, async (tx) => {
        for (const load of loads) {
          tx.enqueue(ferry, { load });
        }
      });
      await platform.jobs.drained();
      const rows = await ownerQuery<{ state: string }>(
        database,
        "select state from pgboss.job where name = 'ferry' and data ->> 'load' = any($1) order by data",
        [loads],
      );
      return rows.map(({ state }) => state);
    };
    deepEqual(await cross("a cart", "a goat", "a piano"), ["completed", "completed", "retry"]);
    deepEqual(await cross("a hat", "a storm"), ["retry", "retry"]);
    // What waits for its next try may have had it, by itself, on a busy machine.
    const together = seen.filter(({ length }) => length > 1);
    deepEqual(together, [
      ["a cart", "a goat", "a piano"],
      ["a hat", "a storm"],
    ]);
  });
});

describe("a process that died over its work", () => {
  const until = (wanted: number, seen: string[]): Promise<void> =>
    new Promise((resolve) => {
      const look = () => (seen.length >= wanted ? resolve() : setImmediate(look));
      look();
    });

  it("is followed up at once by the next to start, unless others are still at work", async () => {
    const seen: string[] = [];
    const haul: Job<{ load: string }> = {
      name: "haul",
      run: async (_, { load }) => {
        seen.push(load);
      },
    };
    const hauliers: Module = { name: "hauliers", routes: [], jobs: [haul as unknown as Job<never>] };
    const { platform, database } = await testPlatform([hauliers]);
    await transact(platform, systemCaller, async (tx) => tx.enqueue(haul, { load: "the first" }));
    await until(1, seen);
    await platform.jobs.drained();
    const dies = `update pgboss.job
                     set state = 'active', started_on = now(), completed_on = null,
                         data = '{"load": "the second"}'
                   where name = 'haul'`;
    await ownerQuery(database, dies);
    const works = async () => {
      const jobs = await openJobs(platform, hauliers.jobs ?? [], database.address);
      await jobs.begin();
      return jobs;
    };

    const beside = await works();
    await beside.stop();
    const taken = "select state, retry_count as tries from pgboss.job where name = 'haul'";
    deepEqual(await ownerQuery(database, taken), [{ state: "active", tries: 0 }]);

    await platform.jobs.stop();
    const next = await works();
    await until(2, seen);
    await next.stop();
    deepEqual(seen, ["the first", "the second"]);
  });

  it("is followed up when the next is whole, so that nothing fails that was done", async () => {
    const lift: Job = {
      name: "lift",
      run: (platform) => transact(platform, systemCaller, async (tx) => tx.enqueue(lower, {})),
    };
    const lower: Job = { name: "lower", run: async () => undefined };
    const many = Array.from({ length: 20 }, (_, no): Job => ({ ...lower, name: `wait_${no}` }));
    const cranes: Module = { name: "cranes", routes: [], jobs: [lift, lower, ...many] as Job<never>[] };
    const { platform, database } = await testPlatform([cranes]);
    await platform.jobs.stop();
    await transact(platform, systemCaller, async (tx) => tx.enqueue(lift, {}));

    const next = await testPlatform([cranes], { database, log: pino({ level: "silent" }) });
    await next.platform.jobs.drained();
    const done = "select name, state, retry_count as tries from pgboss.job where name like 'l%' order by 1";
    deepEqual(await ownerQuery(database, done), [
      { name: "lift", state: "completed", tries: 0 },
      { name: "lower", state: "completed", tries: 0 },
    ]);
  });

  it("is followed up too when its connection outlives it for a while", async () => {
    const seen: string[] = [];
    const tow: Job<{ load: string }> = {
      name: "tow",
      run: async (_, { load }) => {
        seen.push(load);
      },
    };
    const towers: Module = { name: "towers", routes: [], jobs: [tow as unknown as Job<never>] };
    const { platform, database } = await testPlatform([towers]);
    await transact(platform, systemCaller, async (tx) => tx.enqueue(tow, { load: "a barge" }));
    await until(1, seen);
    await platform.jobs.drained();
    await platform.jobs.stop();
    const left = new pg.Client({ ...database.address, application_name: "evermend-jobs of the dead" });
    await left.connect();
    await ownerQuery(
      database,
      `update pgboss.job
          set state = 'active', started_on = now(), completed_on = null, data = '{"load": "its barge"}'
        where name = 'tow'`,
    );

    const next = await openJobs(platform, towers.jobs ?? [], database.address);
    await next.begin();
    deepEqual(await ownerQuery(database, "select state from pgboss.job where name = 'tow'"), [
      { state: "active" },
    ]);
    await left.end();
    await until(2, seen);
    await next.stop();
    deepEqual(seen, ["a barge", "its barge"]);
  });
});
