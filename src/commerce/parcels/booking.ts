import { type PostalAddress, personOf } from "../../identity/index.ts";
import type { Job, Platform, Tx } from "../../platform/index.ts";
import { type BookingAnswer, carrierNamed } from "../carriers/index.ts";
import { startCancelling } from "./cancelling.ts";
import { type Asking, follow, resolveTry, type TryKey } from "./carrierTry.ts";
import { saveBooked } from "./parcelStore.ts";
import { insertBooking, type OpenTry } from "./tryStore.ts";

/** Begins to book a parcel on an order the caller has locked. Undefined: a try is open, or it is booked. */
export async function startBooking(tx: Tx, orderId: string, parcelNo: number): Promise<TryKey | undefined> {
  const made = await insertBooking(tx, orderId, parcelNo, tx.at);
  return made && follow(tx, { orderId, parcelNo, attemptNo: made.no }, bookWanted);
}

/** Books a parcel with its carrier: in a job, after the try was committed. */
export const bookWanted: Job<TryKey> = {
  name: "book_parcel",
  run: (platform, key) => resolveTry(platform, key, booking),
};

const booking: Asking<BookingAnswer> = {
  name: "parcel",
  ask: async (platform, { carrier, key }) => await carrierNamed(carrier)?.ask(platform, key),
  call,
  async record(tx, { orderId, parcelNo, attemptNo }, open, answer) {
    const about = { parcelNo, attemptNo, carrier: open.carrier };
    if (answer.outcome === "booked") {
      const { tracking, trackingUrl, label } = answer;
      await saveBooked(tx, orderId, parcelNo, tx.at, tracking, trackingUrl, label);
      tx.record(orderId, [{ type: "ParcelBooked", ...about, tracking }]);
      if (open.parcelState === "cancelled") {
        await startCancelling(tx, orderId, parcelNo);
      }
    } else if (answer.outcome === "declined") {
      tx.record(orderId, [{ type: "ParcelNotBooked", ...about, reason: answer.reason }]);
    } else if (open.state === "pending") {
      tx.record(orderId, [{ type: "ParcelBookingUnknown", ...about }]);
    }
  },
};

async function call(platform: Platform, open: OpenTry): Promise<BookingAnswer> {
  const carrier = carrierNamed(open.carrier);
  if (carrier === undefined) {
    return { outcome: "declined", reason: "carrier_gone" };
  }
  if (open.parcelState !== "wanted") {
    return { outcome: "declined", reason: "no_longer_wanted" };
  }
  const person = await personOf(platform.database, open.buyerId);
  const { key, delivery, pickupPoint, country, weightGrams } = open;
  const { name = "", email = "" } = person ?? {};
  const address = (person?.address ?? null) as PostalAddress | null;
  const recipient = { name, email, address };
  return await carrier.book(platform, { key, delivery, pickupPoint, country, weightGrams, recipient });
}
