import { accepted, type Decision } from "../../platform/index.ts";
import type { Charge } from "../charge.ts";
import { refuse } from "../refusals.ts";

/** Whether a new try to collect a charge may start now. Pure. */
export function decideStartPayment(charge: Pick<Charge, "state" | "attempt">): Decision<"start"> {
  if (charge.state === "captured") {
    return refuse("charge_captured");
  }
  if (charge.state === "cancelled") {
    return refuse("charge_cancelled");
  }
  const state = charge.attempt?.state;
  return state === "pending" || state === "unknown" ? refuse("payment_underway") : accepted("start");
}
