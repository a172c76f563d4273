import { rulesOf, type TermsDocument } from "../document.ts";
import type { Report } from "../reading/report.ts";
import { isReference, type RenewalRule } from "../rules.ts";
import { Tables } from "../tables.ts";
import { type Duration, parseDuration, printDuration } from "../time/duration.ts";
import { boxOf } from "./box.ts";

/** A renewal that its own cap forbids can never be had, and a reminder comes before its own end. */
export function checkRenewals(document: TermsDocument, report: Report): void {
  const tables = new Tables(document.clauses);
  for (const { clause, rule } of rulesOf(document, "renewal")) {
    report.enter(clause.id);
    checkCap(rule, document, tables, report);
    const from = rule["remind-from"];
    const until = rule["remind-until"];
    if (from !== undefined && until !== undefined && days(from) <= days(until)) {
      const times = `${printDuration(from)} before the end and stops ${printDuration(until)} before it`;
      const message = `The reminder begins ${times}: it is never due.`;
      report.error("window_empty", rule.place, message, { "plan.endsAt": "any" });
    }
  }
}

/** The renewed plan and the shortest it can follow last longer than the cap. */
function checkCap(rule: RenewalRule, document: TermsDocument, tables: Tables, report: Report): void {
  const [period] = rulesOf(document, "period");
  const length = period?.rule.length;
  if (rule.cap === undefined || length === undefined) {
    return;
  }
  const monthsOf = (product: string): number => {
    const found = isReference(length)
      ? parseDuration(tables.cell("product", product, length.column)?.text ?? "")
      : length;
    return found === undefined ? 0 : days(found) / 30;
  };
  const before = boxOf(rule.when).get("plan.product");
  const shortest =
    before === undefined || before.but
      ? 0
      : Math.min(...[...before.values].map((name) => monthsOf(String(name))));
  if (shortest + monthsOf(rule.to) > days(rule.cap) / 30) {
    const message = `With ${rule.to} all are longer than ${printDuration(rule.cap)}: nobody can have it.`;
    report.error("clause_dead", rule.place, message, { "device.monthsCovered": shortest });
  }
}

/** Near enough to compare: months of thirty days, years of twelve months. */
const days = ({ amount, unit }: Duration): number =>
  amount * (dayCounts[unit as keyof typeof dayCounts] ?? 1);
const dayCounts = { hours: 1 / 24, days: 1, weeks: 7, months: 30, years: 360 };
