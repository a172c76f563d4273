import { accepted, type Decision } from "../../platform/index.ts";
import type { Parcel, Settled } from "../parcels/index.ts";
import { refuse } from "../refusals.ts";

/**
 * Whether a parcel has still to be seen to so: what was in a lost one or one that came back is sent again or
 * paid back; one that was cancelled, and not given up by its carrier, is seen to and no more. Pure.
 */
export function decideSettleParcel(
  { state, settled, failure }: Pick<Parcel, "state" | "settled" | "failure">,
  how: Settled,
): Decision<"settles"> {
  const fits =
    how === "seen_to" ? state === "cancelled" && failure !== null : state === "lost" || state === "returned";
  if (!fits) {
    return refuse(how === "seen_to" ? "parcel_given_up" : "parcel_not_lost");
  }
  return settled === null ? accepted("settles") : refuse("parcel_settled");
}
