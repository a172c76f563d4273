import { type Job, waking } from "../platform/index.ts";
import type { AttemptKey } from "./attempts/attempt.ts";
import { resolveAttempt } from "./attempts/resolveAttempt.ts";
import { matterOf } from "./matters.ts";
import { providerNamed } from "./providers/index.ts";

/** Follows a started try, one of which it is not known how it ended, and the deadline that asks again. */
export const resolvePayment: Job<AttemptKey> = waking(
  {
    name: "resolve_payment",
    // A buyer waits for each, and each waits for its provider and the disk.
    lanes: 8,
    run: (platform, key) => resolveAttempt(platform, matterOf(key.about), key, providerNamed),
  },
  ({ rootId }) => rootId,
);
