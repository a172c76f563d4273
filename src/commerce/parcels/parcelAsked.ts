import type { DeadlineKind } from "../../platform/index.ts";
import { bookWanted } from "./booking.ts";
import { cancelBooking } from "./cancelling.ts";
import { askAfter, PARCEL_ASKED } from "./carrierTry.ts";
import { openTry } from "./tryStore.ts";

/** A try that is open when its time comes is asked about. */
export const parcelAsked: DeadlineKind = {
  kind: PARCEL_ASKED,
  async run(tx, { rootId, key }) {
    const [parcelNo, attemptNo] = key.split("-").map(Number) as [number, number];
    const open = await openTry(tx, rootId, parcelNo, attemptNo);
    if (open !== undefined) {
      const job = open.what === "book" ? bookWanted : cancelBooking;
      tx.enqueue(job, { orderId: rootId, parcelNo, attemptNo });
      tx.schedule(rootId, PARCEL_ASKED, key, askAfter(tx.at, open.asks + 1));
    }
  },
};
