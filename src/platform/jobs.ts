import assert from "node:assert/strict";
import { PgBoss } from "pg-boss";
import { type AtOnce, openAtOnce } from "./atOnce.ts";
import { idleSignal } from "./idleSignal.ts";
import { inLanes } from "./inLanes.ts";
import type { Faults, Job, Jobs } from "./job.ts";
import type { Log } from "./log.ts";
import type { Platform } from "./platform.ts";
import { queueName, takeBackJobs } from "./takeBackJobs.ts";
import { within } from "./within.ts";

/**
 * The pause after the k-th failure is drawn from 2^k to 2^(k+1) seconds, an hour at the most: thirty tries
 * take 18 to 20 hours, so that work outlives a night without the partner it needs. Then it stands as failed.
 */
const QUEUE = {
  retryLimit: 30,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 120,
};

/** A queue that is open: what is asked for is kept, and nothing is worked yet. */
export interface OpenJobs extends Jobs {
  /** Begins to work. By then the platform is whole: what waited is taken up at once. */
  begin(): Promise<void>;
}

/** Opens the queue's own connections and makes its queues; where it works jobs, one worker per job. */
export async function openJobs(
  platform: Platform,
  jobs: readonly Job<never>[],
  connection: string | object,
  worksThem = true,
): Promise<OpenJobs> {
  const name = queueName();
  const boss = await startBoss(platform.log, connection, name);
  let lookNoMore = (): void => undefined;
  const workers = new Map<string, string>();
  const idle = idleSignal();
  for (const job of jobs) {
    await boss.createQueue(job.name, QUEUE);
    // A queue that was made by an earlier version keeps its old patience otherwise.
    await boss.updateQueue(job.name, QUEUE);
  }
  await letTheApplicationEnqueue(boss);
  const wake = (names: Iterable<string>): void => {
    for (const name of names) {
      const worker = workers.get(name);
      if (worker !== undefined) {
        boss.notifyWorker(worker);
      }
    }
  };
  // What begins at once is in the queue only for the case that it was not done.
  const isPatient = ({ canWaitMs, beginsAtOnce }: Job<never>) => canWaitMs !== undefined || beginsAtOnce;
  const patient = new Set(jobs.filter(isPatient).map((job) => job.name));
  const atOnce = openAtOnce(platform, jobs, runAll);
  const [wakeSoon, wakeLater] = [gathering(wake, GATHER_MS), gathering(wake, PATIENT_GATHER_MS)];
  return {
    begin: async () => {
      if (!worksThem) {
        return;
      }
      lookNoMore = await takeBackJobs(boss, name, platform.log);
      for (const job of jobs) {
        workers.set(job.name, await startWorker(boss, platform, job, { atOnce, hasRun: idle.tick }));
      }
    },
    notify: (asked) => {
      if (workers.size > 0) {
        atOnce.begin(asked);
      }
      const all = [...new Set(asked.map((job) => job.name))];
      wakeSoon(all.filter((job) => !patient.has(job)));
      wakeLater(all.filter((job) => patient.has(job)));
    },
    drained: async () =>
      await idle.until(async () => {
        await atOnce.over();
        const left = await waiting(boss);
        wake(left);
        return left.length === 0;
      }),
    stop: async () => {
      lookNoMore();
      workers.clear();
      await Promise.all([within(STOP_MS, atOnce.over()), boss.stop({ graceful: true, timeout: STOP_MS })]);
    },
  };
}

/** So long the end waits for work that is on its way. */
const STOP_MS = 5_000;

/** Starts a worker of a job; answers its id. */
async function startWorker(
  boss: PgBoss,
  platform: Platform,
  job: Job<never>,
  { atOnce, hasRun }: { readonly atOnce: AtOnce; readonly hasRun: () => void },
): Promise<string> {
  return await boss.work(
    job.name,
    {
      batchSize: job.runTogether === undefined ? BATCH : BATCH_TOGETHER,
      includeMetadata: true,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: LOOK_SECONDS,
    },
    async (batch) => {
      await giveWay(platform, job, batch);
      const ids = await atOnce.takeLeft(
        job.name,
        batch.map(({ id }) => id),
      );
      const left = batch.filter(({ id }) => ids.has(id));
      const faults = await runAll(
        platform,
        job,
        left.map(({ data }) => data as never),
      );
      // What failed is given back here; what stands as taken when this returns, the queue says is done. It
      // finds that by its key, which it does not where each job has an outcome of its own.
      await Promise.all(
        [...faults].map(([place, error]) => giveBack(boss, platform, job, left[place], error)),
      );
      hasRun();
    },
  );
}

/**
 * So often a worker that nobody wakes looks: for what failed and is due again, and what another process asked
 * for and did not do.
 */
const LOOK_SECONDS = 5;

/** How many jobs one fetch takes; more of those that cost less together. */
const BATCH = 20;
const BATCH_TOGETHER = 60;

/** How long notices to workers are gathered: under load one fetch then takes many jobs instead of one. */
const GATHER_MS = 20;
/** The same for jobs that can wait: nobody looks for what they do so soon. */
const PATIENT_GATHER_MS = 200;

function gathering(
  wake: (names: ReadonlySet<string>) => void,
  gatherMs: number,
): (names: Iterable<string>) => void {
  let gathered = new Set<string>();
  return (names) => {
    const isFirst = gathered.size === 0;
    for (const name of names) {
      gathered.add(name);
    }
    if (isFirst && gathered.size > 0) {
      setTimeout(() => {
        const waiting = gathered;
        gathered = new Set();
        wake(waiting);
      }, gatherMs);
    }
  };
}

/**
 * The queue's own connections write which job was taken and which is done. A server that dies may forget the
 * last of it, and the job runs again, as any job may; so nobody waits for the disk. What asks for a job is
 * written by its transaction, and waits.
 */
const FORGETFUL = { options: "-c synchronous_commit=off" };

async function startBoss(log: Log, connection: string | object, name: string): Promise<PgBoss> {
  const where = typeof connection === "string" ? { connectionString: connection } : connection;
  const boss = new PgBoss({ ...where, ...FORGETFUL, schema: "pgboss", max: 4, application_name: name });
  boss.on("error", (error) => log.warn({ err: error }, "the job queue met an error"));
  boss.on("warning", (warning) => log.warn({ warning }, "the job queue warns"));
  await boss.start();
  return boss;
}

/** Acts insert jobs in their own transaction, as the application's role; the tables belong to the owner. */
async function letTheApplicationEnqueue(boss: PgBoss): Promise<void> {
  await boss.getDb().executeSql(
    `grant usage on schema pgboss to evermend_app;
     grant select, insert, update, delete on all tables in schema pgboss to evermend_app`,
  );
}

/** The oldest of a batch decides, so that no rush of requests, however long, holds a job up for longer. */
async function giveWay(
  { traffic }: Platform,
  { canWaitMs = 0 }: Job<never>,
  batch: readonly { readonly createdOn: Date }[],
): Promise<void> {
  const bornMs = Math.min(...batch.map(({ createdOn }) => createdOn.getTime()));
  await traffic.calm(bornMs + canWaitMs - Date.now());
}

async function runAll(platform: Platform, job: Job<never>, data: readonly never[]): Promise<Faults> {
  if (data.length === 0) {
    return new Map();
  }
  const runEach = async (): Promise<Faults> => {
    const faults = new Map<number, unknown>();
    const runOne = async ([place, one]: [number, never]): Promise<void> => {
      await job.run(platform, one).catch((error: unknown) => faults.set(place, error));
    };
    await inLanes(data.entries(), runOne, job.lanes);
    return faults;
  };
  // What is wrong with one of them holds up none of the others: what failed together is done one by one.
  return await (job.runTogether?.(platform, data).catch(runEach) ?? runEach());
}

interface JobTry {
  readonly id: string;
  readonly retryCount: number;
  readonly retryLimit: number;
}

async function giveBack(
  boss: PgBoss,
  platform: Platform,
  job: Job<never>,
  item: JobTry | undefined,
  error: unknown,
): Promise<void> {
  assert(item !== undefined, `a fault of ${job.name} is at a place that has no job`);
  const { id, retryCount, retryLimit } = item;
  const told = { err: error, job: job.name, id };
  if (retryCount < retryLimit) {
    platform.log.warn(told, "a job failed and will be tried again");
  } else {
    platform.log.error(told, "a job failed for the last time; what it was to do has not been done");
  }
  await boss.fail(job.name, { id, retryCount }, { message: String(error) });
}

async function waiting(boss: PgBoss): Promise<string[]> {
  const { rows } = await boss.getDb().executeSql(
    `select distinct name from pgboss.job
      where name not like '\\_\\_pgboss%' and (state = 'active' or state = 'created')`,
  );
  return rows.map((row: { name: string }) => row.name);
}
