import { CaseFrame } from "../case/caseFrame.tsx";
import { en } from "../words/en.ts";
import { Bench } from "./bench.tsx";

/** The bench: what the owner told, what we find, what the terms say of it while we find it. */
export function BenchPage() {
  return (
    <CaseFrame title={en.bench.title} states={["received", "inspected"]} wide>
      {(page) => <Bench key={page.claim.id} page={page} />}
    </CaseFrame>
  );
}
