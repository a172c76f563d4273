import { createHash } from "node:crypto";
import type { Platform } from "../../platform/index.ts";
import type { Booking, BookingAnswer, CancelAnswer, Carrier, Tracked } from "./carrier.ts";
import {
  bookedParcel,
  cancelBooked,
  noteCollected,
  rememberParcel,
  type TestParcel,
  trackedParcel,
} from "./testCarrierStore.ts";
import { testPoints } from "./testPoints.ts";

/** What may go wrong. The name of a recipient says it, in brackets: `Ada [lost]`. */
export const carrierFaults = ["declined", "unknown", "slow", "lost", "returned", "collected"] as const;
type Fault = (typeof carrierFaults)[number];

/** How long after it was handed over a parcel ends, and how. */
const ENDS: Readonly<Record<Fault | "none", readonly [hours: number, end: Tracked]>> = {
  ...{ none: [24, "delivered"], unknown: [24, "delivered"], declined: [24, "delivered"] },
  collected: [24, "delivered"],
  ...{ slow: [5 * 24, "delivered"], lost: [10 * 24, "lost"], returned: [7 * 24, "returned"] },
};

const HEAVIEST_GRAMS = 1_000_000;

/**
 * A carrier that takes parcels as a real one does: it has a memory of its own, which no rollback of ours
 * touches, and books a key once, however often it is asked.
 */
export const testCarrier: Carrier = {
  name: "test",
  pickupPoints: (country) => testPoints.filter((point) => point.country === country),
  async book(platform, booking) {
    const fault = faultIn(booking);
    const refused = refusalOf(booking, fault);
    if (refused !== undefined) {
      return { outcome: "declined", reason: refused };
    }
    const digest = createHash("sha256").update(booking.key).digest("hex");
    const tracking = `TP${BigInt(`0x${digest.slice(0, 15)}`)
      .toString()
      .padStart(18, "0")
      .slice(-12)}`;
    const { database, clock } = platform;
    const isNew = (await rememberParcel(database, booking.key, tracking, fault ?? "none", clock.now())) === 1;
    // The answer of the first asking is lost; who asks again is told.
    return fault === "unknown" && isNew ? { outcome: "unknown" } : booked(platform, tracking);
  },
  async ask(platform, key) {
    const known = await bookedParcel(platform.database, key);
    return known === undefined ? undefined : booked(platform, known.tracking);
  },
  async cancel({ database, clock }, key) {
    const known = await bookedParcel(database, key);
    const isNew = (await cancelBooked(database, key, clock.now())) === 1;
    // As of a booking: the answer of the first asking is lost.
    return known?.fault === "unknown" && isNew
      ? { outcome: "unknown" }
      : ((await cancelledOf(database, key)) ?? { outcome: "declined", reason: "booking_unknown" });
  },
  askCancelled: ({ database }, key) => cancelledOf(database, key),
  async track({ database, clock }, { tracking, handedOverAt }) {
    await noteCollected(database, tracking, handedOverAt);
    const parcel = await trackedParcel(database, tracking);
    return parcel === undefined ? undefined : whereIs(parcel, handedOverAt, clock.now());
  },
};

/** What its van has is not given up; what nobody gave up stands. */
async function cancelledOf(database: Platform["database"], key: string): Promise<CancelAnswer | undefined> {
  const known = await bookedParcel(database, key);
  if ((known?.cancelledAt ?? null) !== null) {
    return { outcome: "cancelled" };
  }
  return known?.isCollected === true ? { outcome: "declined", reason: "already_collected" } : undefined;
}

function faultIn({ recipient }: Booking): Fault | undefined {
  const [, word] = /\[([a-z]+)\]/.exec(recipient.name) ?? [];
  return carrierFaults.find((fault) => fault === word);
}

function refusalOf(booking: Booking, fault: Fault | undefined): string | undefined {
  const { delivery, pickupPoint, country, weightGrams, recipient } = booking;
  if (fault === "declined") {
    return "address_not_served";
  }
  if (weightGrams > HEAVIEST_GRAMS) {
    return "too_heavy";
  }
  if (delivery === "home") {
    return recipient.address === null ? "address_missing" : undefined;
  }
  const isKnown = testPoints.some((point) => point.id === pickupPoint && point.country === country);
  return isKnown ? undefined : "pickup_point_unknown";
}

function booked({ config }: Pick<Platform, "config">, tracking: string): BookingAnswer {
  const trackingUrl = new URL(`/test-carrier/${tracking}`, config.publicUrl).href;
  return { outcome: "booked", tracking, trackingUrl, label: `L${tracking}` };
}

/** What its scans say by now. Pure. */
export function whereIs(
  { fault }: Pick<TestParcel, "fault">,
  handedOverAt: Temporal.Instant,
  now: Temporal.Instant,
): Tracked {
  const [hours, end] = ENDS[fault as Fault] ?? ENDS.none;
  return Temporal.Instant.compare(now, handedOverAt.add({ hours })) >= 0 ? end : "on_its_way";
}
