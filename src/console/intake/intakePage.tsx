import { CaseFrame } from "../case/caseFrame.tsx";
import { en } from "../words/en.ts";
import { IntakeForm } from "./intakeForm.tsx";

/** A parcel is opened: is it the right one, is everything in it? */
export function IntakePage() {
  return (
    <CaseFrame title={en.cases.intakeTitle} states={["reported", "received"]}>
      {(page) => <IntakeForm key={page.claim.id} page={page} />}
    </CaseFrame>
  );
}
