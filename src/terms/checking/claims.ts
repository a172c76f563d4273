import type { Piece } from "../compiling/cited.ts";
import { compileCondition } from "../compiling/conditions.ts";
import type { Context, Test } from "../compiling/context.ts";
import type { Case } from "../deciding/case.ts";
import { isOpen } from "../deciding/diagram.ts";
import type { Explanation, Program, Settled } from "../deciding/program.ts";
import type { Facts } from "../facts.ts";
import { type Condition, factsIn, factTests } from "../tests.ts";
import { no, not, yes } from "../truth.ts";

/** A condition as its clause reads it, and whether it is to hold. */
export interface Claim {
  readonly when: Condition | null;
  readonly presume: ReadonlyMap<string, unknown>;
  readonly holds?: false;
}

/** A claim as the engine tests it. */
export function testOf({ when, presume, holds }: Claim, context: Context): Test {
  const test = compileCondition(when, presume, context);
  return holds === false ? (c) => not(test(c)) : test;
}

/** A claim with the facts it asks for. */
export function pieceOf(claim: Claim, context: Context): Piece {
  const { when, presume } = claim;
  const atoms = factTests(when).map((each) => ({
    facts: factsIn(each),
    test: compileCondition(each, presume, context),
  }));
  const facts = new Set(atoms.flatMap((atom) => atom.facts));
  return { facts: [...facts].filter((fact) => !presume.has(fact)), test: testOf(claim, context), atoms };
}

/** Claims as a decision, so that all that facts could be is followed as the engine follows it. */
export class ClaimWatch implements Program {
  readonly decision = "offer";
  readonly pieces: readonly Piece[];
  found: Facts | undefined;
  /** Something stayed unknown although every fact was told. */
  isStuck = false;

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
  }

  settle(c: Case): Settled | undefined {
    const truths = this.pieces.map(({ test }) => test(c));
    if (truths.includes(no)) {
      return { outcome: "refused" };
    }
    if (truths.every((truth) => truth === yes)) {
      this.found ??= c.facts;
      return { outcome: "allowed" };
    }
    this.isStuck ||= !this.pieces.some(({ facts }) => facts.some((name) => isOpen(name, c)));
    return undefined;
  }

  explain(): Explanation {
    return nothingToSay;
  }

  rank(): number {
    return 0;
  }
}

const nothingToSay: Explanation = {
  because: [],
  against: [],
  fee: null,
  uses: null,
  returns: null,
  deadlines: [],
  doors: [],
  obstacles: [],
};
