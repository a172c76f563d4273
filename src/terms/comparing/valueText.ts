import { printMoney } from "../money.ts";
import { isReference } from "../rules.ts";
import { isShare, isWrittenMoney, type Share } from "../shares.ts";
import type { Condition, FactTest, Limit, Members } from "../tests.ts";
import { type Duration, printDuration } from "../time/duration.ts";
import { textOfValue } from "./plainValue.ts";

/** A field of a rule as the document would write it; `nothing` for one that is left out. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null) {
    return "nothing";
  }
  if (typeof value === "boolean") {
    return value ? "yes" : "no";
  }
  if (typeof value === "string" || typeof value === "number") {
    return String(value);
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? "none" : value.map(valueText).join(", ");
  }
  return amountText(value) ?? textOfValue(value);
}

/** What the larger shapes of a rule read like. */
function amountText(value: object): string | undefined {
  if (isCondition(value)) {
    return conditionText(value);
  }
  if ("amount" in value && "unit" in value) {
    return printDuration(value as Duration);
  }
  if (isWrittenMoney(value)) {
    return printMoney(value.amount, value.currency);
  }
  if (isShare(value)) {
    return shareText(value);
  }
  if (isReference(value)) {
    return `${value.column} of ${value.of}`;
  }
  if ("pick" in value && "of" in value) {
    const { pick, of } = value as { pick: string; of: readonly unknown[] };
    const names = of.map(valueText).join(" and ");
    return of.length === 1 ? names : `${pick} of ${names}`;
  }
  if ("per" in value && typeof value.per === "string") {
    const { per, length } = value as { per: string; length?: Duration };
    return length === undefined ? per : `${per} ${printDuration(length)}`;
  }
  return "door" in value ? String(value.door) : undefined;
}

const shareText = ({ tenThousandths, of }: Share): string => `${tenThousandths / 100} % of ${of}`;

const isCondition = (value: object): value is Condition =>
  "kind" in value && ["fact", "not", "all", "any"].includes(String(value.kind));

/** A condition in one line. */
export function conditionText(condition: Condition | null | undefined): string {
  if (condition === null || condition === undefined) {
    return "always";
  }
  switch (condition.kind) {
    case "fact":
      return `${condition.fact} ${testText(condition.is)}`;
    case "not":
      return `not (${conditionText(condition.of)})`;
    case "all":
      return condition.of.length === 0 ? "always" : condition.of.map(conditionText).join(" and ");
    case "any":
      return `(${condition.of.map(conditionText).join(" or ")})`;
  }
}

function testText(is: FactTest): string {
  switch (is.test) {
    case "one-of":
      return `is ${is.values.map(valueText).join(" or ")}`;
    case "absent":
      return "is none";
    case "compare":
      return `is ${is.how} ${limitText(is.to)}`;
    case "order":
      return `is ${is.how} ${"fact" in is.to ? is.to.fact : is.to.instant}`;
    case "in-period":
      return "is within the plan period";
    case "within":
      return `is within ${printDuration(is.duration)} of ${is.of}`;
    case "same":
      return `is the same as ${is.as}`;
    default:
      return `${memberWords[is.test]} ${membersText(is.members)}`;
  }
}

const memberWords = {
  member: "is in",
  "all-in": "is all in",
  "some-in": "is some in",
  includes: "includes",
} as const;

const limitText = (limit: Limit): string => (typeof limit === "number" ? String(limit) : valueText(limit));

function membersText(members: Members): string {
  if ("list" in members) {
    return `[${members.list.join(", ")}]`;
  }
  if ("fact" in members) {
    return members.fact;
  }
  return "reference" in members ? valueText(members.reference) : "regions";
}
