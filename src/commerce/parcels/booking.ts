import { type PostalAddress, personOf } from "../../identity/index.ts";
import { isReconciling } from "../../money/index.ts";
import {
  type DeadlineKind,
  failPoint,
  type Job,
  type Platform,
  systemCaller,
  type Tx,
  transact,
} from "../../platform/index.ts";
import { type BookingAnswer, carrierNamed } from "../carriers/index.ts";
import { lockOrder } from "../store.ts";
import {
  insertBooking,
  lockOpenBooking,
  noteBookingCall,
  type OpenBooking,
  openBooking,
  saveBooked,
  saveBookingOutcome,
} from "./bookingStore.ts";

/** Which try of which parcel. */
export interface BookingKey {
  readonly orderId: string;
  readonly parcelNo: number;
  readonly attemptNo: number;
}

/** On an order, its key `<parcel>-<try>`: the carrier is asked what became of an open try. */
export const PARCEL_ASKED = "parcel_asked";

/** Minutes until the carrier is asked again. */
const PAUSES_MINUTES = [1, 5, 15, 60] as const;
const PATIENCE_MS = 15_000;

/** Begins to book a parcel on an order the caller has locked. Undefined: a try is open, or it is booked. */
export async function startBooking(
  tx: Tx,
  orderId: string,
  parcelNo: number,
): Promise<BookingKey | undefined> {
  const made = await insertBooking(tx, orderId, parcelNo, tx.at);
  if (made === undefined) {
    return undefined;
  }
  const key = { orderId, parcelNo, attemptNo: made.no };
  tx.schedule(orderId, PARCEL_ASKED, `${parcelNo}-${made.no}`, askAfter(tx.at, 0));
  tx.enqueue(bookWanted, key);
  return key;
}

/** Books a parcel with its carrier: in a job, after the try was committed. */
export const bookWanted: Job<BookingKey> = { name: "book_parcel", run: resolveBooking };

/** A try that is open when its time comes is asked about. */
export const parcelAsked: DeadlineKind = {
  kind: PARCEL_ASKED,
  async run(tx, { rootId, key }) {
    const [parcelNo, attemptNo] = key.split("-").map(Number) as [number, number];
    const open = await openBooking(tx, rootId, parcelNo, attemptNo);
    if (open !== undefined) {
      tx.enqueue(bookWanted, { orderId: rootId, parcelNo, attemptNo });
      tx.schedule(rootId, PARCEL_ASKED, key, askAfter(tx.at, open.asks + 1));
    }
  },
};

function askAfter(at: Temporal.Instant, asks: number): Temporal.Instant {
  return at.add({ minutes: PAUSES_MINUTES[Math.min(asks, PAUSES_MINUTES.length - 1)] ?? 60 });
}

/**
 * Brings an open try nearer to its end. The first to come calls the carrier; whoever comes after asks, and
 * calls again with the same key only where the carrier never heard of it. Run twice, or after a crash at any
 * point, it books one parcel.
 */
async function resolveBooking(platform: Platform, key: BookingKey): Promise<void> {
  const { orderId, parcelNo, attemptNo } = key;
  const open = await openBooking(platform.database, orderId, parcelNo, attemptNo);
  if (open === undefined) {
    return;
  }
  failPoint(platform, "parcel_before_call");
  // While the world outside is not matched, carriers are asked and nothing is booked.
  const waits = await isReconciling(platform);
  const now = platform.clock.now();
  const first = waits
    ? undefined
    : await noteBookingCall(platform.database, orderId, parcelNo, attemptNo, now);
  failPoint(platform, "parcel_call_noted");
  const answer = await answerOf(platform, open, { isFirst: first !== undefined, waits });
  failPoint(platform, "parcel_called");
  if (answer !== undefined) {
    await record(platform, key, answer);
  }
  failPoint(platform, "parcel_recorded");
}

/** What the carrier says; undefined while it may not be called and has never heard of it. */
async function answerOf(
  platform: Platform,
  open: OpenBooking,
  { isFirst, waits }: { readonly isFirst: boolean; readonly waits: boolean },
): Promise<BookingAnswer | undefined> {
  const carrier = carrierNamed(open.carrier);
  if (carrier === undefined) {
    return { outcome: "declined", reason: "carrier_gone" };
  }
  const said = isFirst ? undefined : await patiently(() => carrier.ask(platform, open.key));
  if (said !== undefined || waits) {
    return said;
  }
  if (open.parcelState !== "wanted") {
    return { outcome: "declined", reason: "no_longer_wanted" };
  }
  const person = await personOf(platform.database, open.buyerId);
  const { key, delivery, pickupPoint, country, weightGrams } = open;
  const { name = "", email = "" } = person ?? {};
  const address = (person?.address ?? null) as PostalAddress | null;
  const booking = { key, delivery, pickupPoint, country, weightGrams, recipient: { name, email, address } };
  return await patiently(() => carrier.book(platform, booking));
}

/** An answer that does not come, or comes as an error, says nothing. */
async function patiently(call: () => Promise<BookingAnswer | undefined>): Promise<BookingAnswer | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tired = new Promise<BookingAnswer>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, { outcome: "unknown" });
  });
  try {
    return await Promise.race([call(), tired]);
  } catch {
    return { outcome: "unknown" };
  } finally {
    clearTimeout(timer);
  }
}

const STATES = { booked: "succeeded", declined: "failed", unknown: "unknown" } as const;

/** Commits what the carrier said: once, whatever it says later. */
async function record(platform: Platform, key: BookingKey, answer: BookingAnswer): Promise<void> {
  const { orderId, parcelNo, attemptNo } = key;
  await transact(platform, systemCaller, async (tx) => {
    await lockOrder(tx, orderId);
    const open = await lockOpenBooking(tx, orderId, parcelNo, attemptNo);
    if (open === undefined) {
      return;
    }
    const reason = answer.outcome === "declined" ? answer.reason : null;
    const state = STATES[answer.outcome];
    await saveBookingOutcome(tx, orderId, parcelNo, attemptNo, state, reason, tx.at);
    const about = { parcelNo, attemptNo, carrier: open.carrier };
    if (answer.outcome === "booked") {
      const { tracking, trackingUrl, label } = answer;
      await saveBooked(tx, orderId, parcelNo, tx.at, tracking, trackingUrl, label);
      tx.record(orderId, [{ type: "ParcelBooked", ...about, tracking }]);
    } else if (answer.outcome === "declined") {
      tx.record(orderId, [{ type: "ParcelNotBooked", ...about, reason }]);
    } else if (open.state === "pending") {
      tx.record(orderId, [{ type: "ParcelBookingUnknown", ...about }]);
    }
    failPoint(tx.platform, "parcel_saved");
    if (answer.outcome !== "unknown") {
      tx.meet(orderId, PARCEL_ASKED, `${parcelNo}-${attemptNo}`);
    }
  });
}
