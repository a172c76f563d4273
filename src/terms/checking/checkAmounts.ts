import { rulesOf, type TermsDocument } from "../document.ts";
import { placeIn } from "../reading/origins.ts";
import type { Report } from "../reading/report.ts";
import type { Rule } from "../rules.ts";
import { isWrittenMoney, type WrittenMoney } from "../shares.ts";
import { CaseSearch, caseWith, isCase } from "./caseSearch.ts";

/** An amount in a currency that no region of the document uses is met by nobody. */
export function checkAmounts(document: TermsDocument, report: Report): void {
  const currencies = new Set([...document.front.regions.values()].flatMap((region) => region.currencies));
  for (const { id, rule } of document.clauses) {
    report.enter(id);
    for (const [field, { currency }] of rule === null || currencies.size === 0 ? [] : amountsIn(rule)) {
      if (!currencies.has(currency) && rule !== null) {
        const used = [...currencies].join(", ");
        const message = `No region of these terms uses ${currency}. Write one of ${used}.`;
        const witness = caseWith({}, ["claim.currency", currency]);
        report.error("currency_stranger", placeIn(rule, field), message, witness);
      }
    }
  }
  checkHolds(document, report);
}

/** The amounts written into a rule, each with the field it stands in. */
function amountsIn(rule: Rule): readonly (readonly [string, WrittenMoney])[] {
  return Object.entries(rule as unknown as Record<string, unknown>).flatMap(([field, value]) => {
    const parts = isWrittenMoney(value) ? [value] : (value as { readonly of?: unknown } | null)?.of;
    const amounts: readonly unknown[] = Array.isArray(parts) ? parts : [];
    return amounts.filter((part) => isWrittenMoney(part)).map((amount) => [field, amount] as const);
  });
}

/**
 * A hold that is captured when something is late needs a clause that says when it is; and what a `return`
 * captures needs a deposit to capture it from.
 */
function checkHolds(document: TermsDocument, report: Report): void {
  const returns = rulesOf(document, "return");
  for (const { clause, rule } of rulesOf(document, "hold")) {
    report.enter(clause.id);
    if (rule["capture-when"].includes("late") && !returns.some((each) => each.rule.within !== undefined)) {
      const message =
        "It is captured when the return is late, and no clause of kind return says until when. " +
        "Give one within and of, or leave late out.";
      const witness = caseWith({}, ["claim.returnedAt", "never"]);
      report.error("hold_endless", placeIn(rule, "capture-when", "late"), message, witness);
    }
  }
  if (rulesOf(document, "hold").length === 0) {
    checkCaptures(document, report);
  }
}

/** What may be the matter with a return, by the field that says what follows, and a case in which it is. */
const matters: readonly (readonly ["late" | "mismatch" | "foreign" | "partial", ...Told[]])[] = [
  ["late", ["claim.returnedAt", "never"]],
  ["mismatch", ["claim.returnedSerial", "another"], ["device.serial", "one"]],
  ["foreign", ["claim.returnedForeign", true]],
  ["partial", ["claim.returnedParts", []]],
];
type Told = readonly [string, unknown];

/** Written out only: what follows by default captures nothing where nothing was left. */
function checkCaptures(document: TermsDocument, report: Report): void {
  for (const { clause, rule } of rulesOf(document, "return")) {
    for (const [field, ...told] of matters.filter(([name]) => rule[name] === "capture")) {
      const found = CaseSearch.in(document).find([rule]);
      const message =
        "It captures a deposit, and no clause of kind hold says that there is one. " +
        `Add a hold with its amount, or write ${field}: review.`;
      report.enter(clause.id);
      const witness = caseWith(isCase(found) ? found : {}, ...told);
      report.error("capture_without_hold", placeIn(rule, field), message, witness);
    }
  }
}
