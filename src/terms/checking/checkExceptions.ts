import { type Clause, rulesOf, type TermsDocument } from "../document.ts";
import { placeIn } from "../reading/origins.ts";
import type { Report } from "../reading/report.ts";
import type { ExceptRule, ExcludeRule } from "../rules.ts";
import { CaseSearch, isCase } from "./caseSearch.ts";

interface Named {
  readonly clause: Clause;
  readonly rule: ExcludeRule;
}

/** An exception takes back a part of the exclusion it names: not none of it, and not all. */
export function checkExceptions(document: TermsDocument, report: Report): void {
  const exclusions = rulesOf(document, "exclude");
  for (const { clause, rule } of rulesOf(document, "except")) {
    report.enter(clause.id);
    const named = exclusions.find((each) => each.clause.id === rule.of);
    if (named !== undefined) {
      checkException(rule, named, CaseSearch.in(document), report);
    }
  }
}

function checkException(
  rule: ExceptRule,
  { clause, rule: exclusion }: Named,
  search: CaseSearch,
  report: Report,
): void {
  const spared = search.find([exclusion, rule]);
  const caught = search.find([exclusion, { ...rule, holds: false }]);
  if (spared === "none" && isCase(caught)) {
    const message =
      `The clause can never matter: "${clause.id}" catches nothing that it spares. ` +
      "Name another exclusion, or change its tests.";
    report.error("clause_dead", placeIn(rule, "when"), message, caught);
  } else if (caught === "none" && isCase(spared)) {
    const message = `It takes back all that "${clause.id}" excludes. Narrow its tests, or leave both out.`;
    report.error("exception_swallows", placeIn(rule, "when"), message, spared);
  }
}
