import { smallestCase, toldFacts } from "../comparing/smallestCase.ts";
import { Context } from "../compiling/context.ts";
import { Case } from "../deciding/case.ts";
import { Diagram } from "../deciding/diagram.ts";
import { tellingOthers } from "../deciding/differingValues.ts";
import { withFact } from "../deciding/factSetting.ts";
import { Possibilities } from "../deciding/possibilities.ts";
import type { TermsDocument } from "../document.ts";
import type { Facts } from "../facts.ts";
import { factProblems } from "../reading/factValues.ts";
import { yes } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import { type Claim, ClaimWatch, pieceOf, testOf } from "./claims.ts";

/** A case the engine itself finds all claims true of; `none` when there is none, `unsure` when it gave up. */
export type Found = Facts | "none" | "unsure";

export const isCase = (found: Found): found is Facts => typeof found === "object";

/** Cases looked at for one question: so many take some tens of milliseconds. */
const most = 4000;

const searches = new WeakMap<TermsDocument, CaseSearch>();

/** Looks for cases in a document by running its conditions, so that what a finding says of them is so. */
export class CaseSearch {
  readonly context: Context;
  readonly #possibilities: Possibilities;

  private constructor(document: TermsDocument) {
    this.context = new Context(document);
    this.#possibilities = new Possibilities(this.context);
  }

  /** One for each document, made when it is first needed. */
  static in(document: TermsDocument): CaseSearch {
    const search = searches.get(document) ?? new CaseSearch(document);
    searches.set(document, search);
    return search;
  }

  /**
   * A case, beginning with some facts, of which all claims are true: with every fact told if there is one, or
   * with what clauses presume.
   */
  find(claims: readonly Claim[], from: Facts = {}): Found {
    const told = this.#search(
      claims.map((claim) => ({ ...claim, presume: new Map() })),
      from,
    );
    const isPresuming = claims.some(({ presume }) => presume.size > 0);
    return isCase(told) || !isPresuming ? told : this.#search(claims, from);
  }

  #search(claims: readonly Claim[], from: Facts): Found {
    const program = new ClaimWatch(claims.map((claim) => pieceOf(claim, this.context)));
    const values = (name: string, c: Case, root?: Case): readonly unknown[] =>
      this.#possibilities.of(name, c, root);
    const order = orderOf(program.pieces.flatMap(({ facts }) => facts));
    const diagram = new Diagram(program, this.context, values, order, most);
    diagram.explore(from, true);
    if (program.found === undefined) {
      return program.isStuck || diagram.answers.has("undecided") ? "unsure" : "none";
    }
    const lay = (facts: Facts): Facts => caseWith(facts, ...toldFacts(from));
    const shows = (facts: Facts): boolean => this.confirms(claims, lay(facts));
    const told = named(program.found) as Facts;
    return shows(told) ? lay(smallestCase(told, someDay, shows)) : "unsure";
  }

  /** Whether the engine finds all of it true of a case as it stands. */
  confirms(claims: readonly Claim[], facts: Facts): boolean {
    const c = this.caseOf(facts);
    return (
      claims.every((claim) => testOf(claim, this.context)(c) === yes) && factProblems(facts).length === 0
    );
  }

  caseOf(facts: Facts): Case {
    return new Case(facts, this.context.background);
  }
}

/** When a witness is decided; what it tells of happens in the weeks before. */
const someDay: Facts = { at: "2026-03-02T10:00:00Z" };

function orderOf(names: readonly string[]): readonly string[] {
  const rest = [...new Set(names)].filter((name) => !tellingOthers.includes(name));
  const costs = new Map(rest.map((name) => [name, factNamed(name).cost]));
  return [
    ...tellingOthers.filter((name) => names.includes(name)),
    ...rest.sort((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0) || (a < b ? -1 : 1)),
  ];
}

/** Values that stand for "another one", by one there is, so that the case can be decided as it stands. */
function named(value: unknown): unknown {
  if (typeof value === "string") {
    return value.startsWith("?") ? (others.get(value) ?? `another-${value.slice(1)}`) : value;
  }
  if (Array.isArray(value)) {
    return value.map(named);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, named(inner)]))
    : value;
}

const others: ReadonlyMap<string, string> = new Map([
  ["?one", "one"],
  ["?another", "another"],
  ["?region", "ZZ"],
  ["?country", "AQ"],
  ["?state", "US-AK"],
  ["?currency", "XTS"],
]);

/** Facts by their dotted names, as a case. */
export const caseWith = (facts: Facts, ...told: readonly (readonly [string, unknown])[]): Facts =>
  told.reduce((all, [name, value]) => withFact(all, name, value), facts);
