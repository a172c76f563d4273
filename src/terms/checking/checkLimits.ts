import { type Clause, rulesOf, type TermsDocument } from "../document.ts";
import type { Facts } from "../facts.ts";
import { placeIn } from "../reading/origins.ts";
import type { Report } from "../reading/report.ts";
import { type BenefitRule, isReference } from "../rules.ts";
import { Tables } from "../tables.ts";
import { caseWith } from "./caseSearch.ts";

interface Found {
  readonly clause: Clause;
  readonly rule: BenefitRule;
}

/**
 * A part of a benefit is no larger than the whole, and a benefit that stands in the way of a route is one
 * a route uses.
 */
export function checkLimits(document: TermsDocument, report: Report): void {
  const benefits = rulesOf(document, "benefit");
  const tables = new Tables(document.clauses);
  const used = usedBenefits(document, benefits);
  for (const found of benefits) {
    report.enter(found.clause.id);
    const whole = benefits.find(({ rule }) => rule.benefit === found.rule["sub-limit-of"]);
    if (whole !== undefined) {
      checkPart(found, whole, tables, report);
    }
    if (found.rule.route.length > 0 && !used.has(found.rule.benefit)) {
      const { benefit } = found.rule;
      const message = `No route uses "${benefit}". Write uses: ${benefit} in one, or route: none here.`;
      const witness = caseWith({}, ["plan.uses", [{ benefit }]]);
      report.error("benefit_idle", placeIn(found.rule, "benefit"), message, witness);
    }
  }
}

/** What a route uses, and what that is a part of. */
function usedBenefits(document: TermsDocument, benefits: readonly Found[]): ReadonlySet<string> {
  const used = new Set(rulesOf(document, "route").flatMap(({ rule }) => rule.uses ?? []));
  for (const name of used) {
    const whole = benefits.find(({ rule }) => rule.benefit === name)?.rule["sub-limit-of"];
    if (whole !== undefined) {
      used.add(whole);
    }
  }
  return used;
}

function checkPart(part: Found, whole: Found, tables: Tables, report: Report): void {
  const products = tables.names("product");
  for (const product of products.length > 0 ? products : [undefined]) {
    const some = countFor(part.rule, product, tables);
    const all = countFor(whole.rule, product, tables);
    if (some > all) {
      const { benefit, grants } = part.rule;
      const many = Number.isFinite(some) ? some : "any number";
      const message =
        `It grants ${many} of "${benefit}", a part of "${whole.rule.benefit}" with only ${all}. ` +
        "Grant no more of the part than of the whole.";
      const cell = isReference(grants) ? tables.cell("product", product ?? "", grants.column) : undefined;
      report.error(
        "sub_limit_above",
        cell?.place ?? placeIn(part.rule, "grants"),
        message,
        caseOf(product, benefit, all),
      );
      return;
    }
  }
}

/** As many uses of the part as there are of the whole: the next is refused, though the part has one left. */
function caseOf(product: string | undefined, benefit: string, count: number): Facts {
  const uses = Array.from({ length: Math.min(count, mostShown) }, () => ({ benefit }));
  return caseWith(product === undefined ? {} : caseWith({}, ["plan.product", product]), ["plan.uses", uses]);
}

const mostShown = 20;

/** Without a limit, or without a row: as many as you like, and none. */
function countFor({ grants }: BenefitRule, product: string | undefined, tables: Tables): number {
  if (!isReference(grants)) {
    return typeof grants === "number" ? grants : Number.POSITIVE_INFINITY;
  }
  return Number(tables.cell("product", product ?? "", grants.column)?.text) || 0;
}
