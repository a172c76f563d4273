import { factNamed } from "../vocabulary.ts";
import type { Case } from "./case.ts";
import type { ValuesOf } from "./differingValues.ts";
import { isOpen } from "./isOpen.ts";
import { everyPiece, stillOpen } from "./openPieces.ts";
import { answerIn, type Program } from "./program.ts";

/** Two cases that differ in one fact and are answered differently. */
export type Turn = readonly [Case, Case];

/** Decisions made before the search gives up: some milliseconds. */
const budget = 6000;
/** Completed cases that are looked around at. */
const mostCompleted = 40;

/**
 * Facts the answer is seen to turn on: around cases completed in different ways, one fact at a time is
 * changed. Where that changes the answer, the fact matters, and nobody has to follow all that could be to
 * know it. What is not found this way may matter all the same.
 */
export class Turns {
  readonly #program: Program;
  readonly #values: ValuesOf;
  readonly #order: readonly string[];
  readonly #told: Case;
  readonly #found = new Map<string, Turn>();
  readonly #kept = new Set<string>();
  readonly #completed: Case[] = [];
  #left = budget;

  constructor(program: Program, values: ValuesOf, order: readonly string[], told: Case) {
    this.#program = program;
    this.#values = values;
    this.#order = order;
    this.#told = told;
  }

  /** Those of the facts that are seen to matter, beginning at some completions of the case. */
  among(open: readonly string[], completions: readonly Case[]): ReadonlyMap<string, Turn> {
    for (const each of completions) {
      this.#keep(each, this.#answer(each) ?? "");
    }
    for (const each of this.#completed) {
      const own = this.#answer(each);
      for (const name of open) {
        if (own !== undefined && this.#left > 0 && this.#found.size < open.length) {
          this.#turn(name, each, own);
        }
      }
    }
    return this.#found;
  }

  /** Every value of one fact, all else being as it is. What that leaves open is completed some way. */
  #turn(name: string, completed: Case, own: string): void {
    const told = factNamed(name).read(this.#told);
    const without = completed.changed(name, told ?? "unknown");
    if (factNamed(name).read(completed) === told || !isOpen(name, without)) {
      return;
    }
    for (const value of this.#values(name, without, this.#told)) {
      const changed = without.changed(name, value);
      const answer = this.#answer(changed);
      if (answer === undefined) {
        this.#complete(changed, name);
      } else if (answer !== own) {
        this.#found.set(name, [completed, changed]);
        this.#keep(changed, `${own} ${answer} by ${name}`);
      }
    }
  }

  /** What is still open is taken as in a case completed before, or as the first value it could have. */
  #complete(begun: Case, by: string): void {
    let c = begun;
    for (let answer = this.#answer(c); this.#hasRoom; answer = this.#answer(c)) {
      if (answer !== undefined) {
        this.#keep(c, `${answer} completed by ${by}`);
        return;
      }
      const open = stillOpen(this.#program, everyPiece(this.#program), c);
      const next = this.#order.find((name) => open.asked.has(name) && isOpen(name, c));
      if (next === undefined) {
        return;
      }
      c = c.changed(next, this.#valueBefore(next) ?? this.#values(next, c, this.#told)[0] ?? "none");
    }
  }

  #valueBefore(name: string): unknown {
    const { read } = factNamed(name);
    const told = read(this.#told);
    return this.#completed.map(read).find((value) => value !== told);
  }

  /** One of a kind is enough to look around at. */
  #keep(completed: Case, kind: string): void {
    const facts = JSON.stringify(completed.facts);
    if (this.#hasRoom && !this.#kept.has(kind) && !this.#kept.has(facts)) {
      this.#kept.add(kind).add(facts);
      this.#completed.push(completed);
    }
  }

  get #hasRoom(): boolean {
    return this.#left > 0 && this.#completed.length < mostCompleted;
  }

  #answer(c: Case): string | undefined {
    this.#left -= 1;
    const settled = this.#program.settle(c);
    return settled && answerIn(settled);
  }
}
