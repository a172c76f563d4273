import type { Clause, Section, TermsDocument } from "../document.ts";
import { figuresOf } from "../figures.ts";
import type { Place } from "../finding.ts";
import type { Condition } from "../tests.ts";
import { filledClause } from "./filledClause.ts";
import { guardRule } from "./guardRule.ts";

/**
 * One document out of a version and its annexes: a clause an annex adds or puts in another's place counts in
 * the annex's regions, the clause it replaces everywhere else. Both have the same id.
 */
export function withAnnexes(document: TermsDocument, annexes: readonly TermsDocument[]): TermsDocument {
  return annexesOf(document, annexes).reduce((merged, annex) => withAnnex(merged, document, annex), document);
}

/** The annexes of a version among some documents. */
export const annexesOf = (
  { front }: TermsDocument,
  documents: readonly TermsDocument[],
): readonly TermsDocument[] =>
  documents.filter((each) => each.front.terms === front.terms && each.front.annex?.of === front.version);

function withAnnex(merged: TermsDocument, base: TermsDocument, annex: TermsDocument): TermsDocument {
  const { annex: changes, version: name } = annex.front;
  if (changes === null) {
    return merged;
  }
  const within = inRegions(changes.regions);
  const outside: Condition = { kind: "not", of: within };
  const figureOf = figuresOf(asInAnnex(base, annex));
  const own = annex.clauses.map((clause) => ({
    ...guarded(filledClause(clause, figureOf), within),
    layer: { kind: "annex" as const, name },
  }));
  const added = own.filter(({ id }) => changes.adds.includes(id));
  const sections = merged.sections.flatMap((section): Section[] => {
    if (!changes.replaces.includes(section.id ?? "")) {
      return [section];
    }
    const replacing = own.filter(({ id }) => id === section.id && section.layer === undefined);
    return [guarded(section, outside), ...replacing];
  });
  return withSections(merged, [...sections, ...added]);
}

const nowhere: Place = { line: 1, column: 1 };

/** A region is one of these. */
export const inRegions = (regions: readonly string[]): Condition => ({
  kind: "fact",
  fact: "region",
  is: { test: "one-of", values: regions },
  place: nowhere,
});

export const guarded = <S extends Section>(section: S, condition: Condition): S =>
  section.rule === null ? section : { ...section, rule: guardRule(section.rule, condition) };

export const withSections = (document: TermsDocument, sections: readonly Section[]): TermsDocument => ({
  ...document,
  sections,
  clauses: sections.filter((section): section is Clause => section.id !== null),
});

/** The terms as they read in the regions of an annex: its clauses in the place of those they replace. */
export function asInAnnex(base: TermsDocument, annex: TermsDocument): TermsDocument {
  const { replaces = [], adds = [] } = annex.front.annex ?? {};
  const own = new Map(annex.clauses.map((clause) => [clause.id, clause]));
  const kept = base.sections.map((section): Section => {
    const id = section.id ?? "";
    return replaces.includes(id) ? (own.get(id) ?? section) : section;
  });
  return withSections(base, [...kept, ...annex.clauses.filter(({ id }) => adds.includes(id))]);
}
