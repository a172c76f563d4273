import { isReconciling } from "../../money/index.ts";
import { failPoint, type Job, type Platform, systemCaller, type Tx, transact } from "../../platform/index.ts";
import { lockOrder } from "../store.ts";
import { lockOpenTry, noteCarrierCall, type OpenTry, openTry, saveTryOutcome } from "./tryStore.ts";

/** Which try of which parcel. */
export interface TryKey {
  readonly orderId: string;
  readonly parcelNo: number;
  readonly attemptNo: number;
}

/** On an order, its key `<parcel>-<try>`: the carrier is asked what became of an open try. */
export const PARCEL_ASKED = "parcel_asked";

/** Minutes until the carrier is asked again. */
const PAUSES_MINUTES = [1, 5, 15, 60] as const;
const PATIENCE_MS = 15_000;

/** When a try that is open is asked about, after so many askings. */
export function askAfter(at: Temporal.Instant, asks: number): Temporal.Instant {
  return at.add({ minutes: PAUSES_MINUTES[Math.min(asks, PAUSES_MINUTES.length - 1)] ?? 60 });
}

/** Has a try that was written down called and asked about until it is over. */
export function follow(tx: Tx, key: TryKey, job: Job<TryKey>): TryKey {
  tx.schedule(key.orderId, PARCEL_ASKED, `${key.parcelNo}-${key.attemptNo}`, askAfter(tx.at, 0));
  tx.enqueue(job, key);
  return key;
}

/** What every carrier may answer beside what was asked of it. */
type Answer =
  | { readonly outcome: "booked" | "cancelled" | "unknown" }
  | { readonly outcome: "declined"; readonly reason: string };

/** What is asked of a carrier, in three steps. */
export interface Asking<A extends Answer> {
  /** Its fail points are called so: `parcel_before_call`. */
  readonly name: string;
  /** What became of it; undefined: the carrier never heard of it. */
  readonly ask: (platform: Platform, open: OpenTry) => Promise<A | undefined>;
  readonly call: (platform: Platform, open: OpenTry) => Promise<A | undefined>;
  /** Commits what was said, under the lock of the order; `open` is the try as it was before. */
  readonly record: (tx: Tx, key: TryKey, open: OpenTry, answer: A) => Promise<void>;
}

/**
 * Brings an open try nearer to its end. The first to come calls the carrier; whoever comes after asks, and
 * calls again with the same key only where the carrier never heard of it. Run twice, or after a crash at any
 * point, it is done once.
 */
export async function resolveTry<A extends Answer>(
  platform: Platform,
  key: TryKey,
  asking: Asking<A>,
): Promise<void> {
  const { orderId, parcelNo, attemptNo } = key;
  const open = await openTry(platform.database, orderId, parcelNo, attemptNo);
  if (open === undefined) {
    return;
  }
  failPoint(platform, `${asking.name}_before_call`);
  // While the world outside is not matched, carriers are asked and nothing is done.
  const waits = await isReconciling(platform);
  const now = platform.clock.now();
  const first = waits
    ? undefined
    : await noteCarrierCall(platform.database, orderId, parcelNo, attemptNo, now);
  failPoint(platform, `${asking.name}_call_noted`);
  const asked = first === undefined ? await patiently(platform, () => asking.ask(platform, open)) : undefined;
  const answer =
    asked !== undefined || waits ? asked : await patiently(platform, () => asking.call(platform, open));
  failPoint(platform, `${asking.name}_called`);
  if (answer !== undefined) {
    await record(platform, key, asking, answer as A);
  }
  failPoint(platform, `${asking.name}_recorded`);
}

/** An answer that does not come, or comes as an error, says nothing. */
async function patiently<A>(
  { log }: Pick<Platform, "log">,
  call: () => Promise<A | undefined>,
): Promise<A | { readonly outcome: "unknown" } | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tired = new Promise<{ readonly outcome: "unknown" }>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, { outcome: "unknown" });
  });
  try {
    return await Promise.race([call(), tired]);
  } catch (error) {
    log.warn({ err: error }, "a carrier did not answer; it is asked again");
    return { outcome: "unknown" };
  } finally {
    clearTimeout(timer);
  }
}

const STATES = {
  booked: "succeeded",
  cancelled: "succeeded",
  declined: "failed",
  unknown: "unknown",
} as const;

/** Commits what the carrier said: once, whatever it says later. */
async function record<A extends Answer>(
  platform: Platform,
  key: TryKey,
  asking: Asking<A>,
  answer: A,
): Promise<void> {
  const { orderId, parcelNo, attemptNo } = key;
  await transact(platform, systemCaller, async (tx) => {
    await lockOrder(tx, orderId);
    const open = await lockOpenTry(tx, orderId, parcelNo, attemptNo);
    if (open === undefined) {
      return;
    }
    const reason = answer.outcome === "declined" ? answer.reason : null;
    await saveTryOutcome(tx, orderId, parcelNo, attemptNo, STATES[answer.outcome], reason, tx.at);
    await asking.record(tx, key, open, answer);
    failPoint(tx.platform, `${asking.name}_saved`);
    if (answer.outcome !== "unknown") {
      tx.meet(orderId, PARCEL_ASKED, `${parcelNo}-${attemptNo}`);
    }
  });
}
