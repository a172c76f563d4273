import { accepted, type Decision } from "../../platform/index.ts";
import type { ClaimState } from "../claim.ts";
import { refuse } from "../refusals.ts";

/** Until the fee is paid an owner may change their mind. */
export const cancellable: readonly ClaimState[] = ["reported", "received", "inspected", "chosen"];

/**
 * Whether a claim can be cancelled. A device that has arrived goes back as it is, so then it is a return; of
 * an advance exchange nothing has arrived. Pure.
 */
export function decideCancelClaim(state: ClaimState, isAdvance = false): Decision<"cancelled" | "paid"> {
  if (!cancellable.includes(state)) {
    return refuse("claim_not_at_this_step");
  }
  return accepted(state === "reported" || isAdvance ? "cancelled" : "paid");
}
