/**
 * What a load run saw. Latencies in milliseconds, measured from when a request was due, not from when it
 * left.
 */
export interface LoadResult {
  readonly done: number;
  readonly failed: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** Runs `count` operations over as many lanes as there are workers, each lane one after the other. */
export async function closedLoop(
  count: number,
  workers: readonly ((no: number) => Promise<boolean>)[],
): Promise<LoadResult> {
  const latencies: number[] = [];
  let next = 0;
  let failed = 0;
  const started = performance.now();
  await Promise.all(
    workers.map(async (work) => {
      while (next < count) {
        const no = next;
        next += 1;
        const from = performance.now();
        failed += (await work(no)) ? 0 : 1;
        latencies.push(performance.now() - from);
      }
    }),
  );
  return summarise(latencies, failed, (performance.now() - started) / 1000);
}

/**
 * Offers `perSecond` operations for `seconds`, whether or not earlier ones have come back: a server that
 * stalls is not spared the arrivals of the stall, and their waiting counts.
 */
export async function openModel(
  perSecond: number,
  seconds: number,
  workers: readonly ((no: number) => Promise<boolean>)[],
): Promise<LoadResult> {
  const idle = [...workers];
  const queue: { no: number; due: number }[] = [];
  const latencies: number[] = [];
  const total = Math.round(perSecond * seconds);
  let failed = 0;
  let finished = 0;
  const started = performance.now();
  await new Promise<void>((resolve) => {
    const start = (): void => {
      while (idle.length > 0 && queue.length > 0) {
        const work = idle.pop() as (typeof workers)[number];
        const { no, due } = queue.shift() as { no: number; due: number };
        work(no).then(
          (good) => settle(work, due, good),
          () => settle(work, due, false),
        );
      }
    };
    const settle = (work: (typeof workers)[number], due: number, good: boolean): void => {
      failed += good ? 0 : 1;
      latencies.push(performance.now() - due);
      idle.push(work);
      finished += 1;
      if (finished === total) {
        resolve();
      }
      start();
    };
    let offered = 0;
    const timer = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - started) / 1000) * perSecond));
      for (; offered < due; offered += 1) {
        queue.push({ no: offered, due: started + (offered / perSecond) * 1000 });
      }
      start();
      if (offered === total) {
        clearInterval(timer);
      }
    }, 1);
  });
  return summarise(latencies, failed, (performance.now() - started) / 1000);
}

function summarise(latencies: readonly number[], failed: number, seconds: number): LoadResult {
  const sorted = latencies.toSorted((left, right) => left - right);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    done: latencies.length,
    failed,
    seconds,
    perSecond: latencies.length / seconds,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    maxMs: sorted.at(-1) ?? 0,
  };
}
