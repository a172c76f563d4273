import type { Section, TermsDocument } from "../document.ts";

/**
 * The sections of a translation as they are printed: a table it does not have in its own words is the one of
 * the terms.
 */
export function translatedSections(document: TermsDocument, translation: TermsDocument): readonly Section[] {
  const originals = new Map(document.clauses.map((clause) => [clause.id, clause]));
  return translation.sections.map((section) => {
    const original = originals.get(section.id ?? "");
    if (original === undefined || section.tables.length >= original.tables.length) {
      return section;
    }
    const missing = original.prose.filter(({ type }) => type === "table").slice(section.tables.length);
    return { ...section, prose: [...section.prose, ...missing] };
  });
}
