import type { Clause } from "../document.ts";
import type { RuleKind } from "../rules.ts";
import { nearest } from "./nearest.ts";

/** Sentences that several checks say alike. */
export const noCurrency = (word: string): string =>
  `"${word}" is no currency of ISO 4217. Write its three capital letters, such as EUR.`;

export const noCountry = (word: string): string =>
  `"${word}" is no country of ISO 3166. Write its two capital letters, such as PL.`;

export const noDate = (word: string): string =>
  `"${word}" is no date of the calendar. Write one such as 2026-03-01.`;

/** A benefit nobody grants, and the one that was meant. */
export function noBenefit(name: string, granted: readonly string[]): string {
  const way = nearest(name, granted);
  const mend = way === undefined ? "Add one, or name another." : `Write ${way}.`;
  return `No clause of kind benefit grants "${name}". ${mend}`;
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
