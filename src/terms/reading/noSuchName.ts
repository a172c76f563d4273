import type { Clause } from "../document.ts";
import type { RuleKind } from "../rules.ts";
import { nearestFact } from "../vocabulary/noFact.ts";
import { nearest } from "./nearest.ts";

/** More are no help to a reader. */
const mostListed = 12;
const longestShown = 60;

/** The name that was meant, or another way out. */
export function writeOr(otherwise: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return meant === undefined ? otherwise : `Write ${meant}.`;
}

/** What to write instead: the word that was meant, or, where none is near, all that would do. */
export function writeOneOf(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== undefined) {
    return `Write ${near}.`;
  }
  const shown = known.slice(0, mostListed).join(", ");
  const isOnly = known.length === 1;
  return `Write ${isOnly ? "" : "one of "}${shown}${known.length > mostListed ? " …" : ""}.`;
}

/** A name that is no fact's, and what to write instead. */
export function noSuchFact(name: string): string {
  const near = nearestFact(name);
  const way = near === undefined ? "Name a fact of device-plan/1, such as incident.at." : `Write ${near}.`;
  return `There is no fact "${name.slice(0, longestShown)}". ${way}`;
}

/** Sentences that several checks say alike. */
export const noCurrency = (word: string): string =>
  `"${word}" is no currency of ISO 4217. Write its three capital letters, such as EUR.`;

export const noCountry = (word: string): string =>
  `"${word}" is no country of ISO 3166. Write its two capital letters, such as PL.`;

export const noDate = (word: string): string =>
  `"${word}" is no date of the calendar. Write one such as 2026-03-01.`;

/** A benefit nobody grants, and the one that was meant. */
export function noBenefit(name: string, granted: readonly string[]): string {
  const way = writeOr("Add one, or name another.", name, granted);
  return `No clause of kind benefit grants "${name}". ${way}`;
}

/** The clause that was meant by an id that is none's. */
export function wayToClause(id: string, clauses: readonly Clause[], kinds?: readonly RuleKind[]): string {
  const way = nearest(
    id,
    clauses.map((clause) => clause.id),
  );
  return way === undefined
    ? `Name one${kinds ? ` of kind ${kinds.join(" or ")}` : " of the document"}.`
    : `Write ${way}.`;
}
