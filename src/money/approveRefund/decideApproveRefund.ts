import { accepted, type Decision } from "../../platform/index.ts";
import type { Refund } from "../refunds/index.ts";
import { refuse } from "../refusals.ts";

/** Whether this person may decide a refund now. Pure. */
export function decideApproveRefund(
  refund: Pick<Refund, "state" | "secondPerson" | "requestedBy">,
  callerId: string,
): Decision<"decide"> {
  if (refund.state !== "requested") {
    return refuse("refund_decided");
  }
  return refund.secondPerson && refund.requestedBy === callerId ? refuse("same_person") : accepted("decide");
}
