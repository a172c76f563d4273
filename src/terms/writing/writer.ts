import type { Conjunct } from "../compiling/conjuncts.ts";
import type { OfCase, Writer } from "../compiling/writtenOut.ts";
import { no, yes } from "../truth.ts";
import { isPlainlyWithin, sourceOf } from "./sourceOf.ts";

/**
 * Writes tests out as one function, so that the runtime compiles them together. What is told plainly is
 * looked at in place; whatever it is else, the test itself is asked, so that source never says anything
 * that the tests do not.
 */
export const writer: Writer = {
  worthAfter: 500,

  all(conjuncts) {
    const lines = conjuncts.map((conjunct, i) =>
      unlessPlain(conjunct, `t = test${i}(c); if (t === ${no}) return ${no}; if (t < truth) truth = t;`),
    );
    return compile(conjuncts, [], ["let t, v, w;", `let truth = ${yes};`, ...lines, "return truth;"]);
  },

  failing(clauses) {
    const placed = clauses.flatMap((conjuncts, at) => conjuncts.map((conjunct) => ({ conjunct, at })));
    const lines = placed.map(({ conjunct, at }, i) =>
      unlessPlain(conjunct, `if (test${i}(c) === ${no}) failing.push(${at});`),
    );
    const conjuncts = placed.map(({ conjunct }) => conjunct);
    return compile(conjuncts, [], ["let v, w;", "const failing = [];", ...lines, "return failing;"]);
  },

  answers(clauses, answers) {
    const conjuncts = clauses.flat();
    const lines: string[] = [];
    let i = 0;
    for (const [at, each] of clauses.entries()) {
      lines.push(`let truth${at} = ${yes};`);
      for (const conjunct of each) {
        lines.push(unlessPlain(conjunct, `t = test${i}(c); if (t < truth${at}) truth${at} = t;`));
        i += 1;
      }
    }
    const picked = clauses.map((_, at) => `answers${at}[truth${at}]`);
    return compile(conjuncts, answers, ["let t, v, w;", ...lines, `return [${picked.join()}];`]);
  },
};

function unlessPlain({ plain }: Conjunct, ask: string): string {
  const holds = plain && sourceOf(plain);
  return holds === undefined ? ask : `if (!(${holds})) { ${ask} }`;
}

/** Undefined where the runtime forbids to make a function of a text. */
function compile<T>(
  conjuncts: readonly Conjunct[],
  answers: readonly unknown[],
  lines: readonly string[],
): OfCase<T> | undefined {
  const names = conjuncts.map((_, i) => `test${i}`);
  const answered = answers.map((_, at) => `answers${at}`);
  const body = [
    `"use strict";`,
    `const [${names.join()}] = tests;`,
    `const [${answered.join()}] = answers;`,
    `return (c) => {\n${lines.join("\n")}\n};`,
  ];
  try {
    const make = new Function("tests", "answers", "isPlainlyWithin", body.join("\n"));
    return make(
      conjuncts.map(({ test }) => test),
      answers,
      isPlainlyWithin,
    ) as OfCase<T>;
  } catch (error) {
    if (error instanceof EvalError) {
      return undefined;
    }
    throw error;
  }
}
