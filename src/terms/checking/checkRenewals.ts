import { rulesOf, type TermsDocument } from "../document.ts";
import { placeIn } from "../reading/origins.ts";
import type { Report } from "../reading/report.ts";
import { isReference, type RenewalRule } from "../rules.ts";
import { Tables } from "../tables.ts";
import { type Duration, parseDuration, printDuration } from "../time/duration.ts";
import { boxOf } from "./box.ts";
import { CaseSearch, caseWith, isCase } from "./caseSearch.ts";

/** A renewal that its own cap forbids can never be had. */
export function checkRenewals(document: TermsDocument, report: Report): void {
  const tables = new Tables(document.clauses);
  for (const { clause, rule } of rulesOf(document, "renewal")) {
    report.enter(clause.id);
    checkCap(rule, document, tables, report);
  }
}

/** The renewed plan and the shortest it can follow last longer than the cap. */
function checkCap(rule: RenewalRule, document: TermsDocument, tables: Tables, report: Report): void {
  const periods = rulesOf(document, "period");
  if (rule.cap === undefined || periods.length === 0) {
    return;
  }
  // Where several clauses could give the length, the shortest.
  const monthsOf = (product: string): number => {
    const found = periods.flatMap(({ rule: { length } }) =>
      isReference(length)
        ? (parseDuration(tables.cell("product", product, length.column)?.text ?? "") ?? [])
        : [length],
    );
    return found.length === 0 ? 0 : Math.min(...found.map(days)) / 30;
  };
  const before = boxOf(rule.when).get("plan.product");
  const shortest =
    before === undefined || before.but
      ? 0
      : Math.min(...[...before.values].map((name) => monthsOf(String(name))));
  if (shortest + monthsOf(rule.to) > days(rule.cap) / 30 + slackMonths) {
    const message =
      `With ${rule.to} all are longer than ${printDuration(rule.cap)}, so nobody can have it. ` +
      "Make cap longer, or name a shorter plan.";
    const found = CaseSearch.in(document).find([rule]);
    const witness = caseWith(isCase(found) ? found : {}, ["device.monthsCovered", Math.round(shortest)]);
    report.error("clause_dead", placeIn(rule, "cap"), message, witness);
  }
}

/** By so much can days and months that say the same differ here. */
const slackMonths = 0.5;

/** Near enough to compare: months of thirty days, years of twelve months. */
const days = ({ amount, unit }: Duration): number =>
  amount * (dayCounts[unit as keyof typeof dayCounts] ?? 1);
const dayCounts = { hours: 1 / 24, days: 1, weeks: 7, months: 30, years: 360 };
