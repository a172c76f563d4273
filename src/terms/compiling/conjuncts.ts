import { type Case, isUnknown } from "../deciding/case.ts";
import { type Condition, type FactTest, factTests } from "../tests.ts";
import { and, no, type Truth, truthOf, yes } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import type { Requirement } from "./cited.ts";
import { allOf, anyOf, compileCondition, compileNegation } from "./conditions.ts";
import type { Context, ReadFact, Test } from "./context.ts";
import { isWordAmong } from "./wordLists.ts";

/** One of the tests that must all hold. */
export interface Conjunct {
  readonly test: Test;
  /** What it costs, so that the cheap ones are tried first. */
  readonly weight: number;
  /** The fact whose value alone decides it, where there is one. */
  readonly fact?: string;
  /** Where that is a question of yes or no: the answer with which it holds. */
  readonly passes?: boolean;
  /** Where it is a word: those with which it holds, or those with which it fails. */
  readonly words?: readonly string[];
  readonly isAmong?: boolean;
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
      return [{ test: compileCondition(condition, presume, context), ...costOf(condition, true) }];
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
      return [{ test: anyOf(tests), weight: weightOf(condition) }];
    }
    default:
      return [{ test: compileNegation(condition, presume, context), ...costOf(condition, false) }];
  }
}

function costOf(condition: Condition | null, holds: boolean): Omit<Conjunct, "test"> {
  const weight = weightOf(condition);
  if (condition?.kind !== "fact" || condition.is.test !== "one-of") {
    return { weight };
  }
  const { fact, is } = condition;
  if (factNamed(fact).type !== "yes-no") {
    const words = is.values.filter((value) => typeof value === "string");
    return words.length === is.values.length ? { weight, fact, words, isAmong: holds } : { weight };
  }
  const [answer] = is.values;
  const isOneAnswer = is.values.length === 1 && typeof answer === "boolean";
  return isOneAnswer ? { weight, fact, passes: answer === holds } : { weight };
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

interface WordTest {
  readonly read: ReadFact;
  readonly test: Test;
  readonly words: readonly string[];
  /** What it comes to with one of these words, and with any other. */
  readonly among: Truth;
  readonly other: Truth;
}

interface AnswerTest {
  readonly read: ReadFact;
  readonly test: Test;
}

/**
 * Whether all of them hold. Those that look at one word or one answer alone, which most do, are looked up and
 * not run; the others follow, the cheap ones first.
 */
export function allConjuncts(conjuncts: readonly Conjunct[]): Test {
  const alone = conjuncts.filter(({ fact }) => fact !== undefined);
  const words = alone.filter(({ words: list }) => list !== undefined).map(wordTest);
  const noes = alone.filter(({ passes }) => passes === false).map(answerTest);
  const yeses = alone.filter(({ passes }) => passes === true).map(answerTest);
  const others = conjuncts.filter(({ fact }) => fact === undefined).sort((a, b) => a.weight - b.weight);
  return allOf([
    ...(words.length === 0 ? [] : [(c: Case) => allWordsPass(words, c)]),
    ...(noes.length === 0 ? [] : [(c: Case) => allAreNo(noes, c)]),
    ...(yeses.length === 0 ? [] : [(c: Case) => allAreYes(yeses, c)]),
    ...others.map(({ test }) => test),
  ]);
}

const wordTest = ({ fact = "", test, words = [], isAmong = true }: Conjunct): WordTest => ({
  read: factNamed(fact).read,
  test,
  words,
  among: truthOf(isAmong),
  other: truthOf(!isAmong),
});

const answerTest = ({ fact = "", test }: Conjunct): AnswerTest => ({ read: factNamed(fact).read, test });

function allWordsPass(tests: readonly WordTest[], c: Case): Truth {
  let truth: Truth = yes;
  for (let i = 0; i < tests.length; i += 1) {
    const each = tests[i] as WordTest;
    const next = truthOfWord(each, each.read(c), c);
    if (next === no) {
      return no;
    }
    truth = and(truth, next);
  }
  return truth;
}

function truthOfWord({ words, among, other, test }: WordTest, value: unknown, c: Case): Truth {
  if (typeof value !== "string" || isUnknown(value)) {
    return test(c);
  }
  return isWordAmong(value, words) ? among : other;
}

function allAreNo(answers: readonly AnswerTest[], c: Case): Truth {
  let truth: Truth = yes;
  for (let i = 0; i < answers.length; i += 1) {
    const { read, test } = answers[i] as AnswerTest;
    if (read(c) !== false) {
      const next = test(c);
      if (next === no) {
        return no;
      }
      truth = and(truth, next);
    }
  }
  return truth;
}

function allAreYes(answers: readonly AnswerTest[], c: Case): Truth {
  let truth: Truth = yes;
  for (let i = 0; i < answers.length; i += 1) {
    const { read, test } = answers[i] as AnswerTest;
    if (read(c) !== true) {
      const next = test(c);
      if (next === no) {
        return no;
      }
      truth = and(truth, next);
    }
  }
  return truth;
}
