import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import type { Dispute, DisputeState } from "./dispute.ts";

/** What has to be done for a word on a dispute. */
export interface DisputeSteps {
  readonly open: boolean;
  readonly close: "won" | "lost" | undefined;
}

/**
 * What follows from what is told of a dispute, whatever was told before: words come late, twice and in any
 * order. One that is closed stays as it is. Pure.
 */
export function disputeSteps(known: Pick<Dispute, "state"> | undefined, told: DisputeState): DisputeSteps {
  if (known !== undefined && known.state !== "opened") {
    return { open: false, close: undefined };
  }
  return { open: known === undefined, close: told === "opened" ? undefined : told };
}

/** Whether a person may say how a dispute ended. Pure. */
export function mayEndDispute(
  known: Pick<Dispute, "state">,
  outcome: "won" | "lost",
): Decision<DisputeSteps> {
  return known.state === "opened" ? accepted(disputeSteps(known, outcome)) : refuse("dispute_closed");
}

/** Whether so much of a charge can be disputed, beside what other disputes of it take. Pure. */
export function mayOpenDispute(
  charge: { readonly state: string; readonly amountMinor: number },
  amountMinor: number,
  othersMinor = 0,
): Decision<"open"> {
  if (charge.state !== "captured") {
    return refuse("charge_not_captured");
  }
  return amountMinor > charge.amountMinor - othersMinor ? refuse("dispute_above_captured") : accepted("open");
}
