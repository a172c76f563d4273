import { type Route, rulesOf, type TermsDocument } from "../document.ts";
import type { Report } from "../reading/report.ts";
import type { Condition } from "../tests.ts";

const first = { line: 1, column: 1 };

/** Every case of cover must find a way, and every clause about a way must find that way. */
export function checkRoutes(document: TermsDocument, report: Report): void {
  const routes = rulesOf(document, "route");
  const coverage = [
    ...rulesOf(document, "require").filter(({ rule }) => rule.decision.includes("coverage")),
    ...rulesOf(document, "exclude"),
    ...rulesOf(document, "benefit"),
  ];
  if (routes.length === 0 && coverage.length > 0) {
    const place = coverage[0]?.clause.place ?? first;
    report.error("route_hole", place, "No clause of kind route says which way a case goes.", {});
  } else if (routes.length > 0 && !routes.some(({ rule }) => isForAll(rule.when))) {
    const last = routes.at(-1)?.clause;
    report.enter(last?.id);
    const message = "No route is for every case: one must say when: otherwise.";
    report.error("route_hole", last?.place ?? first, message, {
      "incident.cause": "any that no route names",
    });
  }
  const known = new Set(routes.map(({ rule }) => rule.route));
  reportRouteless(document, known, report);
}

const isForAll = (when: Condition | null): boolean =>
  when === null || (when.kind === "all" && when.of.length === 0);

function reportRouteless(document: TermsDocument, known: ReadonlySet<Route>, report: Report): void {
  for (const { id, rule, place } of document.clauses) {
    report.enter(id);
    const named: readonly Route[] = rule?.kind === "exclude" ? rule["applies-to"] : coverageRoutes(rule);
    if (named.length > 0 && known.size > 0 && !named.some((route) => known.has(route))) {
      const message = `The clause can never matter: no route leads to ${named.join(" or ")}.`;
      report.error("clause_dead", rule?.place ?? place, message);
    }
  }
}

function coverageRoutes(rule: TermsDocument["clauses"][number]["rule"]): readonly Route[] {
  if (rule?.kind === "require") {
    return rule.decision.includes("coverage") ? rule.route : [];
  }
  return rule?.kind === "benefit" || rule?.kind === "return" ? rule.route : [];
}
