import type { Case } from "../deciding/case.ts";
import type { Conjunct } from "./conjuncts.ts";
import type { Test } from "./context.ts";

export type OfCase<T> = (c: Case) => T;

/**
 * Makes one function of tests where the runtime lets source be compiled; undefined where it does not. What it
 * makes comes to the same as the tests by themselves, only faster. Pages have no writer.
 */
export interface Writer {
  /** Cases after which source is worth its compiling. */
  readonly worthAfter: number;
  all(conjuncts: readonly Conjunct[]): Test | undefined;
  failing(clauses: readonly (readonly Conjunct[])[]): OfCase<readonly number[]> | undefined;
  answers<Answer>(
    clauses: readonly (readonly Conjunct[])[],
    answers: readonly (readonly Answer[])[],
  ): OfCase<readonly Answer[]> | undefined;
}

/** Asks the tests by themselves until that has been done often, and then what was written of them. */
export function writtenOut<T>(
  ask: OfCase<T>,
  writer: Writer | undefined,
  write: (writer: Writer) => OfCase<T> | undefined,
): OfCase<T> {
  if (writer === undefined) {
    return ask;
  }
  let asked = 0;
  let run: OfCase<T> = (c) => {
    asked += 1;
    if (asked === writer.worthAfter) {
      run = write(writer) ?? ask;
    }
    return ask(c);
  };
  return (c) => run(c);
}
