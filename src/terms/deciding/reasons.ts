import type { Cited, Obstacle, Requirement } from "../compiling/clauses.ts";
import { countUses } from "../compiling/counts.ts";
import type { Note } from "../compiling/notes.ts";
import type { Door, Reason, Verdict } from "../receipt.ts";
import { no, yes } from "../truth.ts";
import { type Case, isUnknown } from "./case.ts";

type Detail = Readonly<Record<string, unknown>>;

/** A clause's part in a decision, with the facts it looked at. */
export function reasonOf(cited: Cited, verdict: Verdict, c: Case, detail?: Detail): Reason {
  // Copied from a template: adding keys one by one is most of what a receipt would cost.
  const facts: Record<string, unknown> = { ...cited.template };
  let presumed: string[] | undefined;
  for (const { name, read } of cited.reads) {
    const value = read(c);
    if (!isUnknown(value)) {
      facts[name] = name === "plan.uses" ? countUses(value) : value;
    } else if (cited.presume.has(name)) {
      facts[name] = cited.presume.get(name);
      presumed = [...(presumed ?? []), name];
    } else {
      delete facts[name];
    }
  }
  const told = presumed === undefined ? detail : { ...detail, presumed };
  return told === undefined
    ? { clause: cited.id, verdict, says: cited.says, facts }
    : { clause: cited.id, verdict, says: cited.says, facts, detail: told };
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

interface Entry {
  readonly order: number;
  readonly reason: Reason;
}

/** Collects what speaks for and against, each clause once, in the order of the document. */
export class Weighing {
  /** The clauses that say no, in the order they were found. */
  readonly blamed: Obstacle[] = [];
  readonly #c: Case;
  readonly #for: Entry[] = [];
  readonly #against: Entry[] = [];

  constructor(c: Case) {
    this.#c = c;
  }

  because(): Reason[] {
    return reasonsIn(this.#for);
  }

  against(): Reason[] {
    return reasonsIn(this.#against);
  }

  cite(cited: Cited, verdict: Verdict, detail?: Detail): void {
    if (!isAmong(this.#for, cited.order)) {
      this.#for.push({ order: cited.order, reason: reasonOf(cited, verdict, this.#c, detail) });
    }
  }

  blame(cited: Obstacle, verdict: Verdict, detail?: Detail): void {
    if (this.refuse(cited, verdict, detail)) {
      this.blamed.push(cited);
    }
  }

  /** Against, but nothing a customer could change; whether it is new. */
  refuse(cited: Cited, verdict: Verdict, detail?: Detail): boolean {
    if (isAmong(this.#against, cited.order)) {
      return false;
    }
    this.#against.push({ order: cited.order, reason: reasonOf(cited, verdict, this.#c, detail) });
    return true;
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
    if (requirement.isInScope === undefined || requirement.isInScope(this.#c) === yes) {
      this.cite(requirement, "holds", requirement.detail?.(this.#c));
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

function isAmong(entries: readonly Entry[], order: number): boolean {
  for (const entry of entries) {
    if (entry.order === order) {
      return true;
    }
  }
  return false;
}

function reasonsIn(entries: Entry[]): Reason[] {
  if (entries.length > 1) {
    entries.sort(byOrder);
  }
  const reasons: Reason[] = [];
  for (const { reason } of entries) {
    reasons.push(reason);
  }
  return reasons;
}

const byOrder = (a: { readonly order: number }, b: { readonly order: number }): number => a.order - b.order;

export const inOrder = <T extends { readonly order: number }>(cited: readonly T[]): T[] =>
  [...cited].sort(byOrder);
