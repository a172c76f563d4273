import type { RootContent } from "mdast";
import type { Facts } from "./facts.ts";
import type { Place } from "./finding.ts";
import type { Rule, RuleKind } from "./rules.ts";
import type { Condition } from "./tests.ts";

/** A terms document as text. `file` is only a name, for findings. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** What can be asked of terms. Closed. */
export type Decision = "offer" | "activation" | "coverage" | "renewal" | "refund" | "return" | "transfer";
export const decisions: readonly Decision[] = [
  "offer",
  "activation",
  "coverage",
  "renewal",
  "refund",
  "return",
  "transfer",
];

/** The ladder, from the first way a case can go to the last. */
export type Route = "statutory" | "warranty" | "plan" | "paid" | "goodwill";
export const ladder: readonly Route[] = ["statutory", "warranty", "plan", "paid", "goodwill"];

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
  /** The annex or the statute it comes from; left out for the programme's own clauses. */
  readonly layer?: Layer;
}

export interface Region {
  /** IANA. */
  readonly zone: string;
  /** ISO 4217, the usual one first. */
  readonly currencies: readonly string[];
  /** ISO 3166 alpha-2. */
  readonly countries: readonly string[];
}

export interface FrontMatter {
  readonly terms: string;
  readonly version: string;
  readonly status: "draft" | "published";
  readonly vocabulary: string;
  readonly language: string;
  readonly legalForm: string;
  readonly title: string | null;
  readonly effective: { readonly from: string; readonly picksBy: string };
  readonly supersedes: string | null;
  readonly overlays: readonly string[];
  readonly regions: ReadonlyMap<string, Region>;
  /** Whether contracts of an earlier version are judged by this one from its date on. */
  readonly appliesToExisting: boolean;
  /** For a region annex. */
  readonly annex: Annex | null;
  /** For a translation: the version it says in another language. */
  readonly translates: string | null;
  /** For a statute: the contracts it is for, and the legal forms it knows. */
  readonly applies: Condition | null;
  readonly legalForms: readonly string[];
}

/** A document that changes some clauses of a version in some regions, and nothing else. */
export interface Annex {
  readonly of: string;
  readonly regions: readonly string[];
  readonly replaces: readonly string[];
  readonly adds: readonly string[];
}

/** A terms document as read: positions kept, nothing decided yet. */
export interface TermsDocument {
  readonly source: Source;
  /** `sha256:` and the digest of the text. */
  readonly hash: string;
  readonly front: FrontMatter;
  readonly title: string;
  readonly sections: readonly Section[];
  /** The sections that are clauses. */
  readonly clauses: readonly Clause[];
  readonly examples: readonly Example[];
}

/** A heading and what stands under it. Only one with an id is a clause. */
export interface Section {
  readonly id: string | null;
  readonly number: string;
  readonly title: string;
  readonly level: number;
  readonly place: Place;
  /** The customer's text: no rules, no examples, no Source, Settled or OPEN lines. */
  readonly prose: readonly RootContent[];
  readonly tables: readonly Table[];
  /** Null when there is none, or none that could be read. */
  readonly rule: Rule | null;
  readonly hasRule: boolean;
  readonly source: string | null;
  readonly settled: readonly string[];
  readonly open: readonly { readonly text: string; readonly place: Place }[];
  /** The annex or the statute a clause comes from, when it is not the programme's own. */
  readonly layer?: Layer;
}

/** A document laid over a programme's: an annex by its version, a statute by its name. */
export interface Layer {
  readonly kind: "annex" | "statute";
  readonly name: string;
}

export interface Clause extends Section {
  readonly id: string;
}

export interface Table {
  readonly clause: string;
  readonly place: Place;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly name: string;
  readonly isKey: boolean;
  readonly place: Place;
}

export interface Row {
  readonly place: Place;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly text: string;
  readonly place: Place;
}

export interface Example {
  readonly name: string;
  readonly clause: string | null;
  readonly place: Place;
  readonly decision: Decision;
  readonly facts: Facts;
  readonly expect: Expectation;
}

/** What an example expects; a field that is undefined is not looked at. */
export interface Expectation {
  readonly outcome: string;
  readonly because?: readonly string[];
  readonly against?: readonly string[];
  readonly needs?: readonly string[];
  readonly fee?: string;
  readonly nth?: number;
  readonly left?: number;
  readonly returns?: readonly string[];
  readonly doors?: readonly string[];
  readonly until?: string;
  /** What a cancellation pays back, `43.64 EUR`; the part of it that is for lateness; who says so. */
  readonly refund?: string;
  readonly penalty?: string;
  readonly by?: string;
  readonly payBy?: string;
  /** When the plan of the case runs: from this instant, and through this day (`YYYY-MM-DD`). */
  readonly starts?: string;
  readonly through?: string;
  readonly wouldChange?: readonly string[];
}

/** The clauses whose rule is of one kind, with that rule. */
export function rulesOf<K extends RuleKind>(
  document: TermsDocument,
  kind: K,
): { clause: Clause; rule: Extract<Rule, { kind: K }> }[] {
  return document.clauses.flatMap((clause) =>
    clause.rule?.kind === kind ? [{ clause, rule: clause.rule as Extract<Rule, { kind: K }> }] : [],
  );
}
