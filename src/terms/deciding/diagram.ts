import type { Context } from "../compiling/context.ts";
import type { Facts } from "../facts.ts";
import type { Outcome } from "../receipt.ts";
import { Case } from "./case.ts";
import type { ValuesOf } from "./differingValues.ts";
import { isOpen } from "./isOpen.ts";
import { everyPiece, type OpenPieces, stillOpen } from "./openPieces.ts";
import { answerIn, type Program } from "./program.ts";

/** How far a search goes before it gives up being exact: so many cases, or so many tests. */
export type Reach = number | { readonly tests: number };

/** Tests made where nothing else is said: they take some tenths of a second. */
export const far = 800_000;

/** Completions that are kept, of different answers. */
const mostCompletions = 24;

/** All that a case can still come to, facts in one order, equal branches folded into one. */
export class Diagram {
  /** The different answers found, with the outcome of each. */
  readonly answers: Map<string, Outcome> = new Map();
  /** The first completions of the case that were answered, each otherwise. */
  readonly completions: Case[] = [];
  readonly #program: Program;
  readonly #context: Context;
  readonly #values: ValuesOf;
  readonly #order: readonly string[];
  readonly #known = new Map<string, string>();
  readonly #nodes = new Map<string, { fact: string; children: readonly string[] }>();
  #root = "";
  #told: Case | undefined;
  #left: number;
  readonly #countsCases: boolean;
  #stopAtTwo = false;

  constructor(
    program: Program,
    context: Context,
    values: ValuesOf,
    order: readonly string[],
    reach: Reach = { tests: far },
  ) {
    this.#countsCases = typeof reach === "number";
    this.#left = typeof reach === "number" ? reach : reach.tests;
    this.#program = program;
    this.#context = context;
    this.#values = values;
    this.#order = order;
  }

  explore(facts: Facts, stopAtTwo: boolean): void {
    this.#stopAtTwo = stopAtTwo;
    this.#told = new Case(facts, this.#context.background);
    this.#root = this.#follow(this.#told, everyPiece(this.#program));
    if (this.#left <= 0) {
      this.answers.set("undecided", "undecided").set("", "undecided");
    }
  }

  /** The facts at which the folded diagram branches; undefined when the search was cut off. */
  branchingFacts(): readonly string[] | undefined {
    if (this.#left <= 0) {
      return undefined;
    }
    const facts = new Set<string>();
    const seen = new Set<string>();
    const queue = [this.#root];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const node = this.#nodes.get(id);
      if (node !== undefined && !seen.has(id)) {
        seen.add(id);
        facts.add(node.fact);
        queue.push(...node.children);
      }
    }
    return [...facts];
  }

  /** The folded node of a case: its answer, or the node of the next fact that is open. */
  #follow(c: Case, before: OpenPieces): string {
    this.#left -= this.#countsCases ? 1 : before.cost;
    const settled = this.#program.settle(c);
    if (settled !== undefined) {
      const answer = answerIn(settled);
      if (this.completions.length < mostCompletions && !this.answers.has(answer)) {
        this.completions.push(c);
      }
      this.answers.set(answer, settled.outcome);
      return `=${answer}`;
    }
    const state = stillOpen(this.#program, before, c);
    const key = state.marks.join("|");
    const known = this.#known.get(key);
    const open = this.#order.find((name) => state.asked.has(name) && isOpen(name, c));
    if (known !== undefined || open === undefined) {
      return known ?? "=undecided";
    }
    const children: string[] = [];
    for (const value of this.#values(open, c, this.#told ?? c)) {
      if (this.#left <= 0 || (this.#stopAtTwo && this.answers.size > 1)) {
        return "";
      }
      children.push(this.#follow(c.changed(open, value), state));
    }
    const id = this.#fold(open, children);
    this.#known.set(key, id);
    return id;
  }

  #fold(fact: string, children: readonly string[]): string {
    const [first = ""] = children;
    if (children.every((child) => child === first)) {
      return first;
    }
    const id = `${fact}(${children.join()})`;
    const name = this.#known.get(id) ?? `#${this.#nodes.size}`;
    this.#known.set(id, name);
    this.#nodes.set(name, { fact, children });
    return name;
  }
}

export { isOpen } from "./isOpen.ts";
