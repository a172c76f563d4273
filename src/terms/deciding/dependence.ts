import { factNamed } from "../vocabulary.ts";
import type { Case } from "./case.ts";
import type { ValuesOf } from "./differingValues.ts";
import { isOpen } from "./isOpen.ts";
import { everyPiece, type OpenPieces, stillOpen } from "./openPieces.ts";
import { answerIn, type Program } from "./program.ts";

/** Tests made for the facts of one case before the search gives up; each fact has its share of them. */
const budget = 30_000;

/**
 * Finds out of single facts whether the answer to a case depends on them: whether the others could be so that
 * two of their values are answered differently. For cases so open that not all of it can be followed.
 */
export class Dependence {
  readonly #program: Program;
  readonly #values: ValuesOf;
  readonly #order: readonly string[];
  readonly #told: Case;
  readonly #share: number;
  #left = 0;

  constructor(program: Program, values: ValuesOf, order: readonly string[], told: Case, facts: number) {
    this.#share = budget / Math.max(1, facts);
    this.#program = program;
    this.#values = values;
    this.#order = order;
    this.#told = told;
  }

  /**
   * Whether a fact matters in a case that has been completed some way; there it was supposed to be
   * something.
   */
  in(completed: Case, fact: string): boolean {
    const { read } = factNamed(fact);
    const told = read(this.#told);
    return read(completed) !== told && this.#differs(fact, completed.changed(fact, told ?? "unknown"));
  }

  /** Whether a fact matters in any completion; undefined when that took too long to find out. */
  on(fact: string): boolean | undefined {
    this.#left = this.#share;
    const found = this.#follow(fact, this.#told, everyPiece(this.#program), new Set());
    return found || this.#left > 0 ? found : undefined;
  }

  /** All the others are followed first, and no further where no open piece looks at the fact any more. */
  #follow(fact: string, c: Case, before: OpenPieces, seen: Set<string>): boolean {
    if (this.#left <= 0 || this.#settles(c)) {
      return false;
    }
    this.#left -= before.cost;
    const open = stillOpen(this.#program, before, c);
    if (!open.asked.has(fact)) {
      return false;
    }
    const next = this.#order.find((name) => name !== fact && open.asked.has(name) && isOpen(name, c));
    if (next === undefined) {
      return this.#differs(fact, c);
    }
    const key = open.marks.join("|");
    if (seen.has(key)) {
      return false;
    }
    seen.add(key);
    const values = this.#values(next, c, this.#told);
    return values.some((value) => this.#follow(fact, c.changed(next, value), open, seen));
  }

  #settles(c: Case): boolean {
    this.#left -= 1;
    return this.#program.settle(c) !== undefined;
  }

  /** Whether two values of a fact are answered differently, all else being as it is. */
  #differs(fact: string, c: Case): boolean {
    if (!isOpen(fact, c) || this.#settles(c)) {
      return false;
    }
    let first: string | undefined;
    for (const value of this.#values(fact, c, this.#told)) {
      this.#left -= 1;
      const settled = this.#program.settle(c.changed(fact, value));
      if (settled === undefined) {
        // Something else is open by that value: another completion will tell.
        continue;
      }
      const answer = answerIn(settled);
      first ??= answer;
      if (answer !== first) {
        return true;
      }
    }
    return false;
  }
}
