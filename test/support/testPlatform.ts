import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { readConfig } from "../../src/platform/config.ts";
import type { Disk } from "../../src/platform/disk.ts";
import type { Caller, Flags, Module, Platform } from "../../src/platform/index.ts";
import { createPlatform } from "../../src/platform/index.ts";
import { createLog, type Log } from "../../src/platform/log.ts";
import { openMailer } from "../../src/platform/mail.ts";
import { openMetrics } from "../../src/platform/metrics.ts";
import { openSecrets } from "../../src/platform/secrets.ts";
import { atEnd, type TestDatabase, testDatabase } from "./testDatabase.ts";

/** What a test may change about its platform. */
export interface TestPlatformOptions {
  readonly clock?: "system" | "test";
  readonly permits?: (caller: Caller, permission: string) => boolean;
  readonly poolSize?: number;
  readonly log?: Log;
  readonly disk?: Disk;
  /** What another platform has left; a fresh one otherwise. */
  readonly database?: TestDatabase;
  /** Other settings, as they would be typed. */
  readonly settings?: Flags;
}

/** A platform with these modules on a database of its own; everything is stopped when the test file ends. */
export async function testPlatform(
  modules: readonly Module[],
  options: TestPlatformOptions = {},
): Promise<{ platform: Platform; database: TestDatabase; stop(): Promise<void> }> {
  const database = options.database ?? (await testDatabase());
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), "evermend-data-"));
  const config = readConfig(
    {},
    {
      ...options.settings,
      ...{ dataFolder, clock: options.clock ?? "system", poolSize: String(options.poolSize ?? 10) },
    },
  );
  const { platform, stop } = await createPlatform(
    {
      config,
      log: options.log ?? createLog({ level: process.env.EVERMEND_TEST_LOG ?? "silent" }),
      secrets: await openSecrets(dataFolder),
      mailer: openMailer(config),
      disk: options.disk ?? { room: async () => undefined },
      metrics: openMetrics(),
      connection: database.address,
    },
    modules,
    options.permits ?? (() => true),
  );
  let stopped: Promise<void> | undefined;
  const stopOnce = () => {
    stopped ??= stop().then(async () => {
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    });
    return stopped;
  };
  atEnd(stopOnce);
  return { platform, database, stop: stopOnce };
}
