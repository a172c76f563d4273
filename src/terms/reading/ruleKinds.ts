import { planMoves } from "../planMoves.ts";
import type { RuleKind } from "../rules.ts";
import { condition } from "./conditions.ts";
import { doorField } from "./doors.ts";
import {
  clauseId,
  count,
  currency,
  decisionList,
  duration,
  type FieldReader,
  feeField,
  instantFact,
  listOf,
  monthsOrYears,
  referenceOr,
  routeList,
  routesOrNone,
  sentence,
  slug,
  words,
  yesOrNo,
} from "./fields.ts";
import {
  anchor,
  countedPer,
  granted,
  latePenalty,
  money,
  moneyFact,
  moneyOrFact,
  percentOf,
  refundFee,
  shareOfMoney,
} from "./moneyFields.ts";

/** One field of a kind: how it is read, whether it must be there, and what it is when it is not. */
export interface FieldSpec {
  readonly read: FieldReader;
  readonly required?: true;
  readonly default?: unknown;
}

const field = (read: FieldReader): FieldSpec => ({ read });
const required = (read: FieldReader): FieldSpec => ({ read, required: true });
const otherwise = (read: FieldReader, value: unknown): FieldSpec => ({ read, default: value });

const roll = otherwise(words("none", "next-working-day"), "none");
const settles = field(words("replacement", "repair", "cash", "wait"));
const rebindsAt = field(words(...planMoves));
const followsReturn = field(words("ask", "remind", "capture", "review"));
const channels = listOf(words("online", "quick", "swift", "walk-in"));
const onPlan = otherwise(routeList, ["plan"]);

/** Every kind of rule with its fields, beside `kind`, `when` and `presume`, which all have. */
export const ruleKinds: Readonly<Record<RuleKind, Readonly<Record<string, FieldSpec>>>> = {
  window: {
    decision: otherwise(decisionList, ["activation"]),
    from: field(instantFact),
    window: field(duration),
    roll,
    unless: field(condition),
    door: field(doorField),
    "alternative-to": field(listOf(clauseId)),
  },
  require: {
    decision: required(decisionList),
    route: onPlan,
    for: field(condition),
    curable: field(words("hold", "review")),
    "as-of": field(words("incident", "now", "throughout")),
    door: field(doorField),
  },
  exclude: {
    "applies-to": required(routeList),
    causal: field(yesOrNo),
    "decided-by": field(words("assessor")),
    question: field(sentence),
    evidence: field(sentence),
    door: field(doorField),
  },
  except: { of: required(clauseId) },
  period: {
    from: otherwise(anchor, { pick: "only", of: ["plan.startsAt"] }),
    after: field(duration),
    length: required(referenceOr(duration)),
    starts: otherwise(words("at-once", "start-of-day", "next-midnight"), "at-once"),
    ends: otherwise(words("day-before", "same-date"), "day-before"),
    overflow: otherwise(words("last-day", "next-day"), "last-day"),
    waiting: field(duration),
  },
  benefit: {
    benefit: required(slug),
    grants: required(granted),
    per: otherwise(countedPer, { per: "term" }),
    "counts-by": otherwise(instantFact, "incident.at"),
    carry: otherwise(words("none", "next"), "none"),
    "sub-limit-of": field(slug),
    balance: field(moneyFact),
    "ends-plan": field(yesOrNo),
    "either-or": field(listOf(slug)),
    route: otherwise(routesOrNone, ["plan"]),
    door: field(doorField),
  },
  fee: {
    table: field(clauseId),
    benefit: otherwise(slug, "replacement"),
    currency: field(currency),
    "picks-by": field(instantFact),
    tax: required(words("included", "excluded")),
    "not-listed": field(words("incomplete")),
    share: field(shareOfMoney),
    "at-least": field(money),
    "at-most": field(money),
    indicative: field(yesOrNo),
  },
  route: {
    route: required(words("statutory", "warranty", "plan", "paid", "goodwill")),
    fee: field(feeField),
    uses: field(slug),
    deducts: field(moneyFact),
    settles,
    rebinds: field(yesOrNo),
    "rebinds-at": rebindsAt,
    channel: field(channels),
    door: field(doorField),
  },
  return: {
    parts: required(referenceOr(listOf(slug))),
    partial: field(words("hold", "ask", "remind", "capture", "review")),
    late: followsReturn,
    mismatch: followsReturn,
    foreign: followsReturn,
    remind: field(duration),
    route: onPlan,
    within: field(duration),
    of: field(instantFact),
    roll,
  },
  hold: {
    amount: required(moneyOrFact),
    "at-most": field(moneyOrFact),
    channel: field(channels),
    lasts: field(duration),
    of: field(instantFact),
    "capture-when": otherwise(listOf(words("late", "mismatch", "partial", "foreign", "damage")), []),
  },
  extend: {
    by: required(referenceOr(duration)),
    starts: field(words("at-once", "warranty-end")),
  },
  renewal: {
    to: required(slug),
    starts: otherwise(instantFact, "plan.endsAt"),
    from: field(instantFact),
    until: field(instantFact),
    grace: field(duration),
    cap: field(monthsOrYears),
    auto: field(yesOrNo),
    "remind-from": field(duration),
    "remind-until": field(duration),
    carry: field(words("none")),
    restarts: field(listOf(words("uses", "fees"))),
    door: field(doorField),
  },
  duty: {
    who: required(words("owner", "holder", "maker", "reseller", "centre")),
    must: required(sentence),
    decision: field(decisionList),
    within: field(duration),
    of: field(instantFact),
    done: field(instantFact),
    "if-not": field(sentence),
  },
  evidence: {
    shows: required(sentence),
    decision: required(decisionList),
    for: field(condition),
    instead: field(sentence),
  },
  transfer: {
    to: required(words("none", "holder", "device")),
    times: field(count),
    within: field(duration),
    of: field(instantFact),
    loses: field(listOf(slug)),
    conditions: field(sentence),
    door: field(doorField),
  },
  refund: {
    by: otherwise(listOf(words("holder", "provider")), ["holder"]),
    from: otherwise(instantFact, "plan.concludedAt"),
    window: field(duration),
    extended: field(duration),
    roll,
    formula: required(words("full", "pro-rata", "none")),
    floor: field(percentOf("pro-rata")),
    "less-claims": otherwise(yesOrNo, false),
    fee: field(refundFee),
    "late-penalty": field(latePenalty),
    "pay-within": field(duration),
    "linked-to": field(words("device-return")),
    door: field(doorField),
  },
  statute: {
    law: required(sentence),
    fee: field(feeField),
    settles,
    rebinds: field(yesOrNo),
    "rebinds-at": rebindsAt,
  },
  note: {
    "not-coded": required(sentence),
    decision: field(decisionList),
  },
};

/** Kinds that say nothing without a condition. */
export const needsWhen: ReadonlySet<RuleKind> = new Set<RuleKind>([
  "require",
  "exclude",
  "except",
  "renewal",
]);
