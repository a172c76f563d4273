import { isAbsent, isUnknown } from "../deciding/case.ts";
import type { Condition, FactTest } from "../tests.ts";
import { and, no, not, type Truth, unknown, yes } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import { compileComparison } from "./comparisons.ts";
import type { Context, ReadFact, Test } from "./context.ts";
import { compileMembership } from "./memberships.ts";
import { compileTimeTest } from "./timeTests.ts";

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
    case "not": {
      const inner = compileCondition(condition.of, presume, context);
      return (c) => not(inner(c));
    }
    default: {
      const tests = condition.of.map((each) => compileCondition(each, presume, context));
      return condition.kind === "all" ? allOf(tests) : anyOf(tests);
    }
  }
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

/** Any of them, stopping at the first that holds. */
export function anyOf(tests: readonly Test[]): Test {
  return (c) => {
    let truth: Truth = no;
    for (let i = 0; i < tests.length; i += 1) {
      const next = (tests[i] as Test)(c);
      if (next === yes) {
        return yes;
      }
      if (next > truth) {
        truth = next;
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
      return factNamed(fact).type === "yes-no" ? isYesOrNo(read, is.values) : isOneOf(read, is.values);
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
  const [only] = values;
  if (values.length === 1) {
    return (c) => {
      const value = read(c);
      if (value === only) {
        return yes;
      }
      return isUnknown(value) ? unknown : no;
    };
  }
  return (c) => {
    const value = read(c);
    if (values.includes(value)) {
      return yes;
    }
    return isUnknown(value) ? unknown : no;
  };
}

function isYesOrNo(read: ReadFact, values: readonly unknown[]): Test {
  const takesYes = values.includes(true);
  const takesNo = values.includes(false);
  return (c) => {
    const value = read(c);
    if (value === true || value === "yes") {
      return takesYes ? yes : no;
    }
    if (value === false || value === "no") {
      return takesNo ? yes : no;
    }
    return isUnknown(value) ? unknown : no;
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
    return value === other ? yes : no;
  };
}
