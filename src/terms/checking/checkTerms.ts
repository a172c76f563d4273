import type { TermsDocument } from "../document.ts";
import { type Finding, inOrder } from "../finding.ts";
import { checkLayer } from "../layering/checkLayer.ts";
import { checkSiblings } from "../layering/checkSiblings.ts";
import { kindOf } from "../layering/layers.ts";
import { placeIn } from "../reading/origins.ts";
import { Report } from "../reading/report.ts";
import { programmeChecks } from "./programmeChecks.ts";

/**
 * Looks at a sound document as a whole: what is unsettled, what can never matter, what contradicts, what is
 * missing. With the documents beside it, also whether it goes together with them: an annex or a translation
 * with its version, a version with the statutes it names.
 */
export function checkTerms(document: TermsDocument, siblings?: readonly TermsDocument[]): readonly Finding[] {
  const report = new Report(document.source.file);
  for (const check of kindOf(document.front) === "programme" ? programmeChecks : [checkLayer]) {
    check(document, report);
    report.enter(undefined);
  }
  const above = siblings?.find((each) => isAnnexOf(document, each));
  if (above !== undefined) {
    const message = `${above.front.version} is an annex itself. Name the version that both belong to.`;
    report.error("annex_of_annex", placeIn(document.front, "annex", "of"), message);
  } else if (siblings !== undefined) {
    checkSiblings(document, siblings, report);
  }
  return inOrder(report.findings);
}

/** Whether a document is laid over one that is itself laid over another: nobody knows which comes first. */
const isAnnexOf = ({ front }: TermsDocument, { front: other }: TermsDocument): boolean =>
  front.annex !== null &&
  other.annex !== null &&
  other.terms === front.terms &&
  other.version === front.annex.of;
