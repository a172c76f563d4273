import { type Clause, ladder, type Route, rulesOf, type TermsDocument } from "../document.ts";
import type { Facts } from "../facts.ts";
import { conditionsOf } from "../reading/links.ts";
import { placeIn } from "../reading/origins.ts";
import type { Report } from "../reading/report.ts";
import type { ExcludeRule, RequireRule, Rule } from "../rules.ts";
import { type Condition, factsIn, factTests } from "../tests.ts";
import { mayMeet } from "./box.ts";
import { CaseSearch, isCase } from "./caseSearch.ts";

/** Clauses that can never hold, that contradict each other, or that take back all that another gives. */
export function checkReach(document: TermsDocument, report: Report): void {
  const search = CaseSearch.in(document);
  for (const { id, rule } of document.clauses) {
    report.enter(id);
    for (const condition of rule === null ? [] : conditionsOf(rule)) {
      if (rule !== null) {
        checkSatisfiable(condition, rule, search, report);
      }
    }
  }
  for (const route of ladder) {
    checkRoute(document, route, report);
  }
}

/** Only where a fact is tested more than once can tests stand in each other's way. */
function checkSatisfiable(condition: Condition, rule: Rule, search: CaseSearch, report: Report): void {
  const tests = factTests(condition);
  const again = tests.find(({ fact }, index) =>
    tests.slice(0, index).some((before) => factsIn(before).includes(fact)),
  );
  if (again === undefined || search.find([{ when: condition, presume: rule.presume }]) !== "none") {
    return;
  }
  const message =
    `The clause can never matter: nothing passes its tests of ${again.fact} and all others. ` +
    "Leave one of the tests out, or join them with any.";
  report.error("clause_dead", again.place, message, failing(tests, rule, search));
}

/** A case that passes the first of some tests that can be passed. */
function failing(tests: readonly Condition[], { presume }: Rule, search: CaseSearch): Facts {
  const found = tests.map((when) => search.find([{ when, presume }])).find(isCase);
  return found ?? {};
}

interface Required {
  readonly clause: Clause;
  readonly rule: RequireRule;
}

function checkRoute(document: TermsDocument, route: Route, report: Report): void {
  const required = rulesOf(document, "require").filter(
    ({ rule }) => rule.decision.includes("coverage") && rule.route.includes(route) && rule.for === undefined,
  );
  const search = CaseSearch.in(document);
  for (const [index, { clause, rule }] of required.entries()) {
    const other = required
      .slice(0, index)
      .find((each) => !mayMeet(each.rule.when, rule.when) && search.find([each.rule, rule]) === "none");
    const witness = other && search.find([other.rule]);
    if (other !== undefined && witness !== undefined && isCase(witness)) {
      report.enter(clause.id);
      const message =
        `Nothing can satisfy both this clause and "${other.clause.id}" on the route ${route}. ` +
        "Let them meet, or give one of them a for.";
      report.error("clauses_contradict", placeIn(rule, "when"), message, witness);
    }
  }
  for (const { clause, rule } of rulesOf(document, "exclude")) {
    if (rule["applies-to"].includes(route)) {
      checkSwallowing({ clause, rule }, required, { document, route }, report);
    }
  }
}

/** An exclusion of one fact that catches all that a requirement on that fact lets through. */
function checkSwallowing(
  { clause, rule }: { readonly clause: Clause; readonly rule: ExcludeRule },
  required: readonly Required[],
  { document, route }: { readonly document: TermsDocument; readonly route: Route },
  report: Report,
): void {
  const facts = factsIn(rule.when);
  const [fact = ""] = facts;
  const isSpared = rulesOf(document, "except").some((each) => each.rule.of === clause.id);
  if (facts.length !== 1 || rule.causal === true || isSpared) {
    return;
  }
  const search = CaseSearch.in(document);
  for (const each of required.filter((other) => factsIn(other.rule.when).includes(fact))) {
    const witness = search.find([each.rule, rule]);
    if (isCase(witness) && search.find([each.rule, { ...rule, holds: false }]) === "none") {
      report.enter(clause.id);
      const message =
        `It takes back all that "${each.clause.id}" covers on the route ${route}. ` +
        "Narrow its tests, or leave that requirement out.";
      report.error("exclusion_swallows", placeIn(rule, "when"), message, witness);
      return;
    }
  }
}
