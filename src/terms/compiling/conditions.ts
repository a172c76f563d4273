import { isAbsent, isUnknown } from "../deciding/case.ts";
import type { Condition, FactTest } from "../tests.ts";
import { and, no, not, type Truth, truthOf, unknown, yes } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import { compileComparison } from "./comparisons.ts";
import type { Context, ReadFact, Test } from "./context.ts";
import { compileMembership } from "./memberships.ts";
import { compileTimeTest } from "./timeTests.ts";
import { isWordAmong } from "./wordLists.ts";

const always: Test = () => yes;

/** A condition as one closure; nothing at all always holds. */
export function compileCondition(
  condition: Condition | null | undefined,
  presume: ReadonlyMap<string, unknown>,
  context: Context,
): Test {
  if (condition === null || condition === undefined) {
    return always;
  }
  switch (condition.kind) {
    case "fact":
      return compileTest(condition.fact, condition.is, presume, context);
    case "not":
      return compileNegation(condition.of, presume, context);
    default: {
      const tests = condition.of.map((each) => compileCondition(each, presume, context));
      return condition.kind === "all" ? allOf(tests) : anyOf(tests);
    }
  }
}

/** The opposite of a condition. Tests for values, which most conditions are, are turned around in place. */
export function compileNegation(
  condition: Condition | null,
  presume: ReadonlyMap<string, unknown>,
  context: Context,
): Test {
  if (
    condition?.kind === "fact" &&
    condition.is.test === "one-of" &&
    factNamed(condition.fact).type !== "yes-no"
  ) {
    return isNoneOf(context.reader(condition.fact, presume), condition.is.values);
  }
  if (condition?.kind === "fact" && condition.is.test === "one-of" && condition.is.values.length === 1) {
    const isNotYes = condition.is.values[0] === true;
    return isYesOrNo(context.reader(condition.fact, presume), !isNotYes, isNotYes, yes);
  }
  const inner = compileCondition(condition, presume, context);
  return (c) => not(inner(c));
}

/** All of them, stopping at the first that fails. */
export function allOf(tests: readonly Test[]): Test {
  const [first, second, third] = tests;
  if (first === undefined) {
    return always;
  }
  if (second === undefined) {
    return first;
  }
  if (third === undefined) {
    return (c) => {
      const truth = first(c);
      return truth === no ? no : and(truth, second(c));
    };
  }
  return (c) => {
    let truth: Truth = yes;
    for (let i = 0; i < tests.length; i += 1) {
      const next = (tests[i] as Test)(c);
      if (next === no) {
        return no;
      }
      if (next < truth) {
        truth = next;
      }
    }
    return truth;
  };
}

/** Any of them, stopping at the first that holds. The one that held last time is tried first. */
export function anyOf(tests: readonly Test[]): Test {
  let likely = 0;
  return (c) => {
    let truth: Truth = tests[likely]?.(c) ?? no;
    const tried = likely;
    for (let i = 0; truth !== yes && i < tests.length; i += 1) {
      const next = i === tried ? no : (tests[i] as Test)(c);
      if (next > truth) {
        truth = next;
        likely = next === yes ? i : likely;
      }
    }
    return truth;
  };
}

function compileTest(
  fact: string,
  is: FactTest,
  presume: ReadonlyMap<string, unknown>,
  context: Context,
): Test {
  const read = context.reader(fact, presume);
  switch (is.test) {
    case "one-of":
      return factNamed(fact).type === "yes-no"
        ? isYesOrNo(read, is.values.includes(true), is.values.includes(false), no)
        : isOneOf(read, is.values);
    case "absent":
      return (c) => {
        const value = read(c);
        if (isUnknown(value)) {
          return unknown;
        }
        return isAbsent(value) || (Array.isArray(value) && value.length === 0) ? yes : no;
      };
    case "same":
      return isSame(read, context.reader(is.as, presume));
    case "compare":
      return compileComparison(fact, is, presume, context);
    case "order":
    case "in-period":
    case "within":
      return compileTimeTest(fact, is, presume, context);
    default:
      return compileMembership(fact, is, presume, context);
  }
}

function isOneOf(read: ReadFact, values: readonly unknown[]): Test {
  return (c) => {
    const value = read(c);
    if (typeof value === "string" ? isWordAmong(value, values) : values.includes(value)) {
      return yes;
    }
    return isUnknown(value) ? unknown : no;
  };
}

function isNoneOf(read: ReadFact, values: readonly unknown[]): Test {
  return (c) => {
    const value = read(c);
    if (typeof value === "string" ? isWordAmong(value, values) : values.includes(value)) {
      return no;
    }
    return isUnknown(value) ? unknown : yes;
  };
}

/** `otherwise` is for a value that is neither, such as none. */
function isYesOrNo(read: ReadFact, takesYes: boolean, takesNo: boolean, otherwise: Truth): Test {
  const onYes = truthOf(takesYes);
  const onNo = truthOf(takesNo);
  return (c) => {
    const value = read(c);
    if (value === false || value === "no") {
      return onNo;
    }
    if (value === true || value === "yes") {
      return onYes;
    }
    return isUnknown(value) ? unknown : otherwise;
  };
}

function isSame(read: ReadFact, readOther: ReadFact): Test {
  return (c) => {
    const value = read(c);
    const other = readOther(c);
    if (isAbsent(value) || isAbsent(other)) {
      return no;
    }
    if (isUnknown(value) || isUnknown(other)) {
      return unknown;
    }
    if (typeof value === "string" && typeof other === "string") {
      return value === other ? yes : no;
    }
    return value === other ? yes : no;
  };
}
