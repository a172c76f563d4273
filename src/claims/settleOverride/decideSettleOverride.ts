import { accepted, type Decision } from "../../platform/index.ts";
import type { Claim } from "../claim.ts";
import { isBetter, type Override, refuseOverride } from "../overrides/index.ts";
import { refuse } from "../refusals.ts";

/** What is known when a second person decides an override. */
export interface SecondFacts {
  readonly override: Pick<Override, "state" | "gives" | "feeMinor">;
  readonly claim: Pick<Claim, "state" | "appeal" | "choices">;
  readonly decision: "grant" | "decline";
  /** Whether who decides is who asked, with whatever key. */
  readonly isAsker: boolean;
}

/**
 * Whether this person may decide an override so now. One that comes too late, or is no better than the sheet
 * that stands since another look, can only be declined. Pure.
 */
export function decideSettleOverride({
  override,
  claim,
  decision,
  isAsker,
}: SecondFacts): Decision<"granted" | "declined"> {
  if (override.state !== "asked") {
    return refuseOverride("override_decided");
  }
  if (decision === "decline") {
    return accepted("declined");
  }
  if (isAsker) {
    return refuseOverride("override_by_same_person");
  }
  if (claim.appeal === "asked") {
    return refuse("appeal_open");
  }
  if (claim.state !== "inspected") {
    return refuse("claim_not_at_this_step");
  }
  return isBetter(override, claim.choices ?? []) ? accepted("granted") : refuseOverride("override_no_better");
}
