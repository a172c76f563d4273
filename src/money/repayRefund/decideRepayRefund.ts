import { accepted, type Decision } from "../../platform/index.ts";
import { goesBackByHand, type Refund } from "../refunds/index.ts";
import { refuse } from "../refusals.ts";

/** What is known of a refund that somebody wants paid. */
export interface RepayFacts {
  readonly refund: Pick<Refund, "state">;
  /** How it is to be paid now. */
  readonly means: Refund["means"];
  readonly isTryOpen: boolean;
  /** Who took the money. */
  readonly provider: string | null;
}

/** Whether a refund may be tried again, or paid another way, now. Pure. */
export function decideRepayRefund({ refund, means, isTryOpen, provider }: RepayFacts): Decision<"pay"> {
  if (refund.state !== "approved" && refund.state !== "failed") {
    return refuse("refund_not_waiting");
  }
  if (isTryOpen) {
    return refuse("refund_underway");
  }
  return means === "provider" && goesBackByHand(provider) ? refuse("refund_no_provider") : accepted("pay");
}
