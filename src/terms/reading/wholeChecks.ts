import type { Section, TermsDocument } from "../document.ts";
import { kindOf } from "../layering/layers.ts";
import { checkFigures } from "./figureChecks.ts";
import { checkLinks } from "./links.ts";
import type { Report } from "./report.ts";
import { checkTables } from "./tableChecks.ts";

/** What only shows once the whole document is read. */
export function checkWhole(document: TermsDocument, report: Report): void {
  reportTwins(document.clauses, report);
  const kind = kindOf(document.front);
  // What is laid over other terms leans on their clauses and tables: it is looked at together with them.
  if (kind === "programme" || kind === "statute") {
    checkTables(document, report);
    checkLinks(document, report);
    checkFigures(document, report);
  }
}

function reportTwins(clauses: readonly Section[], report: Report): void {
  const seen = new Map<string, Section>();
  for (const clause of clauses) {
    const twin = seen.get(clause.id ?? "");
    if (twin !== undefined) {
      report.enter(clause.id ?? undefined);
      report.error(
        "clause_twice",
        clause.place,
        `The id "${clause.id}" stands in line ${twin.place.line} already. Give one of them another.`,
      );
    }
    seen.set(clause.id ?? "", clause);
  }
  report.enter(undefined);
}
