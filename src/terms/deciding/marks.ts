import type { Atom, Piece } from "../compiling/cited.ts";
import { type Truth, unknown } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import type { Case } from "./case.ts";

/** All that the rest of an answer can depend on of a piece, as a text; it is open while that can change. */
export interface Mark {
  readonly mark: string;
  readonly truth: Truth;
  readonly isOpen: boolean;
}

export function markOf({ test, atoms, figure }: Piece, c: Case): Mark {
  const truth = test(c);
  const amount = figure?.(c);
  const isUnknown = truth === unknown;
  const states = isUnknown ? atoms.map((atom) => stateOf(atom, c)).join("") : "";
  const isOpen = isUnknown || (figure !== undefined && amount === undefined);
  return { mark: `${truth}${states}${amount ?? ""}`, truth, isOpen };
}

/** What an atom has come to; while it is open, the values it has been given so far. */
function stateOf({ facts, test }: Atom, c: Case): string {
  const truth = test?.(c) ?? unknown;
  return truth === unknown ? facts.map((name) => written(factNamed(name).read(c))).join() : String(truth);
}

/** Deeper than any value of a fact goes. */
const deepest = 4;

/** A value as a text; what is nested deeper than any fact is not told apart. */
function written(value: unknown, depth = 0): string {
  if (typeof value !== "object" || value === null) {
    return typeof value === "string"
      ? JSON.stringify(value)
      : String((value as number | boolean | null | undefined) ?? null);
  }
  if (depth === deepest) {
    return "...";
  }
  if (Array.isArray(value)) {
    return `[${value.map((item) => written(item, depth + 1)).join()}]`;
  }
  const entries = Object.entries(value).map(([key, item]) => `${key}:${written(item, depth + 1)}`);
  return `{${entries.join()}}`;
}
