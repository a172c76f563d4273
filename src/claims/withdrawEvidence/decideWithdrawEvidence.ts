import { accepted, type Decision } from "../../platform/index.ts";
import type { ClaimState } from "../claim.ts";
import { type EvidenceItem, isWithdrawable, refuseEvidence } from "../evidence/index.ts";

/** Whether a piece may be taken back while its case is in this state. Pure. */
export function decideWithdrawEvidence(
  item: Pick<EvidenceItem, "state">,
  claimState: ClaimState,
): Decision<"withdrawn"> {
  return isWithdrawable(item, claimState) ? accepted("withdrawn") : refuseEvidence("evidence_stands");
}
