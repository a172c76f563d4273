import type { TermsDocument } from "../document.ts";

/**
 * The document with nothing taken for granted. While a fact is presumed nobody asks for it, so a search that
 * follows what is asked for would never see the cases in which it is otherwise.
 */
export function withoutPresumptions(document: TermsDocument): TermsDocument {
  const clauses = document.clauses.map((clause) =>
    clause.rule === null ? clause : { ...clause, rule: { ...clause.rule, presume: new Map() } },
  );
  return { ...document, clauses, sections: clauses };
}
