import { type Clause, rulesOf, type TermsDocument } from "../document.ts";
import type { Facts } from "../facts.ts";
import { placeIn } from "../reading/origins.ts";
import type { Report } from "../reading/report.ts";
import { isReference, type PeriodRule } from "../rules.ts";
import { Tables } from "../tables.ts";
import { mayMeet } from "./box.ts";
import { CaseSearch, caseWith, isCase } from "./caseSearch.ts";

interface Found {
  readonly clause: Clause;
  readonly rule: PeriodRule;
}

/** Products looked at for two clauses; a list of thousands says nothing that its first hundred do not. */
const mostProducts = 100;

/**
 * A plan has one period and no other: two clauses never speak of the same plan, and each product has a
 * length.
 */
export function checkPeriods(document: TermsDocument, report: Report): void {
  const periods = rulesOf(document, "period");
  const tables = new Tables(document.clauses);
  for (const [index, period] of periods.entries()) {
    report.enter(period.clause.id);
    for (const other of periods.slice(0, index)) {
      const witness = planOfBoth(period, other, tables, document);
      if (witness !== undefined) {
        const message =
          `"${other.clause.id}" gives the same plan a period as well, and no plan has two. ` +
          "Give one of them a when that leaves the other's plans out.";
        report.error("periods_overlap", placeIn(period.rule, "when"), message, witness);
      }
    }
  }
  checkLengths(periods, tables, report);
}

/** A plan to which both clauses give a length. */
function planOfBoth(a: Found, b: Found, tables: Tables, document: TermsDocument): Facts | undefined {
  if (!mayMeet(a.rule.when, b.rule.when)) {
    return undefined;
  }
  const search = CaseSearch.in(document);
  const products = tables.names("product").slice(0, mostProducts);
  for (const product of products.length > 0 ? products : [undefined]) {
    if (gives(a.rule, product, tables) && gives(b.rule, product, tables)) {
      const found = search.find(
        [a.rule, b.rule],
        product === undefined ? {} : caseWith({}, ["plan.product", product]),
      );
      if (isCase(found)) {
        return found;
      }
    }
  }
  return undefined;
}

const gives = ({ length }: PeriodRule, product: string | undefined, tables: Tables): boolean =>
  !isReference(length) || hasLength(tables.cell("product", product ?? "", length.column));

function checkLengths(periods: readonly Found[], tables: Tables, report: Report): void {
  const [last] = periods.slice(-1);
  if (last === undefined || !periods.every(({ rule }) => isReference(rule.length))) {
    return;
  }
  for (const product of tables.names("product")) {
    if (!periods.some(({ rule }) => gives(rule, product, tables))) {
      const { length } = last.rule;
      const cell = isReference(length) ? tables.cell("product", product, length.column) : undefined;
      const message = `The plan ${product} has no length. Write one in its row.`;
      report.enter(last.clause.id);
      report.error(
        "period_missing",
        cell?.place ?? placeIn(last.rule, "length"),
        message,
        caseWith({}, ["plan.product", product]),
      );
    }
  }
}

const hasLength = (cell: { readonly text: string } | undefined): boolean =>
  cell !== undefined && cell.text !== "none";
