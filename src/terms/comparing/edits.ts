import type { Clause, FrontMatter, Section, Table, TermsDocument } from "../document.ts";

/** Who gains by a change of the data, where its kind and field alone can tell. */
export type Direction = "wider" | "narrower" | "neither";

/** One change of what the engine runs. Applied to a document that lacks what it changes, it does nothing. */
export interface Edit {
  /** Its number among the edits between two documents, from 1, in the order of the newer document. */
  readonly no: number;
  /** Null for the front matter. */
  readonly clause: string | null;
  /** The field of the rule, the cell of the table, or what happened to the clause. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly direction: Direction;
  /** In one sentence. */
  readonly says: string;
  readonly apply: (document: TermsDocument) => TermsDocument;
}

/** An edit as it is found, before it has its number. */
export type FoundEdit = Omit<Edit, "no">;

/** Which clause: an annex may have one of the same id, so the how-manieth of that id counts. */
export interface ClauseKey {
  readonly id: string;
  readonly nth: number;
}

/** The clauses of a document by id and occurrence. */
export function clausesByKey(document: TermsDocument): ReadonlyMap<string, Clause> {
  const seen = new Map<string, number>();
  return new Map(
    document.clauses.map((clause) => {
      const nth = seen.get(clause.id) ?? 0;
      seen.set(clause.id, nth + 1);
      return [`${clause.id}#${nth}`, clause];
    }),
  );
}

export const keyIn = (key: string): ClauseKey => {
  const at = key.lastIndexOf("#");
  return { id: key.slice(0, at), nth: Number(key.slice(at + 1)) };
};

/** The document with its clauses changed; the sections follow. */
function withClauses(document: TermsDocument, clauses: readonly Clause[]): TermsDocument {
  return { ...document, clauses, sections: clauses as readonly Section[] };
}

/** The document with one of its clauses changed; the same document when it has no such clause. */
export function changingClause(
  document: TermsDocument,
  key: string,
  change: (clause: Clause) => Clause,
): TermsDocument {
  const clause = clausesByKey(document).get(key);
  if (clause === undefined) {
    return document;
  }
  return withClauses(
    document,
    document.clauses.map((each) => (each === clause ? change(each) : each)),
  );
}

export function withoutClause(document: TermsDocument, key: string): TermsDocument {
  const clause = clausesByKey(document).get(key);
  return withClauses(
    document,
    document.clauses.filter((each) => each !== clause),
  );
}

/** The clause goes after the one it follows in the newer document, or to the end. */
export function withClause(
  document: TermsDocument,
  clause: Clause,
  after: string | undefined,
): TermsDocument {
  const at = document.clauses.findIndex(({ id }) => id === after);
  const place = at < 0 && after !== undefined ? document.clauses.length : at + 1;
  return withClauses(document, document.clauses.toSpliced(place, 0, clause));
}

/** A rule with one field changed; undefined takes the field away. */
export function withField(
  document: TermsDocument,
  key: string,
  field: string,
  value: unknown,
): TermsDocument {
  return changingClause(document, key, (clause) => {
    if (clause.rule === null) {
      return clause;
    }
    const rule: Record<string, unknown> = { ...clause.rule, [field]: value };
    if (value === undefined) {
      delete rule[field];
    }
    return { ...clause, rule: rule as unknown as Clause["rule"] };
  });
}

export function withTable(
  document: TermsDocument,
  key: string,
  index: number,
  change: (table: Table) => Table,
): TermsDocument {
  return changingClause(document, key, (clause) => ({
    ...clause,
    tables: clause.tables.map((table, at) => (at === index ? change(table) : table)),
  }));
}

export const withFront = (document: TermsDocument, change: Partial<FrontMatter>): TermsDocument => ({
  ...document,
  front: { ...document.front, ...change },
});
