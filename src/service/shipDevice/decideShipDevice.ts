import { type Claim, refuseClaim } from "../../claims/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";

/** What a shipment does beside sending a parcel. */
export interface ShipmentMade {
  readonly from: "paid" | "replaced";
  /** The replacement that was promised to the claim counts as used from now on. */
  readonly usesSlot: boolean;
}

/** Whether the parcel of a claim may leave. A replacement must be bound before it goes. Pure. */
export function decideShipDevice({ state, route }: Pick<Claim, "state" | "route">): Decision<ShipmentMade> {
  if (state === "replaced") {
    return accepted({ from: "replaced", usesSlot: true });
  }
  return state === "paid" && route !== "plan"
    ? accepted({ from: "paid", usesSlot: false })
    : refuseClaim("claim_not_at_this_step");
}
