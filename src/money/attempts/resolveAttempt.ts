import type { Platform } from "../../platform/index.ts";
import type { Matter, Provider } from "../matter.ts";
import type { AttemptKey } from "./attempt.ts";
import { resolveTogether } from "./resolveTogether.ts";

/** Brings one open try nearer to its end, as `resolveTogether` does with several. */
export async function resolveAttempt(
  platform: Platform,
  matter: Matter,
  key: AttemptKey,
  providers: (name: string) => Provider | undefined,
): Promise<void> {
  const faults = await resolveTogether(platform, [key], { matterOf: () => matter, providers });
  for (const fault of faults.values()) {
    throw fault;
  }
}
