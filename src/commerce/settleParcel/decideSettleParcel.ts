import { accepted, type Decision } from "../../platform/index.ts";
import type { Parcel } from "../parcels/index.ts";
import { refuse } from "../refusals.ts";

/** Whether what a parcel had in it has still to be seen to. Pure. */
export function decideSettleParcel({
  state,
  settled,
}: Pick<Parcel, "state" | "settled">): Decision<"settles"> {
  if (state !== "lost" && state !== "returned") {
    return refuse("parcel_not_lost");
  }
  return settled === null ? accepted("settles") : refuse("parcel_settled");
}
