import type { Atom } from "../compiling/cited.ts";
import type { Context } from "../compiling/context.ts";
import { hasOpenUse } from "../compiling/tallies.ts";
import type { Facts } from "../facts.ts";
import { unknown } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import { Case, isAbsent, isUnknown } from "./case.ts";
import type { ValuesOf } from "./differingValues.ts";
import { stretchOf } from "./moments.ts";
import { answerIn, type Program } from "./program.ts";

/** Cases looked at before the search gives up being exact. */
const budget = 10_000;

/** All that a case can still come to, facts in one order, equal branches folded into one. */
export class Diagram {
  /** The different answers found. */
  readonly answers: Set<string> = new Set();
  /** The first completion of the case that was answered. */
  settledCase: Case | undefined;
  readonly #program: Program;
  readonly #context: Context;
  readonly #values: ValuesOf;
  readonly #order: readonly string[];
  readonly #known = new Map<string, string>();
  readonly #nodes = new Map<string, { fact: string; children: readonly string[] }>();
  #root = "";
  #told: Case | undefined;
  #left: number;
  #stopAtTwo = false;

  constructor(
    program: Program,
    context: Context,
    values: ValuesOf,
    order: readonly string[],
    most: number = budget,
  ) {
    this.#left = most;
    this.#program = program;
    this.#context = context;
    this.#values = values;
    this.#order = order;
  }

  explore(facts: Facts, stopAtTwo: boolean): void {
    this.#stopAtTwo = stopAtTwo;
    this.#told = new Case(facts, this.#context.background);
    this.#root = this.#follow(this.#told);
    if (this.#left <= 0) {
      this.answers.add("undecided").add("");
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
  #follow(c: Case): string {
    this.#left -= 1;
    const settled = this.#program.settle(c);
    if (settled !== undefined) {
      this.settledCase ??= c;
      const answer = answerIn(settled);
      this.answers.add(answer);
      return `=${answer}`;
    }
    const { key, open } = this.#state(c);
    const known = this.#known.get(key);
    if (known !== undefined || open === undefined) {
      return known ?? "=undecided";
    }
    const children: string[] = [];
    for (const value of this.#values(open, c, this.#told ?? c)) {
      if (this.#left <= 0 || (this.#stopAtTwo && this.answers.size > 1)) {
        return "";
      }
      children.push(this.#follow(c.changed(open, value)));
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

  /** All that the rest of the answer depends on, and the next fact to follow. */
  #state(c: Case): { readonly key: string; readonly open: string | undefined } {
    const asked = new Set<string>();
    let key = "";
    for (const piece of this.#program.pieces) {
      const truth = piece.test(c);
      key += truth;
      if (truth === unknown) {
        key += piece.atoms.map((atom) => stateOf(atom, c)).join("");
        for (const name of piece.facts) {
          asked.add(name);
        }
      }
      key += piece.figure?.(c) ?? "";
    }
    return { key, open: this.#order.find((name) => asked.has(name) && isOpen(name, c)) };
  }
}

/** What an atom has come to; while it is open, the values it has been given so far. */
function stateOf({ facts, test }: Atom, c: Case): string {
  const truth = test?.(c) ?? unknown;
  return truth === unknown
    ? JSON.stringify(facts.map((name) => factNamed(name).read(c) ?? null))
    : String(truth);
}

/** Unknown, or known less exactly than an instant; of uses, some of them. */
export function isOpen(name: string, c: Case): boolean {
  const { type, read } = factNamed(name);
  const value = read(c);
  if (isUnknown(value) || isAbsent(value)) {
    return isUnknown(value);
  }
  if (type !== "instant") {
    return type === "uses" && hasOpenUse(value, c);
  }
  const stretch = stretchOf(value, c.zones);
  return stretch === undefined || stretch.lo !== stretch.hi;
}
