import type pg from "pg";
import type { Caller } from "./caller.ts";
import { openTestClock, systemClock } from "./clock.ts";
import { openDatabase } from "./database.ts";
import { startDeadlineRunner } from "./deadlineRunner.ts";
import { openFiles } from "./files/files.ts";
import { openJobs } from "./jobs.ts";
import type { Module } from "./module.ts";
import type { Platform } from "./platform.ts";
import { openTraffic } from "./traffic.ts";

/** The parts of the world, opened before. */
export interface World extends Pick<Platform, "config" | "log" | "secrets" | "mailer" | "disk" | "metrics"> {
  /** How to reach the migrated database as its owner; the application's own pool steps down from it. */
  readonly connection: pg.PoolConfig;
}

/** What a process does beside answering. One that works no jobs leaves them, and deadlines, to others. */
export interface PlatformOptions {
  readonly worksJobs?: boolean;
}

/** Builds the platform over a migrated database and starts its jobs and deadlines. */
export async function createPlatform(
  world: World,
  modules: readonly Module[],
  permits: (caller: Caller, permission: string) => boolean,
  { worksJobs = true }: PlatformOptions = {},
): Promise<{ platform: Platform; stop(): Promise<void> }> {
  const { connection, ...parts } = world;
  const database = openDatabase({ connection, poolSize: world.config.poolSize, role: "evermend_app" });
  const clock = world.config.clock === "test" ? await openTestClock(database.pool) : systemClock;
  const reactions = modules.flatMap((module) => module.reactions ?? []);
  const platform: Platform = {
    ...parts,
    database,
    clock,
    files: openFiles(world.config.dataFolder, world.secrets),
    modules,
    permits,
    inFlight: new Set(),
    traffic: openTraffic(),
    deadlineKinds: new Map(
      modules.flatMap((module) => module.deadlines ?? []).map((deadline) => [deadline.kind, deadline]),
    ),
    reactionsTo: (event, rootId) =>
      reactions
        .filter((reaction) => reaction.on === event.type)
        .flatMap(({ job, data, along }) => {
          const made = data(event, rootId);
          return made === undefined ? [] : [{ job: job.name, data: made, along }];
        }),
    get jobs() {
      return jobs;
    },
  };
  const jobs = await openJobs(
    platform,
    modules.flatMap((module) => module.jobs ?? []),
    connection,
    worksJobs,
  );
  await jobs.begin();
  const keepsTime = worksJobs && world.config.clock === "system";
  const deadlines = keepsTime ? startDeadlineRunner(platform) : undefined;
  return {
    platform,
    stop: async () => {
      platform.traffic.close();
      await deadlines?.stop();
      await jobs.stop();
      await database.close();
    },
  };
}
