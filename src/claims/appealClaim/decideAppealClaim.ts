import { accepted, type Decision } from "../../platform/index.ts";
import type { Appeal } from "../appeals/index.ts";
import type { Claim, ClaimState } from "../claim.ts";
import { refuse } from "../refusals.ts";
import { isOver } from "../waitingDays.ts";

/** What is known when an owner contests what stands. */
export interface AppealFacts {
  readonly claim: Pick<Claim, "state" | "receipt" | "no" | "appeal"> & {
    readonly dueAt: Temporal.Instant | null;
  };
  /** Of the device. */
  readonly appeals: readonly Pick<Appeal, "claimNo" | "decisionNo" | "state">[];
  readonly decisionNo: number;
  readonly at: Temporal.Instant;
}

/** Until when there is something to contest: refused as it was told, or inspected and nothing chosen. */
export const contestable: readonly ClaimState[] = ["reported", "inspected"];

/** Whether an owner may contest the decision that stands: each once, and before its time is over. Pure. */
export function decideAppealClaim({
  claim,
  appeals,
  decisionNo,
  at,
}: AppealFacts): Decision<{ readonly decisionNo: number }> {
  if (claim.appeal === "asked") {
    return refuse("appeal_asked");
  }
  const isRefused = claim.state === "reported" && claim.receipt.outcome === "refused";
  if (claim.state !== "inspected" && !isRefused) {
    return refuse("appeal_not_now");
  }
  const isSame = (each: Pick<Appeal, "claimNo" | "decisionNo" | "state">): boolean =>
    each.claimNo === claim.no && each.decisionNo === decisionNo && each.state !== "withdrawn";
  if (appeals.some(isSame)) {
    return refuse("appealed_before");
  }
  return isOver(claim, at) ? refuse("waiting_is_over") : accepted({ decisionNo });
}
