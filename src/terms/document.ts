import type { Place } from "./finding.ts";

/** A terms document as text. `file` is only a name, for findings. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** What can be asked of terms. Closed. */
export type Decision = "offer" | "activation" | "coverage" | "renewal";

/** The ladder, from the first way a case can go to the last. */
export type Route = "statutory" | "warranty" | "plan" | "paid" | "goodwill";

/** One clause as a customer reads it, figures filled in. */
export interface ClauseText {
  readonly id: string;
  /** As printed: `2.2`; empty when the heading has none. */
  readonly number: string;
  readonly title: string;
  /** The heading's level, 2 to 6. */
  readonly level: number;
  readonly html: string;
  readonly source: string | null;
  readonly settled: readonly string[];
}

export interface Region {
  /** IANA. */
  readonly zone: string;
  /** ISO 4217, the usual one first. */
  readonly currencies: readonly string[];
  /** ISO 3166 alpha-2. */
  readonly countries: readonly string[];
}

export type { Place };
