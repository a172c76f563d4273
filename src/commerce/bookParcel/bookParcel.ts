import { accepted, act, IdParams } from "../../platform/index.ts";
import { lockParcel, ParcelSchema, parcelView, startBooking, startCancelling } from "../parcels/index.ts";
import { refuse } from "../refusals.ts";

/**
 * POST /v1/parcels/{id}/booking: a carrier that said no is asked anew, when the reason is mended: to book a
 * parcel, or to give up the booking of one that was cancelled.
 */
export const bookParcel = act({
  route: "POST /v1/parcels/{id}/booking",
  permission: "parcel.hand_over",
  summary: "Asks a carrier anew that said no: to book a parcel, or to cancel the booking of a cancelled one",
  params: IdParams,
  reply: ParcelSchema,
  async run(tx, { id }) {
    const parcel = await lockParcel(tx, id);
    const { orderId, no, state } = parcel;
    if (state !== "wanted" && state !== "cancelled") {
      return refuse("parcel_booked");
    }
    const isWanted = state === "wanted";
    const started = await (isWanted ? startBooking(tx, orderId, no) : startCancelling(tx, orderId, no));
    return started === undefined
      ? refuse(isWanted ? "parcel_being_booked" : "parcel_cancelled")
      : accepted(parcelView({ ...parcel, failure: null }));
  },
});
