import {
  type DomainEvent,
  type Faults,
  type Job,
  type Platform,
  perform,
  publicId,
  type Reaction,
  reaction,
  systemCaller,
} from "../../platform/index.ts";
import { reserveUnit } from "./reserveUnit/reserveUnit.ts";
import { servableCases } from "./waitingStore.ts";

/** How many cases are looked at with one look; the next look takes the next. */
const AT_ONCE = 50;

/**
 * Gives what is free to who waits, the case that was reported first at first. However often it is asked
 * for, one
 * look does: what is not free then is asked for again when it is.
 */
export const serveWaiting: Job = {
  name: "serve_waiting",
  lanes: 1,
  canWaitMs: 3_000,
  run: serve,
  runTogether: async (platform): Promise<Faults> => {
    await serve(platform);
    return new Map();
  },
};

/** A fee is paid, or nothing is owed: a unit may be needed now. */
export const serveReactions: readonly Reaction[] = [
  reaction("FeePaid", serveWaiting, needingIn),
  reaction("RouteChosen", serveWaiting, (event) => {
    const { fee } = event as unknown as { fee?: { amount: number } };
    return fee?.amount === 0 ? needingIn(event) : undefined;
  }),
];

/** A repair for money and the way back bring no other unit; of any other way the case itself says it. */
function needingIn(event: DomainEvent): object | undefined {
  const { route } = event as unknown as { route?: string };
  return route === "paid" || route === "return" ? undefined : {};
}

async function serve(platform: Platform): Promise<void> {
  const passed = new Set<string>();
  for (;;) {
    const waiting = await servableCases(platform.database, AT_ONCE + passed.size);
    const ids = waiting.map(({ deviceId, claimNo }) => publicId("clm", deviceId, claimNo));
    const fresh = ids.filter((id) => !passed.has(id));
    if (fresh.length === 0) {
      return;
    }
    for (const id of fresh) {
      // Refused: the last was taken meanwhile, or the case has moved on.
      await perform(platform, systemCaller, reserveUnit, { id });
      passed.add(id);
    }
  }
}
