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

/** A test, and the place of the clause it is of among those whose tests are made together. */
interface Placed {
  readonly at: number;
  readonly test: Test;
}

interface AnswerTest extends Placed {
  readonly read: ReadFact;
}

interface WordTest extends AnswerTest {
  readonly words: readonly string[];
  /** What it comes to with one of these words, and with any other. */
  readonly among: Truth;
  readonly other: Truth;
}

/** Tests by how they are made: words and answers are looked up in a row, and hardly any of them is run. */
interface Sorted {
  readonly words: readonly WordTest[];
  /** They hold for a no, or for a yes, and are run for anything else. */
  readonly noes: readonly AnswerTest[];
  readonly yeses: readonly AnswerTest[];
  /** The cheap ones first. */
  readonly others: readonly Placed[];
}

/** `clauses` has for each clause what must hold for it. */
function sortTests(clauses: readonly (readonly Conjunct[])[]): Sorted {
  const all = clauses.flatMap((conjuncts, at) => conjuncts.map((each) => ({ ...each, at })));
  const alone = all.flatMap(({ fact, ...each }) =>
    fact === undefined ? [] : [{ ...each, read: factNamed(fact).read }],
  );
  const answers = (wanted: boolean): AnswerTest[] =>
    alone.filter(({ passes }) => passes === wanted).map(({ at, read, test }) => ({ at, read, test }));
  return {
    words: alone.flatMap(({ at, read, test, words, isAmong = true }) =>
      words === undefined
        ? []
        : [{ at, read, test, words, among: truthOf(isAmong), other: truthOf(!isAmong) }],
    ),
    noes: answers(false),
    yeses: answers(true),
    others: all
      .filter(({ fact }) => fact === undefined)
      .sort((a, b) => a.weight - b.weight)
      .map(({ at, test }) => ({ at, test })),
  };
}

/** Whether all of them hold. */
export function allConjuncts(conjuncts: readonly Conjunct[]): Test {
  const { words, noes, yeses, others } = sortTests([conjuncts]);
  return allOf([
    ...(words.length === 0 ? [] : [(c: Case) => allWordsPass(words, c)]),
    ...(noes.length === 0 ? [] : [(c: Case) => allAreNo(noes, c)]),
    ...(yeses.length === 0 ? [] : [(c: Case) => allAreYes(yeses, c)]),
    ...others.map(({ test }) => test),
  ]);
}

/** The places of the clauses that say no, in their order, each as often as it has a test that fails. */
export function compileFailing(clauses: readonly (readonly Conjunct[])[]): (c: Case) => readonly number[] {
  const { words, noes, yeses, others } = sortTests(clauses);
  return (c) => {
    const failing: number[] = [];
    for (let i = 0; i < words.length; i += 1) {
      const each = words[i] as WordTest;
      if (truthOfWord(each, each.read(c), c) === no) {
        failing.push(each.at);
      }
    }
    for (let i = 0; i < noes.length; i += 1) {
      const { read, test, at } = noes[i] as AnswerTest;
      if (read(c) !== false && test(c) === no) {
        failing.push(at);
      }
    }
    for (let i = 0; i < yeses.length; i += 1) {
      const { read, test, at } = yeses[i] as AnswerTest;
      if (read(c) !== true && test(c) === no) {
        failing.push(at);
      }
    }
    for (let i = 0; i < others.length; i += 1) {
      const { test, at } = others[i] as Placed;
      if (test(c) === no) {
        failing.push(at);
      }
    }
    return failing.length < 2 ? failing : failing.sort((a, b) => a - b);
  };
}

/** What each clause comes to. The answer is good until the next case is asked for. */
export function compileTruths(
  clauses: readonly (readonly Conjunct[])[],
): (c: Case) => Readonly<ArrayLike<number>> {
  const { words, noes, yeses, others } = sortTests(clauses);
  const truths = new Uint8Array(clauses.length);
  const lower = (at: number, truth: Truth): void => {
    if (truth < (truths[at] as number)) {
      truths[at] = truth;
    }
  };
  return (c) => {
    truths.fill(yes);
    for (let i = 0; i < words.length; i += 1) {
      const each = words[i] as WordTest;
      lower(each.at, truthOfWord(each, each.read(c), c));
    }
    for (let i = 0; i < noes.length; i += 1) {
      const { read, test, at } = noes[i] as AnswerTest;
      if (read(c) !== false) {
        lower(at, test(c));
      }
    }
    for (let i = 0; i < yeses.length; i += 1) {
      const { read, test, at } = yeses[i] as AnswerTest;
      if (read(c) !== true) {
        lower(at, test(c));
      }
    }
    for (let i = 0; i < others.length; i += 1) {
      const { test, at } = others[i] as Placed;
      lower(at, test(c));
    }
    return truths;
  };
}

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
