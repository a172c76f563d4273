import { type Clause, ladder, type Route, rulesOf, type TermsDocument } from "../document.ts";
import { conditionsOf } from "../reading/links.ts";
import type { Report } from "../reading/report.ts";
import type { ExcludeRule, RequireRule } from "../rules.ts";
import { factsIn } from "../tests.ts";
import { type Allowed, type Box, boxOf, emptyFact, meeting } from "./box.ts";

/** Clauses that can never hold, that contradict each other, or that take back all that another gives. */
export function checkReach(document: TermsDocument, report: Report): void {
  for (const { id, rule } of document.clauses) {
    report.enter(id);
    for (const condition of rule === null ? [] : conditionsOf(rule)) {
      const fact = emptyFact(boxOf(condition));
      if (fact !== undefined && rule !== null) {
        report.error(
          "clause_dead",
          rule.place,
          `The clause can never matter: no value of ${fact} passes its tests.`,
        );
      }
    }
  }
  for (const route of ladder) {
    checkRoute(document, route, report);
  }
}

function checkRoute(document: TermsDocument, route: Route, report: Report): void {
  const required = rulesOf(document, "require").filter(
    ({ rule }) => rule.decision.includes("coverage") && rule.route.includes(route) && rule.for === undefined,
  );
  for (const [index, { clause, rule }] of required.entries()) {
    const other = required
      .slice(0, index)
      .find((each) => meeting(boxOf(each.rule.when), boxOf(rule.when)) === undefined);
    if (other !== undefined) {
      report.enter(clause.id);
      const message = `Nothing can satisfy both this clause and "${other.clause.id}" on the route ${route}.`;
      report.error("clauses_contradict", rule.place, message, { route });
    }
  }
  for (const { clause, rule } of rulesOf(document, "exclude")) {
    if (rule["applies-to"].includes(route)) {
      checkSwallowing(clause, rule, required, route, report);
    }
  }
}

/**
 * An exclusion that says nothing beyond values of one fact, and names all that a requirement lets through.
 */
function checkSwallowing(
  clause: Clause,
  rule: ExcludeRule,
  required: readonly { readonly clause: Clause; readonly rule: RequireRule }[],
  route: Route,
  report: Report,
): void {
  const excluded = boxOf(rule.when);
  const facts = factsIn(rule.when);
  const [fact] = facts;
  const [limit] = excluded.values();
  if (fact === undefined || facts.length !== 1 || limit === undefined || rule.causal === true) {
    return;
  }
  const swallowed = required.find((each) => isInside(boxOf(each.rule.when), fact, limit));
  if (swallowed !== undefined) {
    report.enter(clause.id);
    const message = `It takes back all that "${swallowed.clause.id}" covers on the route ${route}.`;
    report.error("exclusion_swallows", rule.place, message, { [fact]: [...limit.values][0] });
  }
}

function isInside(box: Box, fact: string, limit: Allowed): boolean {
  const allowed = box.get(fact);
  return (
    allowed !== undefined &&
    !allowed.but &&
    [...allowed.values].every((value) => limit.values.has(value) !== limit.but)
  );
}
