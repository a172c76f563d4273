import type { ClaimPage } from "../../client/index.ts";
import { EvidenceStrip } from "../evidence/evidenceStrip.tsx";
import { CaseMessages } from "../inbox/caseMessages.tsx";
import { OpenQuestion } from "../intake/openQuestion.tsx";
import { CaseReview } from "../review/caseReview.tsx";
import { isOver } from "./isOver.ts";

/** What was sent, contested, written and asked about a case. */
export function CaseTalk({ claim }: { readonly claim: ClaimPage["claim"] }) {
  return (
    <>
      <EvidenceStrip claimId={claim.id} isOver={isOver(claim)} />
      <CaseReview claim={claim} />
      <CaseMessages claimId={claim.id} />
      <OpenQuestion claim={claim} />
    </>
  );
}
