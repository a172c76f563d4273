import { en } from "../words/en.ts";
import { CaseDetails } from "./caseDetails.tsx";
import { CaseFrame } from "./caseFrame.tsx";

/** Everything about one case on one page, with its next step as the one button. */
export function CasePage() {
  return (
    <CaseFrame title={en.cases.case}>{(page) => <CaseDetails key={page.claim.id} page={page} />}</CaseFrame>
  );
}
