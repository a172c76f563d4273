import { accepted, type Decision, type Money } from "../../platform/index.ts";
import type { Claim, Route } from "../claim.ts";
import { refuse } from "../refusals.ts";

/** What follows from a choice. */
export interface RouteTaken {
  readonly route: Route;
  readonly fee: Money;
  /** The reserved replacement is given back: another way was taken. */
  readonly givesBack: boolean;
  /** Until when the fee is to be paid; undefined when there is none. */
  readonly payBy: Temporal.Instant | undefined;
}

/**
 * How long a choice, and then its fee, is waited for. Facts of the reference programme; quotes hold as long.
 */
export const WAITING_DAYS = 30;

/**
 * Whether a claim may take this way, and what it costs. The price is the sheet's: what was shown is charged.
 * Pure.
 */
export function decideChooseRoute(
  route: Route,
  { claim, at }: { readonly claim: Claim; readonly at: Temporal.Instant },
): Decision<RouteTaken> {
  if (claim.state !== "inspected") {
    return refuse("claim_not_at_this_step");
  }
  const choice = claim.choices?.find((offered) => offered.route === route);
  if (choice === undefined) {
    return refuse("route_not_offered");
  }
  const payBy = choice.fee.amount === 0 ? undefined : at.add({ hours: WAITING_DAYS * 24 });
  return accepted({ route, fee: choice.fee, givesBack: route !== "plan", payBy });
}
