import type { Job } from "./job.ts";
import type { Platform } from "./platform.ts";

/** What another process finished wakes nobody here; this often it is looked for all the same. */
const ELSEWHERE_MS = 500;

/** Who waits for work on which root. */
const waiting = new WeakMap<Platform, Map<string, Set<() => void>>>();

/** How long is waited at the most, and at first without a look, by who knows what it would see. */
export interface Patience {
  readonly longestMs: number;
  readonly firstMs: number;
}

/**
 * Looks until what it sees will do, and answers with what it saw last. It looks again whenever a job made
 * with `waking` has run on this root, so that only those who wait for it look; `longestMs` bounds the wait.
 */
export async function until<Seen>(
  platform: Platform,
  rootId: string,
  patience: number | Patience,
  look: () => Promise<Seen>,
  willDo: (seen: Seen) => boolean,
): Promise<Seen> {
  const { longestMs, firstMs } =
    typeof patience === "number" ? { longestMs: patience, firstMs: 0 } : patience;
  const end = performance.now() + longestMs;
  for (let isFirst = firstMs > 0; ; isFirst = false) {
    // Listens before it looks: what is finished in between is not missed.
    const bell = nextBell(platform, rootId);
    try {
      if (isFirst) {
        await bell.rung(firstMs);
        continue;
      }
      const seen = await look();
      const left = end - performance.now();
      if (willDo(seen) || left <= 0) {
        return seen;
      }
      await bell.rung(Math.min(left, ELSEWHERE_MS));
    } finally {
      bell.hangUp();
    }
  }
}

/**
 * A job for whose effect on a root somebody may be waiting: they look again after each run, failed or not.
 */
export function waking<Data extends object>(job: Job<Data>, rootOf: (data: Data) => string): Job<Data> {
  const { run, runTogether } = job;
  return {
    ...job,
    run: (platform, data) => run(platform, data).finally(() => wakeRoot(platform, rootOf(data))),
    ...(runTogether !== undefined && {
      runTogether: (platform: Platform, data: readonly Data[]) =>
        runTogether(platform, data).finally(() => {
          for (const one of data) {
            wakeRoot(platform, rootOf(one));
          }
        }),
    }),
  };
}

/** Lets those look again who wait for work on a root. */
export function wakeRoot(platform: Platform, rootId: string): void {
  for (const resolve of waiting.get(platform)?.get(rootId) ?? []) {
    resolve();
  }
}

interface Bell {
  /** Resolves when it rings, has rung already, or after so long. */
  rung(longestMs: number): Promise<void>;
  hangUp(): void;
}

function nextBell(platform: Platform, rootId: string): Bell {
  const roots = waiting.get(platform) ?? new Map<string, Set<() => void>>();
  const listeners = roots.get(rootId) ?? new Set();
  waiting.set(platform, roots.set(rootId, listeners));
  const { promise, resolve } = Promise.withResolvers<void>();
  listeners.add(resolve);
  return {
    rung: async (longestMs) => {
      const timer = setTimeout(resolve, longestMs);
      await promise;
      clearTimeout(timer);
    },
    hangUp: () => {
      listeners.delete(resolve);
      if (listeners.size === 0 && roots.get(rootId) === listeners) {
        roots.delete(rootId);
      }
    },
  };
}
