import { bringsUnit, type Claim, refuseClaim, slotsSpent } from "../../claims/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";

/** The claim as it stands. */
export type HandOverFacts = Pick<
  Claim,
  "state" | "channel" | "route" | "choices" | "combined" | "receipt" | "core"
>;

/** What a hand-over does beside giving the device. */
export interface HandOverMade {
  readonly from: "paid" | "replaced";
  /** How many of the slots that were promised to the claim count as used from now on. */
  readonly spends: number;
}

/**
 * Whether the device of a claim may be given to its owner at the counter: it was brought there, nothing is
 * owed, and a replacement is bound. Pure.
 */
export function decideHandOverDevice(facts: HandOverFacts): Decision<HandOverMade> {
  const { state, channel, core } = facts;
  if (channel !== "swift") {
    return refuse("not_for_counter");
  }
  const isReady = state === "replaced" || (state === "paid" && !bringsUnit(facts));
  if (!isReady) {
    return refuseClaim("claim_not_at_this_step");
  }
  return core === "awaited"
    ? refuseClaim("return_awaited")
    : accepted({ from: state, spends: slotsSpent(facts) });
}
