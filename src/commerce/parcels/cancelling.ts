import type { Job, Tx } from "../../platform/index.ts";
import { type CancelAnswer, carrierNamed } from "../carriers/index.ts";
import { type Asking, follow, resolveTry, type TryKey } from "./carrierTry.ts";
import { cancelParcel } from "./parcelStore.ts";
import { insertCancelling } from "./tryStore.ts";

/**
 * A parcel that has not left will not, on an order the caller has locked; what its carrier has booked is
 * given up there. While a booking is still open its outcome comes first.
 */
export async function dropParcel(tx: Tx, orderId: string, parcelNo: number): Promise<void> {
  if ((await cancelParcel(tx, orderId, parcelNo, tx.at)) === 1) {
    tx.record(orderId, [{ type: "ParcelCancelled", parcelNo }]);
    await startCancelling(tx, orderId, parcelNo);
  }
}

/**
 * Begins to cancel the booking of a parcel that will not leave, on an order the caller has locked. Undefined:
 * nothing is booked, a try is open, or it was cancelled before.
 */
export async function startCancelling(
  tx: Tx,
  orderId: string,
  parcelNo: number,
): Promise<TryKey | undefined> {
  const made = await insertCancelling(tx, orderId, parcelNo, tx.at);
  return made && follow(tx, { orderId, parcelNo, attemptNo: made.no }, cancelBooking);
}

/** Cancels a booking with its carrier: in a job, after the try was committed. */
export const cancelBooking: Job<TryKey> = {
  name: "cancel_parcel_booking",
  run: (platform, key) => resolveTry(platform, key, cancelling),
};

const cancelling: Asking<CancelAnswer> = {
  name: "parcel_cancel",
  ask: async (platform, { carrier, key }) => await carrierNamed(carrier)?.askCancelled(platform, key),
  call: async (platform, { carrier, key }) =>
    (await carrierNamed(carrier)?.cancel(platform, key)) ?? { outcome: "declined", reason: "carrier_gone" },
  record(tx, { orderId, parcelNo, attemptNo }, { carrier, state }, answer) {
    const about = { parcelNo, attemptNo, carrier };
    if (answer.outcome === "cancelled") {
      tx.record(orderId, [{ type: "ParcelBookingCancelled", ...about }]);
    } else if (answer.outcome === "declined") {
      tx.record(orderId, [{ type: "ParcelBookingNotCancelled", ...about, reason: answer.reason }]);
    } else if (state === "pending") {
      tx.record(orderId, [{ type: "ParcelCancellingUnknown", ...about }]);
    }
    return Promise.resolve();
  },
};
