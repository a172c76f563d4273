import { type Route, rulesOf, type TermsDocument } from "../document.ts";
import { placeIn } from "../reading/origins.ts";
import type { Report } from "../reading/report.ts";
import type { RouteRule, Rule } from "../rules.ts";
import type { Condition } from "../tests.ts";
import { CaseSearch, caseWith, isCase } from "./caseSearch.ts";
import type { Claim } from "./claims.ts";

const first = { line: 1, column: 1 };

/** Every case of cover must find a way, and every clause about a way must find that way. */
export function checkRoutes(document: TermsDocument, report: Report): void {
  const routes = rulesOf(document, "route");
  const coverage = [
    ...rulesOf(document, "require").filter(({ rule }) => rule.decision.includes("coverage")),
    ...rulesOf(document, "exclude"),
    ...rulesOf(document, "benefit"),
  ];
  const [clause] = coverage;
  if (routes.length === 0 && clause !== undefined) {
    const message = "No clause says which way a case goes. Add one with kind: route and when: otherwise.";
    report.enter(clause.clause.id);
    report.error(
      "route_hole",
      clause.clause.place ?? first,
      message,
      caseWith({}, ["incident.cause", "drop"]),
    );
  } else if (routes.length > 0) {
    checkHole(document, report);
  }
  const known = new Set(routes.map(({ rule }) => rule.route));
  reportRouteless(document, known, report);
}

/** A case that no way is meant for. */
function checkHole(document: TermsDocument, report: Report): void {
  const ways = [...rulesOf(document, "route"), ...rulesOf(document, "statute")];
  if (ways.some(({ rule }) => isForAll(rule))) {
    return;
  }
  const witness = CaseSearch.in(document).find(ways.map(({ rule }) => shutTo(rule)));
  const last = rulesOf(document, "route").at(-1);
  if (isCase(witness) && last !== undefined) {
    report.enter(last.clause.id);
    const message = "There are cases that no route is for. Add a route with when: otherwise.";
    report.error("route_hole", placeIn(last.rule, "when"), message, witness);
  }
}

/** That a case is none of those a way is for; a channel it is served by is part of what it is for. */
function shutTo(rule: Extract<Rule, { kind: "route" | "statute" }>): Claim {
  const { when, presume } = rule;
  const channel = rule.kind === "route" ? rule.channel : undefined;
  if (channel === undefined) {
    return { when, presume, holds: false };
  }
  const is = { test: "one-of", values: channel } as const;
  const served: Condition = { kind: "fact", fact: "claim.channel", is, place: rule.place };
  return { when: { kind: "all", of: when === null ? [served] : [when, served] }, presume, holds: false };
}

const isForAll = (rule: Pick<RouteRule, "when"> & { readonly channel?: readonly string[] }): boolean =>
  rule.channel === undefined &&
  (rule.when === null || (rule.when.kind === "all" && rule.when.of.length === 0));

function reportRouteless(document: TermsDocument, known: ReadonlySet<Route>, report: Report): void {
  for (const { id, rule } of document.clauses) {
    report.enter(id);
    const [named, field] = routesOf(rule);
    if (rule !== null && named.length > 0 && known.size > 0 && !named.some((route) => known.has(route))) {
      const message =
        `The clause can never matter: no route leads to ${named.join(" or ")}. ` +
        `Name one of ${[...known].join(", ")}, or add such a route.`;
      const caught = CaseSearch.in(document).find([rule]);
      report.error("clause_dead", placeIn(rule, field), message, isCase(caught) ? caught : undefined);
    }
  }
}

/** The routes of cover a clause is about, and the field that names them. */
function routesOf(rule: Rule | null): readonly [readonly Route[], string] {
  if (rule?.kind === "exclude") {
    return [rule["applies-to"], "applies-to"];
  }
  if (rule?.kind === "require") {
    return [rule.decision.includes("coverage") ? rule.route : [], "route"];
  }
  return [rule?.kind === "benefit" || rule?.kind === "return" ? rule.route : [], "route"];
}
