import type { Atom } from "../compiling/cited.ts";
import type { Context } from "../compiling/context.ts";
import type { Facts } from "../facts.ts";
import type { Outcome } from "../receipt.ts";
import { unknown } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import { Case, isAbsent, isUnknown } from "./case.ts";
import { stretchOf } from "./moments.ts";
import { Possibilities } from "./possibilities.ts";
import { answerIn, type Program } from "./program.ts";

/** What stands between a case and its answer. */
export interface Asked {
  /** There when the unknown facts cannot change the answer after all. */
  readonly outcome: Outcome | undefined;
  /** The facts the answer depends on, cheapest first. */
  readonly needs: readonly string[];
}

/**
 * Finds the facts an undecided answer depends on. All the values the unknown facts could have are followed
 * as a decision diagram: facts in one fixed order, equal branches folded into one. A fact that still
 * branches in the folded diagram can change the answer, and no other can: that is the smallest set which
 * settles the case whatever its values turn out to be.
 */
export class Inquiry {
  readonly #program: Program;
  readonly #context: Context;
  readonly #values: ValuesOf;
  readonly #order: readonly string[];

  constructor(program: Program, context: Context) {
    this.#program = program;
    this.#context = context;
    this.#values = differingValues(program, new Possibilities(context));
    this.#order = orderOf(program);
  }

  /** The outcome all possibilities share; undefined as soon as two of them differ. */
  outcome(facts: Facts): Outcome | undefined {
    return outcomeIn(this.#explore(facts, true).answers);
  }

  ask(facts: Facts): Asked {
    const diagram = this.#explore(facts, false);
    const outcome = outcomeIn(diagram.answers);
    if (outcome !== undefined) {
      return { outcome, needs: [] };
    }
    const needs = diagram.branchingFacts() ?? this.#allThatMayMatter(facts);
    return { outcome, needs: inOrderOfCost(needs) };
  }

  #explore(facts: Facts, stopAtTwo: boolean): Diagram {
    const diagram = new Diagram(this.#program, this.#context, this.#values, this.#order);
    diagram.explore(facts, stopAtTwo);
    return diagram;
  }

  /** For a case so empty that following it all would take too long: every unknown fact of an open test. */
  #allThatMayMatter(facts: Facts): readonly string[] {
    const c = new Case(facts, this.#context.background);
    const open = this.#program.pieces
      .filter(({ test }) => test(c) === unknown)
      .flatMap((piece) => piece.facts);
    return [...new Set(open)].filter((name) => isOpen(name, c));
  }
}

function outcomeIn(answers: ReadonlySet<string>): Outcome | undefined {
  const [only] = answers;
  return answers.size === 1 ? (only?.split(" ", 1)[0] as Outcome) : undefined;
}

/** Unknown, or known less exactly than an instant. */
function isOpen(name: string, c: Case): boolean {
  const { type, read } = factNamed(name);
  const value = read(c);
  if (isUnknown(value) || isAbsent(value) || type !== "instant") {
    return isUnknown(value);
  }
  const stretch = stretchOf(value, c.zones);
  return stretch === undefined || stretch.lo !== stretch.hi;
}

/**
 * A model says its series and group, a series its group: what says more is asked first, otherwise what
 * costs less.
 */
const says: readonly string[] = ["device.model", "device.series", "device.group"];

function orderOf(program: Program): readonly string[] {
  const names = [...new Set(program.pieces.flatMap(({ facts }) => facts))];
  const first = says.filter((name) => names.includes(name));
  return [...first, ...inOrderOfCost(names).filter((name) => !says.includes(name))];
}

function inOrderOfCost(names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, cost: factNamed(name).cost }))
    .sort((a, b) => a.cost - b.cost || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

type ValuesOf = (name: string, c: Case) => readonly unknown[];

/** Of a fact that is only ever looked at by itself, one value for each way its tests can come out is enough. */
function differingValues(program: Program, possibilities: Possibilities): ValuesOf {
  const atoms = program.pieces.flatMap((piece) => piece.atoms);
  const found = new Map<string, readonly unknown[]>();
  return (name, c) => {
    const tests = atoms.filter(({ facts }) => facts.includes(name));
    const { type } = factNamed(name);
    const isAlone = tests.every(({ facts, test }) => facts.length === 1 && test !== undefined);
    if (!isAlone || type === "instant" || says.includes(name)) {
      return possibilities.of(name, c);
    }
    const values = found.get(name) ?? apart(possibilities.of(name, c), tests, name, c);
    found.set(name, values);
    return values;
  };
}

function apart(
  values: readonly unknown[],
  tests: readonly Atom[],
  name: string,
  c: Case,
): readonly unknown[] {
  const byTests = new Map<string, unknown>();
  for (const value of values) {
    const changed = c.changed(name, value);
    const result = tests.map(({ test }) => test?.(changed)).join("");
    byTests.set(result, byTests.get(result) ?? value);
  }
  return [...byTests.values()];
}

/** Cases looked at before the search gives up being exact. */
const budget = 10_000;

class Diagram {
  readonly answers: Set<string> = new Set();
  readonly #program: Program;
  readonly #context: Context;
  readonly #values: ValuesOf;
  readonly #order: readonly string[];
  readonly #known = new Map<string, string>();
  readonly #nodes = new Map<string, { fact: string; children: readonly string[] }>();
  #root = "";
  #left: number = budget;
  #stopAtTwo = false;

  constructor(program: Program, context: Context, values: ValuesOf, order: readonly string[]) {
    this.#program = program;
    this.#context = context;
    this.#values = values;
    this.#order = order;
  }

  explore(facts: Facts, stopAtTwo: boolean): void {
    this.#stopAtTwo = stopAtTwo;
    this.#root = this.#follow(new Case(facts, this.#context.background));
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
    for (const value of this.#values(open, c)) {
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
