import { accepted, type Decision, type DomainEvent } from "../../platform/index.ts";
import type { Charge } from "../charge.ts";
import { refuse } from "../refusals.ts";

/**
 * Whether a charge may be given up now: not while money may be on its way, and not when it has arrived.
 * Pure.
 */
export function decideCancelCharge(
  charge: Pick<Charge, "no" | "purpose" | "subjectNo" | "state" | "attempt">,
): Decision<DomainEvent> {
  if (charge.state === "captured") {
    return refuse("charge_captured");
  }
  if (charge.state === "cancelled") {
    return refuse("charge_cancelled");
  }
  const state = charge.attempt?.state;
  if (state === "pending" || state === "unknown") {
    return refuse("payment_underway");
  }
  return accepted(chargeCancelled(charge));
}

/** What is recorded when a charge was given up. */
export function chargeCancelled({
  purpose,
  subjectNo,
  no,
}: Pick<Charge, "no" | "purpose" | "subjectNo">): DomainEvent {
  return { type: "ChargeCancelled", purpose, subjectNo, chargeNo: no };
}
