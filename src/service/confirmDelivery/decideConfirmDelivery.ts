import { type Claim, refuseClaim } from "../../claims/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";

/** How a parcel to an owner stands. */
export type ParcelState = "sent" | "delivered" | "lost" | "returned" | "cancelled";

/** What is known when somebody says that a parcel has arrived. */
export interface DeliveryFacts {
  readonly claim: Pick<Claim, "state">;
  /** The newest parcel of the case. */
  readonly shipment: { readonly state: ParcelState; readonly at: Temporal.Instant } | undefined;
  readonly at: Temporal.Instant;
}

/** When a parcel arrived; `isTold` says that it is known already, and nothing is to be done. */
export interface DeliveryMade {
  readonly deliveredAt: Temporal.Instant;
  readonly isTold: boolean;
}

/**
 * Whether a parcel may be told to have arrived at `told`, else now: one that left, not before it did and not
 * later than now. Told again it is as it was; a carrier may tell it when the case is closed. Pure.
 */
export function decideConfirmDelivery(
  told: Temporal.Instant | undefined,
  { claim, shipment, at }: DeliveryFacts,
): Decision<DeliveryMade> {
  const deliveredAt = told ?? at;
  const hasLeft = claim.state === "shipped" || claim.state === "closed";
  if (!hasLeft || shipment === undefined) {
    return refuseClaim("claim_not_at_this_step");
  }
  if (shipment.state === "delivered") {
    return accepted({ deliveredAt, isTold: true });
  }
  if (shipment.state !== "sent") {
    return refuseClaim("claim_not_at_this_step");
  }
  const isWithin =
    Temporal.Instant.compare(shipment.at, deliveredAt) <= 0 && Temporal.Instant.compare(deliveredAt, at) <= 0;
  return isWithin ? accepted({ deliveredAt, isTold: false }) : refuse("not_delivered_then");
}
