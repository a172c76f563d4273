import type { Case } from "../deciding/case.ts";
import { type Condition, type FactTest, factTests } from "../tests.ts";
import { and, no, type Truth, yes } from "../truth.ts";
import type { Requirement } from "./cited.ts";
import { allOf, anyOf, compileCondition, compileNegation } from "./conditions.ts";
import type { Context, Test } from "./context.ts";
import { type Plain, plainOf, plainOfSome } from "./plain.ts";
import { type OfCase, writtenOut } from "./writtenOut.ts";

/** One of the tests that must all hold. */
export interface Conjunct {
  readonly test: Test;
  /** What it costs, so that the cheap ones are tried first. */
  readonly weight: number;
  /** With this it surely holds, where that can be said. */
  readonly plain?: Plain | undefined;
}

type Presumed = ReadonlyMap<string, unknown>;

/** The tests that a condition joins by "all", taken apart. */
export function conjunctsOf(condition: Condition | null, presume: Presumed, context: Context): Conjunct[] {
  switch (condition?.kind) {
    case undefined:
      return [];
    case "all":
      return condition.of.flatMap((each) => conjunctsOf(each, presume, context));
    case "not":
      return oppositesOf(condition.of, presume, context);
    default:
      return [
        {
          test: compileCondition(condition, presume, context),
          weight: weightOf(condition),
          plain: plainOf(condition, true),
        },
      ];
  }
}

/** The opposite of a condition, taken apart: none of any is all of their opposites. */
export function oppositesOf(condition: Condition | null, presume: Presumed, context: Context): Conjunct[] {
  switch (condition?.kind) {
    case "any":
      return condition.of.flatMap((each) => oppositesOf(each, presume, context));
    case "not":
      return conjunctsOf(condition.of, presume, context);
    case "all": {
      const each = condition.of.map((inner) => oppositesOf(inner, presume, context));
      const tests = each.map((opposites) => allOf(opposites.map(({ test }) => test)));
      const plain = plainOfSome(
        each.map((opposites) => (opposites.length === 1 ? opposites[0]?.plain : undefined)),
      );
      return [{ test: anyOf(tests), weight: weightOf(condition), plain }];
    }
    default:
      return [
        {
          test: compileNegation(condition, presume, context),
          weight: weightOf(condition),
          plain: plainOf(condition, false),
        },
      ];
  }
}

const weights: Readonly<Record<FactTest["test"], number>> = {
  "one-of": 1,
  absent: 1,
  same: 2,
  compare: 4,
  member: 4,
  order: 5,
  "some-in": 7,
  "all-in": 7,
  includes: 7,
  within: 8,
  "in-period": 8,
};

/** What has no condition of its own counts something, which is dearer than most. */
export function weightOf(...conditions: readonly (Condition | null | undefined)[]): number {
  const tests = conditions.flatMap((condition) => factTests(condition ?? null));
  return tests.length === 0 ? 6 : tests.reduce((sum, { is }) => sum + weights[is.test], 0);
}

/** What must hold for a requirement, taken apart where it can be. */
export const conjunctsIn = ({ conjuncts, holds, weight }: Requirement): readonly Conjunct[] =>
  conjuncts ?? [{ test: holds, weight }];

/** Whether all of them hold: the cheap ones are asked first. */
export function allConjuncts(conjuncts: readonly Conjunct[], { writer }: Context): Test {
  const sorted = [...conjuncts].sort((a, b) => a.weight - b.weight);
  return writtenOut(allOf(sorted.map(({ test }) => test)), writer, (by) => by.all(sorted));
}

/**
 * The places of the clauses that say no, in their order, each as often as it has a test that fails. `clauses`
 * has for each clause what must hold for it.
 */
export function compileFailing(
  clauses: readonly (readonly Conjunct[])[],
  { writer }: Context,
): OfCase<readonly number[]> {
  const placed = clauses.flatMap((conjuncts, at) => conjuncts.map(({ test }) => ({ test, at })));
  return writtenOut(
    (c) => placed.filter(({ test }) => test(c) === no).map(({ at }) => at),
    writer,
    (by) => by.failing(clauses),
  );
}

/** Of each clause the one of its three answers that its conjuncts come to together. */
export function compileAnswers<Answer>(
  clauses: readonly (readonly Conjunct[])[],
  answers: readonly (readonly Answer[])[],
  { writer }: Context,
): OfCase<readonly Answer[]> {
  return writtenOut(
    (c) => clauses.map((conjuncts, at) => answers[at]?.[truthOfAll(conjuncts, c)] as Answer),
    writer,
    (by) => by.answers(clauses, answers),
  );
}

function truthOfAll(conjuncts: readonly Conjunct[], c: Case): Truth {
  let truth: Truth = yes;
  for (let i = 0; truth !== no && i < conjuncts.length; i += 1) {
    truth = and(truth, (conjuncts[i] as Conjunct).test(c));
  }
  return truth;
}
