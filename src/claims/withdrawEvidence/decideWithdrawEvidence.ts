import { accepted, type Decision } from "../../platform/index.ts";
import { type EvidenceCase, type EvidenceItem, isWithdrawable, refuseEvidence } from "../evidence/index.ts";

/** Whether a piece may be taken back while its case is as it is. Pure. */
export function decideWithdrawEvidence(
  item: Pick<EvidenceItem, "state">,
  of: Pick<EvidenceCase, "takesBack">,
): Decision<"withdrawn"> {
  return isWithdrawable(item, of) ? accepted("withdrawn") : refuseEvidence("evidence_stands");
}
