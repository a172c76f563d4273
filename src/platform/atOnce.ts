import type { AskedJob, Faults, Job } from "./job.ts";
import type { Platform } from "./platform.ts";
import { within } from "./within.ts";

/**
 * Jobs that begin as soon as they are committed, in the process that asked for them: who waits for their
 * effect does not wait for the queue. The queue has them too. It leaves out what was done here and does the
 * rest, because a process may end at any time.
 */
export interface AtOnce {
  /** Begins those of these jobs that begin at once. */
  begin(jobs: readonly AskedJob[]): void;
  /** Those of these ids that are left for the queue, once none of them is being worked on here; told once. */
  takeLeft(name: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Resolves when nothing is being worked on here. */
  over(): Promise<void>;
}

/** Runs a job for the data of several, and answers what went wrong. */
export type RunJob = (platform: Platform, job: Job<never>, data: readonly never[]) => Promise<Faults>;

/** Opens it for those of these jobs that begin at once. */
export function openAtOnce(platform: Platform, jobs: readonly Job<never>[], run: RunJob): AtOnce {
  const starters = new Map(
    jobs
      .filter(({ beginsAtOnce }) => beginsAtOnce === true)
      .map((job) => [job.name, openStarter((data) => run(platform, job, data as readonly never[]))]),
  );
  return {
    begin: (asked) => {
      for (const job of asked) {
        starters.get(job.name)?.begin(job);
      }
    },
    takeLeft: async (name, ids) => (await starters.get(name)?.takeLeft(ids)) ?? new Set(ids),
    over: async () => {
      await Promise.all([...starters.values()].map(({ over }) => over()));
    },
  };
}

/** So long at the most whoever comes waits for those before, so that those who come meanwhile go together. */
const TOGETHER_MS = 25;
/** So many go together at the most, and so many are on their way: partners that hang must not hold all. */
const BATCH = 60;
const MOST_UNDERWAY = 240;
/** Of so many it is known that they were done here. What is forgotten is done once more, as any job may. */
const REMEMBERED = 10_000;

function openStarter(run: (data: readonly object[]) => Promise<Faults>) {
  /** From when they were asked for until they have been worked on. */
  const underway = new Map<string, PromiseWithResolvers<void>>();
  /** What the queue has yet to bring, the oldest first. */
  const done = new Set<string>();
  const waiting: AskedJob[] = [];
  let goingOn: Promise<void> | undefined;
  const work = async (batch: readonly AskedJob[]): Promise<void> => {
    const faults = await run(batch.map(({ data }) => data)).catch(() => undefined);
    for (const [place, { id }] of batch.entries()) {
      if (faults?.has(place) === false) {
        done.add(id);
      }
      underway.get(id)?.resolve();
      underway.delete(id);
    }
    for (const id of done) {
      if (done.size <= REMEMBERED) {
        break;
      }
      done.delete(id);
    }
  };
  const goOn = async (): Promise<void> => {
    while (waiting.length > 0) {
      await within(TOGETHER_MS, work(waiting.splice(0, BATCH)));
      while (underway.size - waiting.length > MOST_UNDERWAY) {
        await Promise.race([...underway.values()].map(({ promise }) => promise));
      }
    }
    goingOn = undefined;
  };
  return {
    begin: (job: AskedJob): void => {
      underway.set(job.id, Promise.withResolvers());
      waiting.push(job);
      goingOn ??= goOn();
    },
    takeLeft: async (ids: readonly string[]): Promise<ReadonlySet<string>> => {
      await Promise.all(ids.flatMap((id) => underway.get(id)?.promise ?? []));
      return new Set(ids.filter((id) => !done.delete(id)));
    },
    over: async (): Promise<void> => {
      while (goingOn !== undefined || underway.size > 0) {
        await Promise.all([goingOn, ...[...underway.values()].map(({ promise }) => promise)]);
      }
    },
  };
}
