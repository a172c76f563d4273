import { rulesOf, type TermsDocument } from "../document.ts";
import type { Report } from "../reading/report.ts";
import type { Rule } from "../rules.ts";
import { isWrittenMoney, type WrittenMoney } from "../shares.ts";

/** An amount in a currency that no region of the document uses is met by nobody. */
export function checkAmounts(document: TermsDocument, report: Report): void {
  const currencies = new Set([...document.front.regions.values()].flatMap((region) => region.currencies));
  for (const { id, rule } of document.clauses) {
    report.enter(id);
    for (const { currency } of rule === null || currencies.size === 0 ? [] : amountsIn(rule)) {
      if (!currencies.has(currency) && rule !== null) {
        const message = `No region of these terms uses ${currency}.`;
        report.error("currency_stranger", rule.place, message, { currency });
      }
    }
  }
  checkHolds(document, report);
}

/** The amounts written into a rule, wherever they stand. */
function amountsIn(rule: Rule): readonly WrittenMoney[] {
  const values = Object.values(rule as unknown as Record<string, unknown>);
  return values.flatMap((value) => {
    if (isWrittenMoney(value)) {
      return [value];
    }
    const parts = (value as { readonly of?: unknown } | null)?.of;
    return Array.isArray(parts) ? parts.filter((part) => isWrittenMoney(part)) : [];
  });
}

/** A hold that is captured when something is late needs a clause that says when it is. */
function checkHolds(document: TermsDocument, report: Report): void {
  const returns = rulesOf(document, "return");
  for (const { clause, rule } of rulesOf(document, "hold")) {
    report.enter(clause.id);
    if (rule["capture-when"].includes("late") && !returns.some((each) => each.rule.within !== undefined)) {
      const message = "It is captured when the return is late, and no clause of kind return says until when.";
      report.error("hold_endless", rule.place, message, { "claim.returnedAt": "never" });
    }
  }
}
