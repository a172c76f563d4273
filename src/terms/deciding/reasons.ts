import type { Cited, Obstacle, Requirement } from "../compiling/cited.ts";
import { countUses } from "../compiling/counts.ts";
import type { Note } from "../compiling/notes.ts";
import type { Door, Reason, Verdict } from "../receipt.ts";
import { formatInstant, parseInstant } from "../time/civil.ts";
import { no, yes } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import { type Case, isUnknown } from "./case.ts";

type Detail = Readonly<Record<string, unknown>>;

/**
 * A clause's part in a decision, with the facts it looked at. What looks only at words, answers and numbers
 * says the same few things again and again; those are made once, and shared by the receipts.
 */
export function reasonOf(cited: Cited, verdict: Verdict, c: Case, detail?: Detail): Reason {
  const said = cited.said?.find(c, verdict, detail);
  if (said !== undefined) {
    return said;
  }
  const reason = createReason(cited, verdict, c, detail);
  cited.said?.keep(c, detail, reason);
  return reason;
}

function createReason(cited: Cited, verdict: Verdict, c: Case, detail?: Detail): Reason {
  const facts: Record<string, unknown> = {};
  let presumed: string[] | undefined;
  for (const { name, read } of cited.reads) {
    const value = read(c);
    if (!isUnknown(value)) {
      facts[name] = plainOf(name, value);
    } else if (cited.presume.has(name)) {
      facts[name] = cited.presume.get(name);
      presumed = [...(presumed ?? []), name];
    }
  }
  const told = presumed === undefined ? detail : { ...detail, presumed };
  return told === undefined
    ? { clause: cited.id, verdict, says: cited.says, facts }
    : { clause: cited.id, verdict, says: cited.says, facts, detail: told };
}

/**
 * As we write it: uses as their count, instants in UTC, yes and no as true and false, an interval or an
 * amount with its keys in one order, so that equal facts give equal bytes.
 */
function plainOf(name: string, value: unknown): unknown {
  if (typeof value === "string") {
    return plainText(name, value);
  }
  if (name === "plan.uses") {
    return countUses(value);
  }
  if (Array.isArray(value)) {
    // No word of a list is written otherwise than it was told.
    return factNamed(name).type === "list" && value.every(isWord)
      ? [...value]
      : value.map((each) => (Array.isArray(each) ? null : plainOf(name, each)));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, innerOf(name, inner)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const isWord = (value: unknown): boolean => typeof value === "string";

/** No fact has more inside: what is nested deeper was nobody's to tell, and could not be written down. */
function innerOf(name: string, inner: unknown): unknown {
  if (typeof inner === "object") {
    return null;
  }
  return typeof inner === "string" ? plainText(name, inner) : inner;
}

function plainText(name: string, value: string): unknown {
  if (value === "yes" || value === "no") {
    return factNamed(name).type === "yes-no" ? value === "yes" : value;
  }
  // Most instants come written as we write them.
  const isOurs = value.length === 20 && value.charCodeAt(19) === 90 && value.charCodeAt(10) === 84;
  if (value.length < 20 || isOurs || factNamed(name).type !== "instant") {
    return value;
  }
  const instant = parseInstant(value);
  return instant === undefined ? value : formatInstant(instant);
}

/** The doors that clauses which said no leave open, each once. */
export function doorsOf(cited: readonly Cited[], c: Case): Door[] {
  const doors: Door[] = [];
  for (const { door } of cited) {
    if (door !== undefined && door.isOpenFor(c) !== no && !doors.some((each) => each.door === door.door)) {
      doors.push({ door: door.door, clause: door.clause });
    }
  }
  return doors;
}

/**
 * Reasons in the order of the document, each clause once. Kept in order as they come, for they come nearly
 * so.
 */
class Reasons {
  readonly found: Reason[] = [];
  readonly #orders: number[] = [];

  /** Whether the clause was not there yet. */
  add(cited: Cited, verdict: Verdict, c: Case, detail: Detail | undefined): boolean {
    let at = this.#orders.length;
    while (at > 0 && (this.#orders[at - 1] ?? 0) > cited.order) {
      at -= 1;
    }
    if (at > 0 && this.#orders[at - 1] === cited.order) {
      return false;
    }
    const reason = reasonOf(cited, verdict, c, detail);
    if (at === this.#orders.length) {
      this.#orders.push(cited.order);
      this.found.push(reason);
    } else {
      this.#orders.splice(at, 0, cited.order);
      this.found.splice(at, 0, reason);
    }
    return true;
  }
}

/** Collects what speaks for and against. */
export class Weighing {
  /** The clauses that say no, in the order they were found. */
  readonly blamed: Obstacle[] = [];
  readonly #c: Case;
  readonly #for = new Reasons();
  readonly #against = new Reasons();
  readonly #citesWhatHolds: boolean;

  /** What holds is not cited where nothing it could have been would have changed the answer. */
  constructor(c: Case, citesWhatHolds = true) {
    this.#c = c;
    this.#citesWhatHolds = citesWhatHolds;
  }

  get because(): Reason[] {
    return this.#for.found;
  }

  get against(): Reason[] {
    return this.#against.found;
  }

  /** Cites a clause that holds, if that matters. */
  hold(cited: Cited, detail?: Detail): void {
    if (this.#citesWhatHolds) {
      this.cite(cited, "holds", detail);
    }
  }

  cite(cited: Cited, verdict: Verdict, detail?: Detail): void {
    this.#for.add(cited, verdict, this.#c, detail);
  }

  blame(cited: Obstacle, verdict: Verdict, detail?: Detail): void {
    if (this.#against.add(cited, verdict, this.#c, detail)) {
      this.blamed.push(cited);
    }
  }

  /** Against, but nothing a customer could change. */
  refuse(cited: Cited, verdict: Verdict): void {
    this.#against.add(cited, verdict, this.#c, undefined);
  }

  /** Those that hold within their scope speak for, those that fail against. */
  requirements(requirements: readonly Requirement[]): void {
    for (const requirement of requirements) {
      const holds = requirement.holds(this.#c);
      if (holds === no) {
        this.blame(requirement, "fails", requirement.detail?.(this.#c));
      } else if (holds === yes) {
        this.#citeInScope(requirement);
      }
    }
  }

  /** Requirements known to hold. */
  holding(requirements: readonly Requirement[]): void {
    for (const requirement of requirements) {
      this.#citeInScope(requirement);
    }
  }

  #citeInScope(requirement: Requirement): void {
    if (!this.#citesWhatHolds) {
      return;
    }
    if (requirement.isInScope === undefined || requirement.isInScope(this.#c) === yes) {
      this.hold(requirement, requirement.detail?.(this.#c));
    }
  }

  notes(notes: readonly Note[]): void {
    for (const note of notes) {
      if (note.concerns(this.#c) !== no) {
        this.cite(note, "not-coded", note.detail);
      }
    }
  }
}

export const inOrder = <T extends { readonly order: number }>(cited: readonly T[]): readonly T[] =>
  cited.length < 2 ? cited : [...cited].sort((a, b) => a.order - b.order);
