import type { TermsDocument } from "../document.ts";
import { type Finding, inOrder } from "../finding.ts";
import { Report } from "../reading/report.ts";
import { checkFees } from "./checkFees.ts";
import { checkReach } from "./checkReach.ts";
import { checkRoutes } from "./checkRoutes.ts";
import { checkText } from "./checkText.ts";
import { checkWindows } from "./checkWindows.ts";

/**
 * Looks at a sound document as a whole: what is unsettled, what can never matter, what contradicts, what is
 * missing.
 */
export function checkTerms(document: TermsDocument): readonly Finding[] {
  const report = new Report(document.source.file);
  for (const check of [checkText, checkWindows, checkRoutes, checkReach, checkFees]) {
    check(document, report);
    report.enter(undefined);
  }
  return inOrder(report.findings);
}
