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
  sentence,
  slug,
  words,
  yesOrNo,
} from "./fields.ts";

/** One field of a kind: how it is read, whether it must be there, and what it is when it is not. */
export interface FieldSpec {
  readonly read: FieldReader;
  readonly required?: true;
  readonly default?: unknown;
}

const field = (read: FieldReader): FieldSpec => ({ read });
const required = (read: FieldReader): FieldSpec => ({ read, required: true });
const otherwise = (read: FieldReader, value: unknown): FieldSpec => ({ read, default: value });

const onPlan = otherwise(routeList, ["plan"]);
const noneOnly = otherwise(words("none"), "none");

/** Every kind of rule with its fields, beside `kind`, `when` and `presume`, which all have. */
export const ruleKinds: Readonly<Record<RuleKind, Readonly<Record<string, FieldSpec>>>> = {
  window: {
    decision: otherwise(decisionList, ["activation"]),
    from: field(instantFact),
    window: field(duration),
    unless: field(condition),
    door: field(doorField),
    "alternative-to": field(listOf(clauseId)),
  },
  require: {
    decision: required(decisionList),
    route: onPlan,
    for: field(condition),
    curable: field(words("hold")),
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
    from: otherwise(instantFact, "plan.startsAt"),
    length: required(referenceOr(duration)),
    starts: otherwise(words("at-once", "start-of-day", "next-midnight"), "at-once"),
    ends: otherwise(words("day-before", "same-date"), "day-before"),
    overflow: otherwise(words("last-day"), "last-day"),
  },
  benefit: {
    benefit: required(slug),
    grants: required(referenceOr(count)),
    per: otherwise(words("term"), "term"),
    carry: noneOnly,
    route: onPlan,
    door: field(doorField),
  },
  fee: {
    table: field(clauseId),
    benefit: otherwise(slug, "replacement"),
    currency: field(currency),
    "picks-by": field(instantFact),
    tax: required(words("included", "excluded")),
    "not-listed": field(words("incomplete")),
  },
  route: {
    route: required(words("statutory", "warranty", "plan", "paid", "goodwill")),
    fee: field(feeField),
    uses: field(slug),
    rebinds: field(yesOrNo),
    channel: field(listOf(words("online", "quick", "swift"))),
    door: field(doorField),
  },
  return: {
    parts: required(referenceOr(listOf(slug))),
    partial: field(words("hold")),
    route: onPlan,
    within: field(duration),
    of: field(instantFact),
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
    conditions: field(sentence),
  },
  refund: {
    "linked-to": field(words("device-return")),
    formula: field(sentence),
    fee: field(sentence),
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
