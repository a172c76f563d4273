/** How busy this process is with requests. Work that can wait lets them go first. */
export interface Traffic {
  /** Counts a request until its work has ended. */
  carry<Answer>(work: () => Promise<Answer>): Promise<Answer>;
  /** Resolves when requests have been few for a moment, or after `longestMs`. */
  calm(longestMs: number): Promise<void>;
  /** Lets everybody go who waits for calm, now and from now on. */
  close(): void;
}

/** So many requests at once leave room beside them. */
const FEW = 2;

/**
 * For so long they have to be few: requests that were committed together end together, and the next of a
 * rush are on their way.
 */
const MOMENT_MS = 50;

/** Opens the count. Other processes on the same database count their own. */
export function openTraffic(): Traffic {
  let requests = 0;
  let busyAt = Number.NEGATIVE_INFINITY;
  let isClosed = false;
  const waiting = new Set<() => void>();
  const look = (): void => {
    if (requests > FEW) {
      busyAt = performance.now();
    }
  };
  const isCalm = (): boolean => requests <= FEW && performance.now() - busyAt >= MOMENT_MS;
  return {
    carry: async (work) => {
      requests += 1;
      look();
      try {
        return await work();
      } finally {
        look();
        requests -= 1;
      }
    },
    calm: async (longestMs) => {
      const end = performance.now() + longestMs;
      while (!(isClosed || isCalm()) && performance.now() < end) {
        await pause(Math.min(MOMENT_MS, end - performance.now()), waiting);
      }
    },
    close: () => {
      isClosed = true;
      for (const go of waiting) {
        go();
      }
    },
  };
}

async function pause(milliseconds: number, waiting: Set<() => void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  waiting.add(resolve);
  await promise;
  waiting.delete(resolve);
  clearTimeout(timer);
}
