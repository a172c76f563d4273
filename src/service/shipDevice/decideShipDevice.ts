import { bringsUnit, type Claim, refuseClaim, slotsSpent } from "../../claims/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";

/** The claim as it stands, and whether it is known where its parcel goes. */
export interface ShipmentFacts extends Pick<Claim, "state" | "route" | "choices" | "combined" | "receipt"> {
  readonly isAddressed: boolean;
}

/** What a shipment does beside sending a parcel. */
export interface ShipmentMade {
  readonly from: "paid" | "replaced";
  /** How many of the slots that were promised to the claim count as used from now on. */
  readonly spends: number;
}

/** Whether the parcel of a claim may leave. A replacement must be bound before it goes. Pure. */
export function decideShipDevice(facts: ShipmentFacts): Decision<ShipmentMade> {
  const { state } = facts;
  const isReady = state === "replaced" || (state === "paid" && !bringsUnit(facts));
  if (!isReady) {
    return refuseClaim("claim_not_at_this_step");
  }
  const spends = slotsSpent(facts);
  return facts.isAddressed ? accepted({ from: state, spends }) : refuse("address_missing");
}
