import type { Context } from "../compiling/context.ts";
import type { Facts } from "../facts.ts";
import type { Outcome } from "../receipt.ts";
import { unknown } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import { Case } from "./case.ts";
import { Dependence } from "./dependence.ts";
import { Diagram, far } from "./diagram.ts";
import { differingValues, tellingOthers, type ValuesOf } from "./differingValues.ts";
import { isOpen } from "./isOpen.ts";
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

  constructor(program: Program, context: Context) {
    this.#program = program;
    this.#context = context;
    this.#values = differingValues(program, new Possibilities(context));
    this.#order = orderOf(program);
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
    const open = this.#allThatMayMatter(told);
    const diagram = this.#explore(facts, open.length > mostExact ? near : far, false);
    const needs = diagram.branchingFacts();
    return needs === undefined
      ? this.#askOneByOne(told, open, diagram.completions)
      : { outcome, needs: inOrderOfCost(needs) };
  }

  /** For a case so empty that following it all would take too long: each fact by itself. */
  #askOneByOne(told: Case, open: readonly string[], completions: readonly Case[]): Asked {
    const dependence = new Dependence(this.#program, this.#values, this.#order, told, open.length);
    const found = open.map((name) => ({
      name,
      matters: completions.some((each) => dependence.in(each, name)) || dependence.on(name),
    }));
    const needs = inOrderOfCost(found.filter(({ matters }) => matters !== false).map(({ name }) => name));
    const isSure = found.every(({ matters }) => matters !== undefined);
    return { outcome: undefined, needs, ...(isSure ? {} : { mayBeFewer: true as const }) };
  }

  #explore(facts: Facts, tests: number, stopAtTwo: boolean): Diagram {
    const diagram = new Diagram(this.#program, this.#context, this.#values, this.#order, { tests });
    diagram.explore(facts, stopAtTwo);
    return diagram;
  }

  /** Every unknown fact of an open test; of a model that says its series, the series is not asked as well. */
  #allThatMayMatter(told: Case): readonly string[] {
    const open = this.#program.pieces
      .filter(({ test }) => test(told) === unknown)
      .flatMap((piece) => piece.facts);
    const names = [...new Set(open)].filter((name) => isOpen(name, told));
    const said = tellingOthers.slice(1);
    return names.filter((name) => !(said.includes(name) && this.#isSaid(name, names, told)));
  }

  #isSaid(name: string, names: readonly string[], told: Case): boolean {
    const [model = ""] = tellingOthers;
    const models = names.includes(model) ? this.#values(model, told, told) : [];
    return models.length > 0 && models.every((value) => !isOpen(name, told.changed(model, value)));
  }
}

/** Up to so many open facts, what is asked for is no more than is needed, however long that takes. */
const mostExact = 12;
/** Tests made, where more are open, before each fact is looked at by itself. */
const near = 15_000;

/** The one answer there is, whatever the open facts are. */
function outcomeIn(answers: ReadonlyMap<string, Outcome>): Outcome | undefined {
  const [only] = answers.values();
  return answers.size === 1 ? only : undefined;
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
