/** For whoever waits until work is done that tells only when a part of it has run. */
export interface IdleSignal {
  /** A part of the work has run. */
  tick(): void;
  /** Looks until nothing is left: after each tick, and now and then. */
  until(isDone: () => Promise<boolean>): Promise<void>;
}

/**
 * Work that has run is marked as done a moment later, which nobody is told of: whoever waits for it looks
 * again soon, and less often the longer nothing happens.
 */
const SHORTEST_LOOK_MS = 2;
const LONGEST_LOOK_MS = 25;

/** Opens one. */
export function idleSignal(): IdleSignal {
  let wake: Array<() => void> = [];
  /** Was there a tick before the pause was over? */
  const next = (pauseMs: number): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), pauseMs);
      wake.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  return {
    tick: () => {
      for (const resolve of wake) {
        resolve();
      }
      wake = [];
    },
    until: async (isDone) => {
      for (let pauseMs = SHORTEST_LOOK_MS; !(await isDone()); ) {
        pauseMs = (await next(pauseMs)) ? SHORTEST_LOOK_MS : Math.min(2 * pauseMs, LONGEST_LOOK_MS);
      }
    },
  };
}
