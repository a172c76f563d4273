import { type Claim, refuseClaim } from "../../../claims/index.ts";
import { accepted, type Decision } from "../../../platform/index.ts";
import { refuse } from "../refusals.ts";

/** Whether a swap may be taken back: until its parcel has left. Pure. */
export function judgeReversal({ state }: Pick<Claim, "state">): Decision<true> {
  if (state === "shipped" || state === "closed") {
    return refuse("swap_shipped");
  }
  return state === "replaced" ? accepted(true) : refuseClaim("claim_not_at_this_step");
}
