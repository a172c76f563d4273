import { type Faults, type Job, type Platform, waking } from "../platform/index.ts";
import type { AttemptKey } from "./attempts/attempt.ts";
import { resolveAttempt } from "./attempts/resolveAttempt.ts";
import { resolveTogether } from "./attempts/resolveTogether.ts";
import { matterOf } from "./matters.ts";
import { providerNamed } from "./providers/index.ts";

const run = (platform: Platform, key: AttemptKey): Promise<void> =>
  resolveAttempt(platform, matterOf(key.about), key, providerNamed);

/** Follows a started try, one of which it is not known how it ended, and the deadline that asks again. */
export const resolvePayment: Job<AttemptKey> = waking(
  {
    name: "resolve_payment",
    run,
    beginsAtOnce: true,
    runTogether: async (platform, keys) =>
      await resolveTogether(platform, keys, { matterOf, providers: providerNamed }).catch(() =>
        oneByOne(platform, keys),
      ),
  },
  ({ rootId }) => rootId,
);

/** A try of which nothing can be read holds up nobody else's. */
async function oneByOne(platform: Platform, keys: readonly AttemptKey[]): Promise<Faults> {
  const faults = new Map<number, unknown>();
  for (const [place, key] of keys.entries()) {
    await run(platform, key).catch((error: unknown) => faults.set(place, error));
  }
  return faults;
}
