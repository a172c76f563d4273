import { accepted, act, IdParams } from "../../platform/index.ts";
import { lockParcel, ParcelSchema, parcelView, startBooking } from "../parcels/index.ts";
import { refuse } from "../refusals.ts";

/** POST /v1/parcels/{id}/booking: a carrier that said no is asked anew, when the reason is mended. */
export const bookParcel = act({
  route: "POST /v1/parcels/{id}/booking",
  permission: "parcel.hand_over",
  summary: "Has a parcel booked again whose carrier said no",
  params: IdParams,
  reply: ParcelSchema,
  async run(tx, { id }) {
    const parcel = await lockParcel(tx, id);
    if (parcel.state !== "wanted") {
      return refuse(parcel.state === "cancelled" ? "parcel_cancelled" : "parcel_booked");
    }
    const started = await startBooking(tx, parcel.orderId, parcel.no);
    return started === undefined
      ? refuse("parcel_being_booked")
      : accepted(parcelView({ ...parcel, failure: null }));
  },
});
