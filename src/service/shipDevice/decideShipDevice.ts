import { type Claim, refuseClaim } from "../../claims/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";

/** The claim as it stands, and whether it is known where its parcel goes. */
export interface ShipmentFacts extends Pick<Claim, "state" | "route"> {
  readonly isAddressed: boolean;
}

/** What a shipment does beside sending a parcel. */
export interface ShipmentMade {
  readonly from: "paid" | "replaced";
  /** The replacement that was promised to the claim counts as used from now on. */
  readonly usesSlot: boolean;
}

/** Whether the parcel of a claim may leave. A replacement must be bound before it goes. Pure. */
export function decideShipDevice({ state, route, isAddressed }: ShipmentFacts): Decision<ShipmentMade> {
  const isReady = state === "replaced" || (state === "paid" && route !== "plan");
  if (!isReady) {
    return refuseClaim("claim_not_at_this_step");
  }
  return isAddressed ? accepted({ from: state, usesSlot: state === "replaced" }) : refuse("address_missing");
}
