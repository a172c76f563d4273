import type { Clause, TermsDocument } from "../document.ts";
import { conditionsOf } from "../reading/links.ts";
import type { Report } from "../reading/report.ts";
import { factsIn, factTests } from "../tests.ts";

/**
 * That a case looks odd is for a person to weigh, never a reason to refuse by itself: signals stand only in
 * a requirement that a person reviews, in a note, or in evidence, which asks for something.
 */
export function checkSignals(document: TermsDocument, report: Report): void {
  for (const clause of document.clauses) {
    const found = mayAskForSignals(clause) ? undefined : signalsIn(clause);
    if (found !== undefined) {
      report.enter(clause.id);
      const message = "Signals refuse nothing: test them in a require with curable: review, or in a note.";
      report.error("signal_refuses", found.place, message, { signals: "any that this test turns on" });
    }
  }
}

function mayAskForSignals({ rule }: Clause): boolean {
  return (
    rule === null ||
    rule.kind === "note" ||
    rule.kind === "evidence" ||
    (rule.kind === "require" && rule.curable === "review")
  );
}

function signalsIn({ rule }: Clause): ReturnType<typeof factTests>[number] | undefined {
  const tests = rule === null ? [] : conditionsOf(rule).flatMap(factTests);
  return tests.find((test) => factsIn(test).includes("signals"));
}
