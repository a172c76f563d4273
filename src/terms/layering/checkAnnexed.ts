import { programmeChecks } from "../checking/programmeChecks.ts";
import type { TermsDocument } from "../document.ts";
import type { Finding } from "../finding.ts";
import { Report } from "../reading/report.ts";
import { asInAnnex } from "./withAnnexes.ts";

/**
 * What is wrong only in the regions of an annex: the terms as they read there are looked at as a whole, and
 * what the version has by itself is left out.
 */
export function checkAnnexed(annex: TermsDocument, base: TermsDocument, report: Report): void {
  const told = new Set([...findingsOf(base), ...report.findings].map(gistOf));
  const own = new Set(annex.clauses.map(({ id }) => id));
  for (const finding of findingsOf(asInAnnex(base, annex))) {
    const { clause, code, severity, line, column, message, witness } = finding;
    if (!told.has(gistOf(finding))) {
      // A clause of the version stands in another file: the annex as a whole is what spoils it.
      const place = own.has(clause ?? "") ? { line, column } : { line: 1, column: 1 };
      report.enter(clause);
      report[severity](code, place, message, witness);
    }
  }
  report.enter(undefined);
}

const gistOf = ({ code, clause, message }: Finding): string => `${code} ${clause} ${message}`;

function findingsOf(document: TermsDocument): readonly Finding[] {
  const report = new Report(document.source.file);
  for (const check of programmeChecks) {
    check(document, report);
    report.enter(undefined);
  }
  return report.findings;
}
