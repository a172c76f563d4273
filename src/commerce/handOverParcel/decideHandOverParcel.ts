import { accepted, type Decision } from "../../platform/index.ts";
import type { Parcel } from "../parcels/index.ts";
import { refuse } from "../refusals.ts";

/** Whether a parcel may leave. Pure. */
export function decideHandOverParcel({
  state,
  disputed,
}: Pick<Parcel, "state" | "disputed">): Decision<"leaves"> {
  switch (state) {
    case "booked":
      return disputed === null ? accepted("leaves") : refuse("payment_of_order_disputed");
    case "wanted":
      return refuse("parcel_not_booked");
    case "cancelled":
      return refuse("parcel_cancelled");
    default:
      return refuse("parcel_left");
  }
}
