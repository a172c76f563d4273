import { createLog, createPlatform, type Platform, reachWorld, readOwnConfig } from "../platform/index.ts";
import { assembly } from "./serve/assembly.ts";
import type { DataOptions } from "./withDatabase.ts";

/**
 * Does some work with the acts of all modules, beside a running server or without one. Jobs that follow are
 * written down for the server; none are worked off here.
 */
export async function withPlatform<Answer>(
  { data }: DataOptions,
  work: (platform: Platform) => Promise<Answer>,
): Promise<Answer> {
  const { world, close } = await reachWorld(
    readOwnConfig({ dataFolder: data }),
    createLog({ level: "warn" }),
  );
  try {
    const modules = assembly.modules.map((module) => ({ ...module, deadlines: [] }));
    const { platform, stop } = await createPlatform(world, modules, assembly.permits, { worksJobs: false });
    try {
      return await work(platform);
    } finally {
      await stop();
    }
  } finally {
    await close();
  }
}
