import { accepted, type Decision } from "../../platform/index.ts";
import { goesBackByHand, type Refund } from "../refunds/index.ts";
import { refuse } from "../refusals.ts";

/** What is known of a refund that somebody wants paid. */
export interface RepayFacts {
  readonly refund: Pick<Refund, "state">;
  /** How it is to be paid now. */
  readonly means: Exclude<Refund["means"], "dispute">;
  readonly isTryOpen: boolean;
  /** What is left of its charge, this refund and all disputes taken off: below 0 when a bank took it back. */
  readonly leftMinor: number;
  /** Who took the money. */
  readonly provider: string | null;
}

/** Whether a refund may be tried again, or paid another way, now. Pure. */
export function decideRepayRefund(facts: RepayFacts): Decision<"pay"> {
  const { refund, means, isTryOpen, leftMinor, provider } = facts;
  if (refund.state !== "approved" && refund.state !== "failed") {
    return refuse("refund_not_waiting");
  }
  if (isTryOpen) {
    return refuse("refund_underway");
  }
  if (leftMinor < 0) {
    return refuse("refund_above_captured");
  }
  return means === "provider" && goesBackByHand(provider) ? refuse("refund_no_provider") : accepted("pay");
}
