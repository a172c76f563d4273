import type { Job } from "../../platform/index.ts";
import { clockDeadlines } from "./clockDeadlines.ts";
import { clockReactions, followClocks } from "./followClocks.ts";
import { listClocks } from "./listClocks.ts";
import { listPromises } from "./listPromises.ts";

export { type Clock, ClockShape, toClock } from "./clock.ts";
export { clocksOfClaims, insertPromise } from "./clockStore.ts";
export { startClocks } from "./followClocks.ts";
export { listClocks } from "./listClocks.ts";
export { listPromises, PromiseShape, toPromise } from "./listPromises.ts";
export { promises } from "./spansOf.ts";

/** What service clocks add to the module. */
export const ofClocks = {
  routes: [listClocks, listPromises],
  jobs: [followClocks as unknown as Job<never>],
  reactions: clockReactions,
  deadlines: clockDeadlines,
} as const;
