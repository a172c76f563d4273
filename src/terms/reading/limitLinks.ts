import { isEditionColumn } from "../compiling/feeRows.ts";
import { withParents } from "../compiling/partners.ts";
import { type Clause, type Decision, rulesOf, type TermsDocument } from "../document.ts";
import { type BenefitRule, type FeeRule, isReference, type RenewalRule, type RouteRule } from "../rules.ts";
import { type Condition, factTests } from "../tests.ts";
import { extentOf } from "../time/duration.ts";
import { noBenefit } from "./noSuchName.ts";
import { keyPlaceIn, placeIn } from "./origins.ts";
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
  const { benefit, "sub-limit-of": whole, "either-or": others = [] } = rule;
  for (const name of [...(whole === undefined ? [] : [whole]), ...others]) {
    const place = name === whole ? placeIn(rule, "sub-limit-of") : placeIn(rule, "either-or", name);
    if (!namesIn(document).includes(name)) {
      report.error("benefit_unknown", place, noBenefit(name, namesIn(document)));
    } else if (name === benefit) {
      report.error("benefit_circular", place, `"${name}" cannot be named by itself. Name another benefit.`);
    }
  }
  const above = whole === undefined || whole === benefit ? [] : withParents(whole, document);
  if (above.includes(benefit)) {
    const message = `"${benefit}" would be a part of itself, by way of ${above.join(", ")}.`;
    report.error("benefit_circular", placeIn(rule, "sub-limit-of"), `${message} Leave one of these out.`);
  }
}

/** A count is counted, an amount has a balance, and only contract years leave something over. */
function checkMeasure(rule: BenefitRule, report: Report): void {
  const { grants, balance, carry, per } = rule;
  const isAmount = typeof grants === "object" && !isReference(grants);
  if (isAmount && balance === undefined) {
    report.error(
      "balance_missing",
      placeIn(rule, "grants"),
      "An amount needs the fact that says what is left of it. Add balance: plan.balance.",
    );
  } else if (typeof grants === "number" && balance !== undefined) {
    const message = "A number of uses has no balance. Grant an amount or unlimited, or leave balance out.";
    report.error("balance_unfit", placeIn(rule, "balance"), message);
  }
  if (carry === "next" && per.per !== "contract-year") {
    report.error(
      "carry_unfit",
      placeIn(rule, "carry"),
      "Only what a contract year leaves over can be carried. Write per: contract-year, or carry: none.",
    );
  }
}

function checkDeducts(rule: RouteRule, document: TermsDocument, report: Report): void {
  const { uses, deducts } = rule;
  const used = rulesOf(document, "benefit").filter(({ rule }) => rule.benefit === uses);
  const isBalance = used.some(({ rule }) => rule.balance !== undefined);
  if (deducts !== undefined && !isBalance) {
    const message =
      "The way uses no benefit with a balance. Leave deducts out, or use one that has a balance.";
    report.error("deducts_unfit", placeIn(rule, "deducts"), message);
  } else if (deducts === undefined && isBalance) {
    const message = `"${uses}" is an amount, and nothing says what a use takes of it. Add deducts.`;
    report.error("deducts_missing", placeIn(rule, "uses"), message);
  }
}

function checkFee(rule: FeeRule, id: string, document: TermsDocument, report: Report): void {
  const tables = document.clauses.find((clause) => clause.id === (rule.table ?? id))?.tables ?? [];
  const columns = tables.flatMap((table) => table.columns.map(({ name }) => name));
  const hasTable = columns.some(isUseColumn);
  if (rule.share !== undefined && (rule.table !== undefined || hasTable)) {
    const message = "A fee is a share or stands in a table, not both. Leave one of them out.";
    report.error("fee_twice", placeIn(rule, "share"), message);
  } else if (rule.share === undefined && (rule["at-least"] ?? rule["at-most"]) !== undefined) {
    const limit = rule["at-least"] === undefined ? "at-most" : "at-least";
    const message = `The field ${limit} limits a share, and there is none. Add share, or leave it out.`;
    report.error("share_missing", keyPlaceIn(rule, limit), message);
  }
  const { "at-least": least, "at-most": most } = rule;
  if (least && most && (least.currency !== most.currency || least.amount > most.amount)) {
    const message =
      "What it is at least is more than it is at most, or in another currency. Write one below.";
    report.error("limits_contradict", placeIn(rule, "at-least"), message);
  }
  if (hasTable && columns.some(isEditionColumn) && rule["picks-by"] === undefined) {
    const message =
      "Nothing says which date picks an edition of the table. Add picks-by: claim.at, or another.";
    report.error("picks_by_missing", placeIn(rule), message);
  }
  const isCounted = columns.some((name) => isUseColumn(name) && name !== "each");
  if (isCounted && namesIn(document).length > 0 && !namesIn(document).includes(rule.benefit)) {
    report.error(
      "benefit_unknown",
      placeIn(rule, "benefit"),
      `Uses of "${rule.benefit}" are never counted. ${noBenefit(rule.benefit, namesIn(document))}`,
    );
  }
}

function checkReminder(rule: RenewalRule, report: Report): void {
  const { "remind-from": from, "remind-until": until } = rule;
  if (until !== undefined && from === undefined) {
    const message = "A last day of the reminder needs a first. Add remind-from.";
    report.error("field_missing", keyPlaceIn(rule, "remind-until"), message);
  } else if (until && from && extentOf(from)[1] < extentOf(until)[0]) {
    const message =
      "The reminder would be due after its last day. Make remind-from longer than remind-until.";
    report.error("window_empty", placeIn(rule, "remind-from"), message, {
      plan: { endsAt: "2027-01-10T23:00:00Z" },
    });
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
      "Signals refuse nothing by themselves. Test them in a require with curable: review, or in a note.",
    );
  }
}
