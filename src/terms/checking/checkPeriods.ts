import { type Clause, rulesOf, type TermsDocument } from "../document.ts";
import type { Report } from "../reading/report.ts";
import { isReference, type PeriodRule } from "../rules.ts";
import { Tables } from "../tables.ts";
import { boxOf, meeting } from "./box.ts";

interface Found {
  readonly clause: Clause;
  readonly rule: PeriodRule;
}

/**
 * A plan has one period and no other: two clauses never speak of the same plan, and each product has a
 * length.
 */
export function checkPeriods(document: TermsDocument, report: Report): void {
  const periods = rulesOf(document, "period");
  for (const [index, period] of periods.entries()) {
    report.enter(period.clause.id);
    for (const other of periods.slice(0, index)) {
      const witness = meeting(boxOf(period.rule.when), boxOf(other.rule.when));
      if (witness !== undefined) {
        const message = `"${other.clause.id}" gives the same plan a period as well: no plan has two.`;
        report.error("periods_overlap", period.rule.place, message, witness);
      }
    }
  }
  checkLengths(periods, new Tables(document.clauses), report);
}

function checkLengths(periods: readonly Found[], tables: Tables, report: Report): void {
  if (!periods.every(({ rule }) => isReference(rule.length))) {
    return;
  }
  for (const product of periods.length === 0 ? [] : tables.names("product")) {
    const [last] = periods.slice(-1);
    const isGiven = periods.some(
      ({ rule }) =>
        isReference(rule.length) && hasLength(tables.cell("product", product, rule.length.column)),
    );
    if (!isGiven && last !== undefined) {
      report.enter(last.clause.id);
      report.error("period_missing", last.rule.place, `The plan ${product} has no length.`, {
        "plan.product": product,
      });
    }
  }
}

const hasLength = (cell: { readonly text: string } | undefined): boolean =>
  cell !== undefined && cell.text !== "none";
