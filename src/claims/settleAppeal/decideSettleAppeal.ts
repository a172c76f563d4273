import { accepted, type Decision } from "../../platform/index.ts";
import type { Appeal } from "../appeals/index.ts";
import type { Claim } from "../claim.ts";
import { refuse } from "../refusals.ts";

/** What is known when an appeal is decided. */
export interface ReviewFacts {
  readonly appeal: Pick<Appeal, "state">;
  readonly claim: Pick<Claim, "state" | "returnedParts">;
  readonly decision: "uphold" | "dismiss";
  /** Whether it gives the owner something at once, instead of another look. */
  readonly grants: boolean;
  /** Whether who decides, with whatever key, decided anything of the case before. */
  readonly isInvolved: boolean;
}

/** What becomes of the case: it stands, or waits for another look at the bench, or of what is told. */
export interface Reviewed {
  readonly state: "upheld" | "dismissed";
  readonly goesTo: "received" | "reported" | undefined;
}

/** Whether this person may decide the appeal so, and where the case goes on. Pure. */
export function decideSettleAppeal(facts: ReviewFacts): Decision<Reviewed> {
  const { appeal, claim, decision, grants, isInvolved } = facts;
  if (appeal.state !== "asked") {
    return refuse("appeal_decided");
  }
  if (isInvolved) {
    return refuse("decided_before");
  }
  if (decision === "dismiss") {
    return accepted({ state: "dismissed", goesTo: undefined });
  }
  if (grants) {
    return claim.state === "inspected"
      ? accepted({ state: "upheld", goesTo: undefined })
      : refuse("appeal_grants_nothing_here");
  }
  const isHere = claim.returnedParts !== null;
  return accepted({ state: "upheld", goesTo: isHere ? "received" : "reported" });
}
