import { isEditionColumn } from "../compiling/feeRows.ts";
import { withParents } from "../compiling/partners.ts";
import { type Clause, type Decision, rulesOf, type TermsDocument } from "../document.ts";
import { type BenefitRule, type FeeRule, isReference, type RenewalRule, type RouteRule } from "../rules.ts";
import { type Condition, factTests } from "../tests.ts";
import { extentOf } from "../time/duration.ts";
import type { Report } from "./report.ts";
import { isUseColumn } from "./tables.ts";

/** What benefits, fees and ways say of one another; `conditions` are all those of the clause. */
export function checkLimits(
  { id, rule }: Clause,
  conditions: readonly Condition[],
  document: TermsDocument,
  report: Report,
): void {
  if (rule === null) {
    return;
  }
  if (rule.kind === "benefit") {
    checkNames(rule, document, report);
    checkMeasure(rule, report);
  } else if (rule.kind === "fee") {
    checkFee(rule, id, document, report);
  } else if (rule.kind === "route") {
    checkDeducts(rule, document, report);
  } else if (rule.kind === "renewal") {
    checkReminder(rule, report);
  }
  checkSignals(rule, conditions, report);
}

const namesIn = (document: TermsDocument): readonly string[] =>
  rulesOf(document, "benefit").map(({ rule }) => rule.benefit);

function checkNames(rule: BenefitRule, document: TermsDocument, report: Report): void {
  const { benefit, "sub-limit-of": whole, "either-or": others = [], place } = rule;
  for (const name of [...(whole === undefined ? [] : [whole]), ...others]) {
    if (!namesIn(document).includes(name)) {
      report.error("benefit_unknown", place, `No clause of kind benefit grants "${name}".`);
    } else if (name === benefit) {
      report.error("benefit_circular", place, `"${name}" cannot be named by itself.`);
    }
  }
  const above = whole === undefined || whole === benefit ? [] : withParents(whole, document);
  if (above.includes(benefit)) {
    report.error("benefit_circular", place, `"${benefit}" would be a part of itself: ${above.join(", ")}.`);
  }
}

/** A count is counted, an amount has a balance, and only contract years leave something over. */
function checkMeasure(rule: BenefitRule, report: Report): void {
  const { grants, balance, carry, per, place } = rule;
  const isAmount = typeof grants === "object" && !isReference(grants);
  if (isAmount && balance === undefined) {
    report.error(
      "balance_missing",
      place,
      "An amount needs a balance: the fact that says what is left of it.",
    );
  } else if (typeof grants === "number" && balance !== undefined) {
    report.error("balance_unfit", place, "A number of uses has no balance: grant an amount or unlimited.");
  }
  if (carry === "next" && per.per !== "contract-year") {
    report.error(
      "carry_unfit",
      place,
      "Only what a contract year leaves over can be carried: per: contract-year.",
    );
  }
}

function checkDeducts({ uses, deducts, place }: RouteRule, document: TermsDocument, report: Report): void {
  const used = rulesOf(document, "benefit").filter(({ rule }) => rule.benefit === uses);
  const isBalance = used.some(({ rule }) => rule.balance !== undefined);
  if (deducts !== undefined && !isBalance) {
    report.error("deducts_unfit", place, "Nothing can be deducted: the way uses no benefit with a balance.");
  } else if (deducts === undefined && isBalance) {
    report.error("deducts_missing", place, `"${uses}" is an amount: say what a use takes of it, deducts.`);
  }
}

function checkFee(rule: FeeRule, id: string, document: TermsDocument, report: Report): void {
  const { place } = rule;
  const tables = document.clauses.find((clause) => clause.id === (rule.table ?? id))?.tables ?? [];
  const columns = tables.flatMap((table) => table.columns.map(({ name }) => name));
  const hasTable = columns.some(isUseColumn);
  if (rule.share !== undefined && (rule.table !== undefined || hasTable)) {
    report.error("fee_twice", place, "A fee is a share or stands in a table, not both.");
  } else if (rule.share === undefined && (rule["at-least"] ?? rule["at-most"]) !== undefined) {
    report.error("share_missing", place, "at-least and at-most are limits of a share, and there is none.");
  }
  const { "at-least": least, "at-most": most } = rule;
  if (least && most && (least.currency !== most.currency || least.amount > most.amount)) {
    report.error("limits_contradict", place, "at-least is more than at-most, or in another currency.");
  }
  if (hasTable && columns.some(isEditionColumn) && rule["picks-by"] === undefined) {
    report.error("picks_by_missing", place, "A table with editions needs picks-by: the date that picks one.");
  }
  const isCounted = columns.some((name) => isUseColumn(name) && name !== "each");
  if (isCounted && namesIn(document).length > 0 && !namesIn(document).includes(rule.benefit)) {
    report.error(
      "benefit_unknown",
      place,
      `No clause of kind benefit grants "${rule.benefit}", so its uses are never counted.`,
    );
  }
}

function checkReminder(rule: RenewalRule, report: Report): void {
  const { "remind-from": from, "remind-until": until, place } = rule;
  if (until !== undefined && from === undefined) {
    report.error("field_missing", place, `"remind-until" needs "remind-from".`);
  } else if (until && from && extentOf(from)[1] < extentOf(until)[0]) {
    report.error("window_empty", place, "The reminder would be due after its last day.");
  }
}

/** Decisions that can ask for something and go on from there; elsewhere what is not shown refuses. */
const canWait: readonly Decision[] = ["coverage", "return"];

/** A signal sends a case to a person, or asks for evidence; it decides nothing. */
function checkSignals(
  rule: NonNullable<Clause["rule"]>,
  conditions: readonly Condition[],
  report: Report,
): void {
  const isReview = rule.kind === "require" && rule.curable === "review";
  const isAsked = rule.kind === "evidence" && rule.decision.every((each) => canWait.includes(each));
  if (rule.kind === "note" || isReview || isAsked) {
    return;
  }
  const found = conditions.flatMap(factTests).find(({ fact }) => fact === "signals");
  if (found !== undefined) {
    report.error(
      "signal_refuses",
      found.place,
      "Signals refuse nothing: test them in a require with curable: review, or in a note.",
    );
  }
}
