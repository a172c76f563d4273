import { type Claim } from "../../claims/index.ts";
import { type Decision } from "../../platform/index.ts";
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
export declare function decideHandOverDevice(facts: HandOverFacts): Decision<HandOverMade>;
