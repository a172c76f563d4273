import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type pg from "pg";
import { assembly } from "../../src/cli/index.ts";
import { startCluster } from "../../src/platform/cluster/startCluster.ts";
import { createLog, createPlatform, type Platform, readConfig } from "../../src/platform/index.ts";
import { openMailer } from "../../src/platform/mail.ts";
import { openMetrics } from "../../src/platform/metrics.ts";
import { migrate } from "../../src/platform/migrate.ts";
import { openSecrets } from "../../src/platform/secrets.ts";

/** A platform over an empty database of its own, fsync on; it works no jobs. */
export interface BenchLedger {
  readonly platform: Platform;
  /** Reaches the same database as its owner. */
  readonly connection: pg.ClientConfig;
  stop(): Promise<void>;
}

/** Starts it in a temporary folder. */
export async function openBenchLedger(poolSize: number): Promise<BenchLedger> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), "evermend-bench-"));
  await chmod(dataFolder, 0o755);
  const log = createLog({ level: "error" });
  const cluster = await startCluster({ dataFolder, password: crypto.randomUUID(), database: "bench", log });
  const connection = cluster.address as pg.ClientConfig;
  await migrate(cluster.address);
  const config = readConfig({}, { dataFolder, poolSize: String(poolSize) });
  const { platform, stop } = await createPlatform(
    {
      ...{ config, log, connection },
      secrets: await openSecrets(dataFolder),
      mailer: openMailer(config),
      disk: { room: async () => undefined },
      metrics: openMetrics(),
    },
    assembly.modules,
    assembly.permits,
    { worksJobs: false },
  );
  return {
    ...{ platform, connection },
    stop: async () => {
      await stop();
      await cluster.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
