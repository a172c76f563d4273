import type { Obstacle } from "../compiling/cited.ts";
import type { Context } from "../compiling/context.ts";
import { countUses } from "../compiling/counts.ts";
import type { FactInfo } from "../factTypes.ts";
import type { Change, Outcome } from "../receipt.ts";
import { factNamed, vocabulary } from "../vocabulary.ts";
import { type Case, isUnknown } from "./case.ts";
import { nearestInstants } from "./nearestInstants.ts";
import { Possibilities } from "./possibilities.ts";
import type { Program } from "./program.ts";
import { sentenceFor, whoTells } from "./sentences.ts";
import { hasHappened, mayTurn, type Sized, sizeOf, smallestFirst } from "./sizes.ts";

/** What a device is, what a contract fixed when it was concluded, and what looks odd, is no hint. */
const settledForGood: ReadonlySet<string> = new Set([
  ...["at", "device.model", "device.series", "device.group"],
  ...["holder.country", "holder.state", "holder.kind"],
  "signals",
]);

/**
 * Finds the smallest changes that would have turned a no around. Each is tried: the decision is really made
 * again.
 */
export class Hints {
  readonly #program: Program;
  readonly #possibilities: Possibilities;
  readonly #grown = new Map<string, readonly unknown[]>();

  constructor(program: Program, context: Context) {
    this.#program = program;
    this.#possibilities = new Possibilities(context);
  }

  changes(outcome: Outcome, obstacles: readonly (readonly Obstacle[])[], c: Case): Change[] {
    if (obstacles.length === 0 || outcome === "undecided" || outcome === "incomplete") {
      return [];
    }
    const found: Sized[] = [];
    for (const set of obstacles) {
      for (const name of readByAll(set)) {
        if (nameable.has(name) && mayTurn(name, this.#program.decision)) {
          this.#look(name, outcome, set, c, found);
        }
      }
    }
    return found.length === 0 ? [] : found.sort(smallestFirst).map(({ change }) => change);
  }

  /** One fact is told once; only of times may another set of clauses ask for less. */
  #look(name: string, outcome: Outcome, set: readonly Obstacle[], c: Case, found: Sized[]): void {
    const at = found.findIndex(({ change }) => change.fact === name);
    const before = found[at];
    if (before !== undefined && factNamed(name).type !== "instant") {
      return;
    }
    const change = this.#nearest(name, outcome, set, c);
    if (change !== undefined && before === undefined) {
      found.push(change);
    } else if (change !== undefined && before !== undefined && change.size < before.size) {
      found[at] = change;
    }
  }

  /** The first value, nearest to the one there is, with which the outcome is better. */
  #nearest(name: string, outcome: Outcome, set: readonly Obstacle[], c: Case): Sized | undefined {
    const info = factNamed(name);
    const current = info.read(c);
    if (isUnknown(current)) {
      return undefined;
    }
    for (const to of this.#candidates(info, current, set, c)) {
      const changed = c.changed(name, to);
      // Cheaper than deciding again, and enough to drop most candidates.
      if (set.every((obstacle) => obstacle.clears(changed))) {
        const better = this.#program.settle(changed)?.outcome;
        if (better !== undefined && this.#program.rank(better) > this.#program.rank(outcome)) {
          const says = sentenceFor(info, current, to, set, c.zones);
          const told = { fact: name, to, outcome: better, says, by: whoTells[info.supplier] };
          const isOver = hasHappened(info, this.#program.decision);
          const change: Change = isOver ? { ...told, correction: true } : told;
          return { change, size: sizeOf(info, current, to, c.zones) };
        }
      }
    }
    return undefined;
  }

  #candidates(info: FactInfo, current: unknown, set: readonly Obstacle[], c: Case): Iterable<unknown> {
    switch (info.type) {
      case "instant":
        return nearestInstants(info, set, c);
      case "yes-no":
        return current === true || current === "yes" ? [false] : [true];
      case "uses":
        return fewer(countUses(current) ?? 0, this.#possibilities.mostGranted);
      case "list":
        return suggested(info.name, set, c) ?? this.#lists(info, current, c);
      case "money":
        return [];
      default:
        return this.#possibilities
          .of(info.name, c)
          .filter((value) => value !== current && !isStranger(value));
    }
  }

  /** The lists a document tells apart do not depend on the case, and cases have few different ones. */
  #lists(info: FactInfo, current: unknown, c: Case): readonly unknown[] {
    if (!Array.isArray(current)) {
      return [];
    }
    const key = `${info.name} ${JSON.stringify(current)}`;
    let lists = this.#grown.get(key);
    if (lists === undefined) {
      lists = grown(current, this.#possibilities.of(info.name, c));
      if (this.#grown.size < 1000) {
        this.#grown.set(key, lists);
      }
    }
    return lists;
  }
}

function suggested(name: string, set: readonly Obstacle[], c: Case): readonly unknown[] | undefined {
  const found = set.flatMap((obstacle) => obstacle.suggest?.(c) ?? []).filter(({ fact }) => fact === name);
  return found.length === 0 ? undefined : found.map(({ to }) => to);
}

/** A fact turns a set of obstacles around only if all of them look at it. */
function readByAll(set: readonly Obstacle[]): readonly string[] {
  const [first, ...others] = set;
  if (first !== undefined && others.length === 0) {
    return first.facts;
  }
  return (first?.facts ?? []).filter((name) => others.every(({ facts }) => facts.includes(name)));
}

/** Facts a hint may name. */
const nameable: ReadonlySet<string> = new Set(
  [...vocabulary.values()].filter(isNameable).map(({ name }) => name),
);

function isNameable({ name, identity, type }: FactInfo): boolean {
  const isContractDate = type === "instant" && (name.startsWith("plan.") || name.startsWith("code."));
  return identity !== true && !settledForGood.has(name) && !isContractDate;
}

/** Above what is granted, one count is as much too many as another. */
function* fewer(count: number, mostGranted: number): Generator<number> {
  for (let uses = Math.min(count, mostGranted + 1) - 1; uses >= 0; uses -= 1) {
    yield uses;
  }
}

/** First the list with what is missing added, then other lists. */
function grown(current: readonly unknown[], possible: readonly unknown[]): readonly unknown[] {
  const lists = possible.filter((list) => Array.isArray(list)) as (readonly unknown[])[];
  const more = lists.map((list) => [...current, ...list.filter((item) => !current.includes(item))]);
  const all = [...more.sort((a, b) => a.length - b.length), ...lists];
  const different = new Map(all.map((list) => [list.map(String).sort().join(), list]));
  different.delete(current.map(String).sort().join());
  return [...different.values()];
}

/** The made-up value that stands for "none of those the document knows". */
const isStranger = (value: unknown): boolean => typeof value === "string" && value.startsWith("?");
