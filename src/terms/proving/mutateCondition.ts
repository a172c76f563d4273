import { conditionText, valueText } from "../comparing/valueText.ts";
import type { Condition, FactTest, Members } from "../tests.ts";
import type { Duration } from "../time/duration.ts";
import { printDuration } from "../time/duration.ts";
import { vocabulary } from "../vocabulary.ts";

/** A value in place of another, and what that changes in words. */
export interface Changed<T> {
  readonly value: T;
  readonly says: string;
}

type FactCondition = Extract<Condition, { kind: "fact" }>;

/** Every condition that differs from this one in one place; null stands for "always". */
export function mutateCondition(condition: Condition): Changed<Condition | null>[] {
  switch (condition.kind) {
    case "fact":
      return [
        { value: null, says: `without "${conditionText(condition)}"` },
        { value: { kind: "not", of: condition }, says: `the opposite of "${conditionText(condition)}"` },
        ...mutateTest(condition),
      ];
    case "not":
      return [
        { value: null, says: `without "${conditionText(condition)}"` },
        ...mutateCondition(condition.of).flatMap(({ value, says }) =>
          value === null || value.kind === "not"
            ? []
            : [{ value: { kind: "not" as const, of: value }, says }],
        ),
      ];
    default:
      return condition.of.flatMap((each, at) =>
        mutateCondition(each).map(({ value, says }) => ({
          value: withPart(condition, at, value),
          says,
        })),
      );
  }
}

/** A part that is left out holds always among all, and never among any. */
function withPart(
  condition: Extract<Condition, { kind: "all" | "any" }>,
  at: number,
  value: Condition | null,
): Condition | null {
  const of = condition.of.flatMap((each, index) => (index === at ? (value ?? []) : [each]));
  return of.length === 0 && condition.kind === "all" ? null : { ...condition, of };
}

function mutateTest(condition: FactCondition): Changed<Condition>[] {
  const { fact, is } = condition;
  return testsNear(is, fact).map(({ value, says }) => ({
    value: { ...condition, is: value },
    says: `${fact}: ${says}`,
  }));
}

function testsNear(is: FactTest, fact: string): Changed<FactTest>[] {
  switch (is.test) {
    case "one-of":
      return [...listsNear(is.values, fact)].map(({ value, says }) => ({
        value: { ...is, values: value },
        says,
      }));
    case "compare":
      return typeof is.to === "number"
        ? [is.to - 1, is.to + 1]
            .filter((to) => to >= 0)
            .map((to) => ({ value: { ...is, to }, says: `${is.how} ${to} instead of ${valueText(is.to)}` }))
        : [];
    case "within":
      return durationsNear(is.duration).map(({ value, says }) => ({
        value: { ...is, duration: value },
        says,
      }));
    case "member":
    case "all-in":
    case "some-in":
    case "includes":
      return membersNear(is.members).map(({ value, says }) => ({ value: { ...is, members: value }, says }));
    default:
      return [];
  }
}

/** Each value left out while others remain, and one more where the vocabulary has one. */
function listsNear(
  values: readonly (string | number | boolean)[],
  fact: string,
): Changed<readonly (string | number | boolean)[]>[] {
  const fewer = values.length < 2 ? [] : values;
  const other = vocabulary.get(fact)?.values?.find((value) => !values.includes(value));
  return [
    ...fewer.map((value) => ({
      value: values.filter((each) => each !== value),
      says: `${valueText(value)} left out`,
    })),
    ...(other === undefined ? [] : [{ value: [...values, other], says: `${other} as well` }]),
  ];
}

function membersNear(members: Members): Changed<Members>[] {
  return "list" in members && members.list.length > 1
    ? members.list.map((name) => ({
        value: { list: members.list.filter((each) => each !== name) },
        says: `${name} left out`,
      }))
    : [];
}

export function durationsNear(duration: Duration): Changed<Duration>[] {
  return [-1, 1]
    .map((by) => ({ ...duration, amount: duration.amount + by }))
    .filter(({ amount }) => amount >= 0)
    .map((value) => ({ value, says: `${printDuration(value)} instead of ${printDuration(duration)}` }));
}
