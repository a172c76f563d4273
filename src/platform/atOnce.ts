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
  /** The places of the data that is left for the queue, once nothing of it is being worked on here. */
  left(name: string, data: readonly object[]): Promise<readonly number[]>;
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
      for (const { name, data } of asked) {
        starters.get(name)?.begin(data);
      }
    },
    left: async (name, data) => (await starters.get(name)?.left(data)) ?? [...data.keys()],
    over: async () => {
      await Promise.all([...starters.values()].map(({ over }) => over()));
    },
  };
}

/** So long at the most whoever comes waits for those before, so that those who come meanwhile go together. */
const TOGETHER_MS = 25;
/** Of so many it is known that they were done here. What is forgotten is done once more, as any job may. */
const REMEMBERED = 10_000;

function openStarter(run: (data: readonly object[]) => Promise<Faults>) {
  const underway = new Map<string, Promise<void>>();
  /** How often the queue has yet to bring what was done here; the oldest first. */
  const done = new Map<string, number>();
  let waiting: object[] = [];
  let goingOn: Promise<void> | undefined;
  const work = async (names: readonly string[], batch: readonly object[]): Promise<void> => {
    const faults = await run(batch).catch(() => undefined);
    for (const [place, name] of names.entries()) {
      if (faults?.has(place) === false) {
        done.set(name, (done.get(name) ?? 0) + 1);
      }
    }
    for (const name of [...done.keys()].slice(0, Math.max(0, done.size - REMEMBERED))) {
      done.delete(name);
    }
  };
  const goOn = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const names = batch.map(nameOf);
      const worked = work(names, batch);
      for (const name of names) {
        const both = Promise.all([underway.get(name), worked]).then(() => {
          if (underway.get(name) === both) {
            underway.delete(name);
          }
        });
        underway.set(name, both);
      }
      await within(TOGETHER_MS, worked);
    }
    goingOn = undefined;
  };
  const takeDone = (name: string): boolean => {
    const times = done.get(name) ?? 0;
    if (times > 1) {
      done.set(name, times - 1);
    } else {
      done.delete(name);
    }
    return times > 0;
  };
  return {
    begin: (data: object): void => {
      waiting.push(data);
      goingOn ??= goOn();
    },
    left: async (data: readonly object[]): Promise<readonly number[]> => {
      await Promise.all(data.flatMap((one) => underway.get(nameOf(one)) ?? []));
      return [...data.keys()].filter((place) => !takeDone(nameOf(data[place] as object)));
    },
    over: async (): Promise<void> => {
      while (goingOn !== undefined || underway.size > 0) {
        await Promise.all([goingOn, ...underway.values()]);
      }
    },
  };
}

/** One name for the same data, in whatever order the database gives its fields back. */
function nameOf(data: object): string {
  return JSON.stringify(Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1)));
}
