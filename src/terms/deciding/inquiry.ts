import type { Context } from "../compiling/context.ts";
import type { Facts } from "../facts.ts";
import type { Outcome } from "../receipt.ts";
import { allThatMayMatter } from "./allThatMayMatter.ts";
import { askingOrder, foldingOrder, inOrderOfCost } from "./askingOrder.ts";
import { Case } from "./case.ts";
import { Dependence } from "./dependence.ts";
import { Diagram, far } from "./diagram.ts";
import { differingValues, type ValuesOf } from "./differingValues.ts";
import { Possibilities } from "./possibilities.ts";
import type { Program } from "./program.ts";
import { Turns } from "./turns.ts";

/** What stands between a case and its answer. */
export interface Asked {
  /** There when the unknown facts cannot change the answer after all. */
  readonly outcome: Outcome | undefined;
  /** One way the unknown facts could be, by which such an answer can be explained. */
  readonly completion?: Case | undefined;
  /** The facts the answer depends on, cheapest first. */
  readonly needs: readonly string[];
  /** The search was cut off: some of the facts may turn out not to matter. */
  readonly mayBeFewer?: true;
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
  readonly #folding: readonly string[];

  constructor(program: Program, context: Context) {
    this.#program = program;
    this.#context = context;
    this.#values = differingValues(program, new Possibilities(context));
    this.#order = askingOrder(program);
    this.#folding = foldingOrder(program);
  }

  /** The outcome all possibilities share; undefined as soon as two of them differ. */
  outcome(facts: Facts): Outcome | undefined {
    return outcomeIn(this.#explore(facts, far, true).answers);
  }

  ask(facts: Facts): Asked {
    const first = this.#explore(facts, far, true);
    const outcome = outcomeIn(first.answers);
    if (outcome !== undefined) {
      return { outcome, completion: first.completions[0], needs: [] };
    }
    const told = new Case(facts, this.#context.background);
    const open = allThatMayMatter(this.#program, this.#values, told);
    const isFew = open.length <= mostExact;
    const seen = isFew ? this.#seenToMatter(open, told, first.completions) : new Set<string>();
    // As soon as each is seen to matter there are no others to be ruled out.
    if (isFew && seen.size === open.length) {
      return { outcome, needs: inOrderOfCost(open) };
    }
    const diagram = this.#explore(facts, isFew ? far : near, false);
    const branching = diagram.branchingFacts();
    return branching === undefined
      ? this.#askOneByOne(told, open, seen, diagram.completions)
      : { outcome, needs: inOrderOfCost([...new Set([...branching, ...seen])]) };
  }

  /** Facts that matter for sure; the search ends with the first that is in doubt. */
  #seenToMatter(open: readonly string[], told: Case, completions: readonly Case[]): ReadonlySet<string> {
    const turns = new Turns(this.#program, this.#values, this.#order, told);
    const seen = new Set(turns.among(open, completions).keys());
    const others = open.filter((name) => !seen.has(name));
    const shares = Math.max(others.length, leastShares);
    const dependence = new Dependence(this.#program, this.#values, this.#order, told, shares);
    for (const name of others) {
      if (dependence.on(name) !== true) {
        return seen;
      }
      seen.add(name);
    }
    return seen;
  }

  /** For a case so empty that following it all would take too long: each fact by itself. */
  #askOneByOne(
    told: Case,
    open: readonly string[],
    seen: ReadonlySet<string>,
    completions: readonly Case[],
  ): Asked {
    const dependence = new Dependence(this.#program, this.#values, this.#order, told, open.length);
    const found = open.map((name) => ({
      name,
      matters: seen.has(name) || completions.some((each) => dependence.in(each, name)) || dependence.on(name),
    }));
    const needs = inOrderOfCost(found.filter(({ matters }) => matters !== false).map(({ name }) => name));
    const isSure = found.every(({ matters }) => matters !== undefined);
    return { outcome: undefined, needs, ...(isSure ? {} : { mayBeFewer: true as const }) };
  }

  #explore(facts: Facts, tests: number, stopAtTwo: boolean): Diagram {
    const order = stopAtTwo ? this.#order : this.#folding;
    const diagram = new Diagram(this.#program, this.#context, this.#values, order, { tests });
    diagram.explore(facts, stopAtTwo);
    return diagram;
  }
}

/** Up to so many open facts, what is asked for is no more than is needed, however long that takes. */
const mostExact = 12;
/** A search that may be for nothing has no more than such a share of what is spent on a case. */
const leastShares = 6;
/** Tests made, where more are open, before each fact is looked at by itself. */
const near = 15_000;

/** The one answer there is, whatever the open facts are. */
function outcomeIn(answers: ReadonlyMap<string, Outcome>): Outcome | undefined {
  const [only] = answers.values();
  return answers.size === 1 ? only : undefined;
}
