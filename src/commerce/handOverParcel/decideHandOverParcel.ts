import { accepted, type Decision } from "../../platform/index.ts";
import type { ParcelState } from "../parcels/index.ts";
import { refuse } from "../refusals.ts";

/** Whether a parcel may leave. Pure. */
export function decideHandOverParcel({ state }: { readonly state: ParcelState }): Decision<"leaves"> {
  switch (state) {
    case "booked":
      return accepted("leaves");
    case "wanted":
      return refuse("parcel_not_booked");
    case "cancelled":
      return refuse("parcel_cancelled");
    default:
      return refuse("parcel_left");
  }
}
