import { valueText } from "../comparing/valueText.ts";
import { isReference, type RuleKind } from "../rules.ts";
import { isShare, isWrittenMoney } from "../shares.ts";
import type { Condition } from "../tests.ts";
import type { Duration } from "../time/duration.ts";
import { type Changed, durationsNear, mutateCondition } from "./mutateCondition.ts";

/** Fields that no answer depends on: words for a reader, and what others than this engine look at. */
const forReaders: ReadonlySet<string> = new Set([
  "kind",
  "place",
  "question",
  "evidence",
  "decided-by",
  "as-of",
  "must",
  "who",
  "shows",
  "instead",
  "conditions",
  "law",
  "not-coded",
  "not-listed",
  "indicative",
  "auto",
  "remind-from",
  "remind-until",
  "alternative-to",
  "tax",
  "rebinds",
  "rebinds-at",
  "restarts",
  "settles",
  "picks-by",
]);

/** The other words a field could hold, where it holds one of a few. */
const choices: Readonly<Record<string, readonly string[]>> = {
  starts: ["at-once", "next-midnight", "start-of-day"],
  ends: ["day-before", "same-date"],
  overflow: ["last-day", "next-day"],
  formula: ["full", "pro-rata", "none"],
  roll: ["next-working-day", "none"],
};

/** Every value that differs a little from a field's; undefined stands for a field that is left out. */
export function mutateField(kind: RuleKind, field: string, value: unknown): Changed<unknown>[] {
  const isUnwritten = field === "less-claims" && value === false;
  if (forReaders.has(field) || isUnwritten || value === undefined || value === null) {
    return [];
  }
  if (field === "when" || field === "for" || field === "unless") {
    return mutateCondition(value as Condition);
  }
  if (field === "presume") {
    return withoutEach(value as ReadonlyMap<string, unknown>);
  }
  return [...amountsNear(field, value), ...listsNear(field, value), ...wordsNear(kind, field, value)];
}

function withoutEach(presumed: ReadonlyMap<string, unknown>): Changed<unknown>[] {
  return [...presumed.keys()].map((name) => ({
    value: new Map([...presumed].filter(([other]) => other !== name)),
    says: `${name} is no longer presumed`,
  }));
}

function amountsNear(field: string, value: unknown): Changed<unknown>[] {
  const says = (now: unknown): string => `${field}: ${valueText(now)} instead of ${valueText(value)}`;
  if (typeof value === "number") {
    return [value - 1, value + 1]
      .filter((each) => each >= 0)
      .map((each) => ({ value: each, says: says(each) }));
  }
  if (typeof value === "boolean") {
    return [{ value: !value, says: says(!value) }];
  }
  if (isWrittenMoney(value)) {
    const more = { ...value, amount: value.amount + 1 };
    return [{ value: more, says: says(more) }];
  }
  if (isShare(value)) {
    const more = { ...value, tenThousandths: value.tenThousandths + 100 };
    return [{ value: more, says: says(more) }];
  }
  const isTime = typeof value === "object" && value !== null && "unit" in value && !isReference(value);
  return isTime
    ? durationsNear(value as Duration).map((each) => ({ value: each.value, says: `${field}: ${each.says}` }))
    : [];
}

function listsNear(field: string, value: unknown): Changed<unknown>[] {
  return Array.isArray(value) && value.length > 1
    ? value.map((item) => ({
        value: value.filter((each) => each !== item),
        says: `${field}: ${valueText(item)} left out`,
      }))
    : [];
}

function wordsNear(kind: RuleKind, field: string, value: unknown): Changed<unknown>[] {
  // A rule that rolls nothing has seldom said so: the default is not what its author wrote.
  const isElsewhere = (field === "starts" && kind !== "period") || (field === "roll" && value === "none");
  if (field === "curable" || field === "door" || (field === "partial" && value === "hold")) {
    return [{ value: undefined, says: `without ${field} ${valueText(value)}` }];
  }
  return (isElsewhere ? [] : (choices[field] ?? []))
    .filter((word) => word !== value)
    .slice(0, 1)
    .map((word) => ({ value: word, says: `${field}: ${word} instead of ${valueText(value)}` }));
}
