import { bringsUnit, type Claim, refuseClaim } from "../../../claims/index.ts";
import { accepted, type Decision } from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";

/** What is known of a case that needs a unit. */
export interface NeedFacts {
  readonly claim: Pick<Claim, "state" | "route" | "choices">;
  readonly isDisputed: boolean;
}

/** Whether a unit may be set aside for a case now. Pure. */
export function judgeReservation({ claim, isDisputed }: NeedFacts): Decision<true> {
  if (claim.state !== "paid") {
    return refuseClaim("claim_not_at_this_step");
  }
  if (!bringsUnit(claim)) {
    return refuse("not_a_replacement");
  }
  return isDisputed ? refuse("plan_disputed") : accepted(true);
}
