import type { Case } from "../deciding/case.ts";
import type { Clause } from "../document.ts";
import type { DoorRule, Rule } from "../rules.ts";
import { type Condition, factsIn, factTests } from "../tests.ts";
import type { Duration } from "../time/duration.ts";
import { yes } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import { compileCondition } from "./conditions.ts";
import { type Conjunct, weightOf } from "./conjuncts.ts";
import type { Context, ReadFact, Test } from "./context.ts";
import { type SaidBefore, saidBefore } from "./said.ts";

/** A clause as the engine cites it: its id, its words, the facts it looks at. */
export interface Cited {
  readonly id: string;
  /** How much its test costs, so that of many the cheap ones are tried first. */
  readonly weight: number;
  /** Its place in the document; reasons are given in that order. */
  readonly order: number;
  readonly says: string;
  readonly facts: readonly string[];
  readonly atoms: readonly Atom[];
  /** How each of them is read, as it was told. */
  readonly reads: readonly { readonly name: string; readonly read: ReadFact }[];
  /** Facts it counts as something while they are unknown. */
  readonly presume: ReadonlyMap<string, unknown>;
  readonly door: CompiledDoor | undefined;
  /** The reasons it has given before; undefined where hardly one is ever given twice. */
  readonly said: SaidBefore | undefined;
}

export interface CompiledDoor {
  readonly door: string;
  readonly clause: string;
  readonly isOpenFor: Test;
}

/** A clause that can say no, and knows when it no longer would. */
export interface Obstacle extends Cited {
  readonly clears: (c: Case) => boolean;
  /** The fact it runs from, for a window, and how long it is open. */
  readonly from?: string | undefined;
  readonly duration?: Duration | undefined;
  /** The fact that must not be later than its end, where that is not the moment of the decision. */
  readonly until?: string | undefined;
  /** The one value of a list that would satisfy it. */
  readonly suggest?:
    | ((c: Case) => { readonly fact: string; readonly to: readonly string[] } | undefined)
    | undefined;
}

/** Something that must hold, within its scope. */
export interface Requirement extends Obstacle {
  /** Undefined when it concerns every case. */
  readonly isInScope: Test | undefined;
  /** Holds outside its scope as well. */
  readonly holds: Test;
  /** The same, taken apart, where it can be. */
  readonly conjuncts?: readonly Conjunct[] | undefined;
  readonly isCurable: boolean;
  /** What is lacking is not the customer's to bring: a person looks. */
  readonly isReview?: boolean;
  readonly detail: ((c: Case) => Readonly<Record<string, unknown>> | undefined) | undefined;
}

/** Something that defeats cover, unless an exception catches it. */
export interface Exclusion extends Obstacle {
  readonly applies: Test;
  /** The opposite, taken apart. */
  readonly spares: readonly Conjunct[];
  readonly exceptions: readonly Exception[];
  readonly detail: Readonly<Record<string, unknown>> | undefined;
}

export interface Exception extends Cited {
  readonly catches: Test;
}

/**
 * The smallest tests a clause is made of. Without a test of its own, the values of the facts matter as they
 * are.
 */
export interface Atom {
  readonly facts: readonly string[];
  readonly test?: Test;
  /** Counts as no while it is unknown, so that nobody is asked for it. */
  readonly isOptional?: true;
}

/** One test of a decision with the facts it reads: what is looked at when something is unknown. */
export interface Piece {
  readonly facts: readonly string[];
  readonly test: Test;
  readonly atoms: readonly Atom[];
  /** It says how much, not only whether: the figure as a text, undefined while unknown. */
  readonly figure?: (c: Case) => string | undefined;
  /** The clause whose truth the test is; undefined for what is only a part of one. */
  readonly clause?: PieceClause;
}

export interface PieceClause {
  readonly id: string;
  readonly order: number;
  /** What must hold for the clause, or for its opposite, taken apart. */
  readonly conjuncts: readonly Conjunct[];
  readonly isOpposite: boolean;
}

/**
 * A clause's test; what it presumes when nobody has told, it does not ask for. `apart` is the same test taken
 * apart, or its opposite.
 */
export function pieceOf(cited: Cited, test: Test, apart: Partial<PieceClause> = {}): Piece {
  const { id, order, weight, atoms, presume } = cited;
  const facts = new Set(atoms.filter(({ isOptional }) => isOptional !== true).flatMap((atom) => atom.facts));
  const { conjuncts = [{ test, weight }], isOpposite = false } = apart;
  return {
    facts: [...facts].filter((fact) => !presume.has(fact)),
    test,
    atoms,
    clause: { id, order, conjuncts, isOpposite },
  };
}

/** `more` is what the rule looks at beside its conditions. */
export function cite(clause: Clause, rule: Rule, more: readonly Atom[], context: Context): Cited {
  const conditions = [
    rule.when,
    "for" in rule ? rule.for : undefined,
    "unless" in rule ? rule.unless : undefined,
  ];
  const atoms = [...conditions.flatMap((condition) => atomsOf(condition, rule, context)), ...more];
  const facts = [...new Set(atoms.flatMap((atom) => atom.facts))];
  return {
    id: clause.id,
    weight: weightOf(...conditions),
    order: context.document.clauses.indexOf(clause),
    says: context.saysOf(clause),
    facts,
    atoms,
    reads: facts.map((name) => ({ name, read: factNamed(name).read })),
    presume: rule.presume,
    door: doorOf(clause, rule, context),
    said: saidBefore(facts),
  };
}

/** A clause that only a person can pass has that person for its door, if it names no other. */
function doorOf(clause: Clause, rule: Rule, context: Context): CompiledDoor | undefined {
  if ("door" in rule && rule.door !== undefined) {
    return compileDoor(rule.door, clause, rule, context);
  }
  return isReviewed(rule) ? { door: toPerson, clause: clause.id, isOpenFor: () => yes } : undefined;
}

/** The door to somebody who looks at the case and decides. */
export const toPerson = "person";

export const isReviewed = (rule: Rule): boolean => rule.kind === "require" && rule.curable === "review";

function atomsOf(condition: Condition | null | undefined, rule: Rule, context: Context): Atom[] {
  return factTests(condition ?? null).map((each) => ({
    facts: factsIn(each),
    test: compileCondition(each, rule.presume, context),
  }));
}

function compileDoor(door: DoorRule, clause: Clause, rule: Rule, context: Context): CompiledDoor {
  return {
    door: door.door,
    clause: door.clause ?? clause.id,
    isOpenFor: compileCondition(door.when, rule.presume, context),
  };
}
