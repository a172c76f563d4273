import { type Clause, rulesOf, type TermsDocument } from "../document.ts";
import type { Report } from "../reading/report.ts";
import type { ExceptRule, ExcludeRule } from "../rules.ts";
import { factsIn } from "../tests.ts";
import { type Allowed, boxOf, meeting } from "./box.ts";

/** An exception takes back a part of the exclusion it names: not none of it, and not all. */
export function checkExceptions(document: TermsDocument, report: Report): void {
  const exclusions = rulesOf(document, "exclude");
  for (const { clause, rule } of rulesOf(document, "except")) {
    report.enter(clause.id);
    const named = exclusions.find((each) => each.clause.id === rule.of);
    if (named !== undefined) {
      checkException(rule, named, report);
    }
  }
}

function checkException(
  rule: ExceptRule,
  named: { readonly clause: Clause; readonly rule: ExcludeRule },
  report: Report,
): void {
  const excluded = boxOf(named.rule.when);
  const spared = boxOf(rule.when);
  if (meeting(excluded, spared) === undefined) {
    const message = `The clause can never matter: "${named.clause.id}" catches nothing that it spares.`;
    report.error("clause_dead", rule.place, message);
    return;
  }
  const facts = factsIn(rule.when);
  const [fact] = facts;
  const caught = fact === undefined ? undefined : excluded.get(fact);
  const limit = fact === undefined ? undefined : spared.get(fact);
  if (facts.length === 1 && caught !== undefined && limit !== undefined && isWithin(caught, limit)) {
    const message = `It takes back all that "${named.clause.id}" excludes.`;
    report.error("exception_swallows", rule.place, message, { [fact ?? ""]: [...caught.values][0] });
  }
}

/** Every value that the one lets through, the other does as well. */
const isWithin = (inner: Allowed, outer: Allowed): boolean =>
  !inner.but && [...inner.values].every((value) => outer.values.has(value) !== outer.but);
