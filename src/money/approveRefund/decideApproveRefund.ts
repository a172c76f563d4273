import { accepted, type Decision } from "../../platform/index.ts";
import type { Refund } from "../refunds/index.ts";
import { refuse } from "../refusals.ts";

/** What is known when somebody decides a refund. */
export interface ApproveFacts {
  readonly refund: Pick<Refund, "state" | "secondPerson" | "settledMinor">;
  readonly decision: "approve" | "decline";
  /** Whether who decides is who asked for it, with whatever key. */
  readonly isRequester: boolean;
  /** What is left, this refund and all disputes taken off: below 0 when a bank took it back. */
  readonly leftMinor: number;
}

/** Whether this person may decide a refund so now. Pure. */
export function decideApproveRefund({
  refund,
  decision,
  isRequester,
  leftMinor,
}: ApproveFacts): Decision<"decide"> {
  if (refund.state !== "requested") {
    return refuse("refund_decided");
  }
  if (refund.secondPerson && isRequester) {
    return refuse("same_person");
  }
  if (decision === "decline" && refund.settledMinor > 0) {
    return refuse("refund_settled");
  }
  return decision === "approve" && leftMinor < 0 ? refuse("refund_above_captured") : accepted("decide");
}
