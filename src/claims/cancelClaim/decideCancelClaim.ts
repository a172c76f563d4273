import { accepted, type Decision } from "../../platform/index.ts";
import type { Claim, ClaimState } from "../claim.ts";
import { refuse } from "../refusals.ts";

/** Until the fee is paid an owner may change their mind. */
export const cancellable: readonly ClaimState[] = ["reported", "received", "inspected", "chosen"];

/**
 * Whether a claim can be cancelled. A device that has arrived goes back as it is, so then it is a return, at
 * what the sheet says of the way back (`chosen`: that is still to be paid); of an advance exchange, and of
 * what is lost, nothing has arrived. Pure.
 */
export function decideCancelClaim(
  { state, appeal }: Pick<Claim, "state" | "appeal">,
  isNotHere = false,
  sendBackMinor = 0,
): Decision<"cancelled" | "chosen" | "paid"> {
  if (appeal === "asked") {
    return refuse("appeal_open");
  }
  if (!cancellable.includes(state)) {
    return refuse("claim_not_at_this_step");
  }
  if (state === "reported" || isNotHere) {
    return accepted("cancelled");
  }
  // Before a look, and while there is another one, no sheet holds.
  return accepted(sendBackMinor > 0 && state !== "received" ? "chosen" : "paid");
}
