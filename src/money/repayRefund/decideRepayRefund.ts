import { accepted, type Decision } from "../../platform/index.ts";
import { goesBackByHand, type Payable, type Refund, type repayMeans } from "../refunds/index.ts";
import { refuse } from "../refusals.ts";

/** What is known of a refund that somebody wants paid. */
export interface RepayFacts extends Payable {
  readonly refund: Pick<Refund, "state" | "kind">;
  /** How it is to be paid now. */
  readonly means: (typeof repayMeans)[number];
  readonly isTryOpen: boolean;
}

/** What is no payment of a charge is no balance of its payer's: it leaves us. */
const LEAVES_US: readonly Refund["kind"][] = ["hold", "balance", "credit", "reseller_balance"];

/** Whether a refund may be tried again, or paid another way, now. Pure. */
export function decideRepayRefund(facts: RepayFacts): Decision<"pay"> {
  const { refund, means, isTryOpen, leftMinor, leftByProviderMinor, provider } = facts;
  if (refund.state !== "approved" && refund.state !== "failed") {
    return refuse("refund_not_waiting");
  }
  if (isTryOpen) {
    return refuse("refund_underway");
  }
  if (leftMinor < 0) {
    return refuse("refund_above_captured");
  }
  if (means === "balance" && LEAVES_US.includes(refund.kind)) {
    return refuse("refund_leaves_us");
  }
  if (means === "provider" && (goesBackByHand(provider) || leftByProviderMinor < 0)) {
    return refuse("refund_no_provider");
  }
  return accepted("pay");
}
