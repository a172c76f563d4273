import type { Context } from "../compiling/context.ts";
import type { Facts } from "../facts.ts";
import type { Outcome } from "../receipt.ts";
import { unknown } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import { Case } from "./case.ts";
import { Diagram, isOpen } from "./diagram.ts";
import { differingValues, tellingOthers, type ValuesOf } from "./differingValues.ts";
import { Possibilities } from "./possibilities.ts";
import type { Program } from "./program.ts";

/** What stands between a case and its answer. */
export interface Asked {
  /** There when the unknown facts cannot change the answer after all. */
  readonly outcome: Outcome | undefined;
  /** One way the unknown facts could be, by which such an answer can be explained. */
  readonly completion?: Case | undefined;
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
      return { outcome, completion: diagram.settledCase, needs: [] };
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

/**
 * A model says its series and group, a series its group: what says more is asked first, otherwise what
 * costs less.
 */
function orderOf(program: Program): readonly string[] {
  const names = [...new Set(program.pieces.flatMap(({ facts }) => facts))];
  const first = tellingOthers.filter((name) => names.includes(name));
  return [...first, ...inOrderOfCost(names).filter((name) => !first.includes(name))];
}

function inOrderOfCost(names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, cost: factNamed(name).cost }))
    .sort((a, b) => a.cost - b.cost || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}
