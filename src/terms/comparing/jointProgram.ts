import type { Piece } from "../compiling/cited.ts";
import { Case } from "../deciding/case.ts";
import { tellingOthers, type ValuesOf } from "../deciding/differingValues.ts";
import { Possibilities } from "../deciding/possibilities.ts";
import type { Program, Settled } from "../deciding/program.ts";
import type { Decision } from "../document.ts";
import type { Facts } from "../facts.ts";
import type { Outcome } from "../receipt.ts";
import { factNamed } from "../vocabulary.ts";
import type { Judge } from "./judge.ts";

/** Called with every case both documents settle; what it returns tells the classes of cases apart. */
export type Meet = (facts: Facts, before: Settled, after: Settled) => string;

/**
 * Two documents as one program, so that both can be followed over one decision diagram: it settles where both
 * do, or where both must agree, and is made of the tests of both.
 */
export function jointProgram(
  decision: Decision,
  before: Judge,
  after: Judge,
  meet: Meet,
  agree: (facts: Facts) => boolean = () => false,
): Program {
  const old = before.program(decision);
  const now = after.program(decision);
  return {
    ...now,
    settle: (c) => {
      if (agree(c.facts)) {
        return { outcome: "same" as Outcome };
      }
      const first = old.settle(before.case(c.facts));
      const second = now.settle(after.case(c.facts));
      return first && second && { outcome: meet(c.facts, first, second) as Outcome };
    },
    pieces: [...piecesFor(old, before), ...piecesFor(now, after)],
  };
}

/** The tests of a program, each reading the case as its own document does. */
function piecesFor(program: Program, judge: Judge): readonly Piece[] {
  let last: Case | undefined;
  let own = judge.case({});
  const read = (c: Case): Case => {
    if (c !== last) {
      last = c;
      own = new Case(c.facts, judge.context.background);
    }
    return own;
  };
  return program.pieces.map(({ facts, test, atoms, figure }) => ({
    facts,
    test: (c) => test(read(c)),
    atoms: atoms.map((atom) => ({
      ...atom,
      ...(atom.test && { test: (c: Case) => atom.test?.(read(c)) ?? 1 }),
    })),
    ...(figure && { figure: (c: Case) => figure(read(c)) }),
  }));
}

/** The values a fact could have, as far as either document can tell them apart. */
export function jointValues(before: Judge, after: Judge): ValuesOf {
  const possibilities = [before, after].map(({ context }) => new Possibilities(context));
  return (name, c) => {
    const values = possibilities.flatMap((each) => each.of(name, c));
    return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
  };
}

/** The values of a fact that can be told: none that only stands for "another one". */
export function realValues(before: Judge, after: Judge): ValuesOf {
  const values = jointValues(before, after);
  return (name, c) => values(name, c).filter((value) => !JSON.stringify(value).includes('"?'));
}

/**
 * The order in which unknown facts are followed. A model says its series and group, so it comes first; then
 * what is at stake, for there the two part. Instants keep the order of their cost, in which each is measured
 * against those before it.
 */
export function orderOfFacts(program: Program, atStake: readonly string[]): readonly string[] {
  const asked = [...new Set(program.pieces.flatMap(({ facts }) => facts))];
  const rankOf = (name: string): number => {
    if (tellingOthers.includes(name)) {
      return tellingOthers.indexOf(name);
    }
    const isEarly = atStake.includes(name) && factNamed(name).type !== "instant";
    return (isEarly ? 10 : 100) + factNamed(name).cost;
  };
  return asked.toSorted((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
}
