import { one } from "../../src/platform/index.ts";
import type { ServedEvermend } from "./servedEvermend.ts";

/** What a stage cost, its letters included. Unlike a rate, it hardly depends on what else runs. */
export interface Cost {
  readonly serverCpuMs: number;
  readonly walBytes: number;
}

const walPosition = one<{ bytes: string }>(
  "bench_wal_position",
  "select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::text as bytes",
);

/** Runs a stage until the last job it left is done, and tells what each of its `count` activations cost. */
export async function withCost<Result>(
  served: ServedEvermend,
  count: number,
  stage: () => Promise<Result>,
): Promise<Result & { readonly cost: Cost }> {
  const before = await spent(served);
  const result = await stage();
  await served.platform.jobs.drained();
  const after = await spent(served);
  return {
    ...result,
    cost: {
      serverCpuMs: (after.serverCpuMs - before.serverCpuMs) / count,
      walBytes: (after.walBytes - before.walBytes) / count,
    },
  };
}

async function spent({ port, platform }: ServedEvermend): Promise<Cost> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const seconds = Number(/^process_cpu_seconds_total (\S+)$/m.exec(metrics)?.[1]);
  const { bytes } = await walPosition(platform.database);
  return { serverCpuMs: seconds * 1000, walBytes: Number(bytes) };
}
