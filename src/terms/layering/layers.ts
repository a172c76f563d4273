import type { FrontMatter, TermsDocument } from "../document.ts";

/** What a document is: terms of its own, or something laid over others' terms. */
export type DocumentKind = "programme" | "annex" | "statute" | "translation";

export function kindOf({ annex, translates, applies, legalForm }: FrontMatter): DocumentKind {
  if (annex !== null) {
    return "annex";
  }
  if (translates !== null) {
    return "translation";
  }
  return applies !== null || legalForm === "statute" ? "statute" : "programme";
}

/** A version of a programme with all that belongs to it. */
export interface Layers {
  readonly base: TermsDocument;
  readonly annexes: readonly TermsDocument[];
  /** The statutes it names in `overlays`, in that order. */
  readonly overlays: readonly TermsDocument[];
  readonly translations: readonly TermsDocument[];
}

/**
 * Picks out of any set of documents those that belong to one: its annexes and translations by programme and
 * version, its statutes by name. For an annex or a translation, what belongs to the version it is for; the
 * document itself when that version is not among them.
 */
export function assemble(documents: readonly TermsDocument[], document: TermsDocument): Layers {
  const base = baseOf(documents, document);
  const { terms, version, overlays } = base.front;
  const all = documents.includes(document) ? documents : [document, ...documents];
  const ofBase = all.filter(({ front }) => front.terms === terms);
  return {
    base,
    annexes: ofBase.filter(({ front }) => front.annex?.of === version),
    overlays: overlays.flatMap(
      (name) => all.find(({ front }) => front.terms === name && kindOf(front) === "statute") ?? [],
    ),
    translations: ofBase.filter(({ front }) => front.translates === version),
  };
}

function baseOf(documents: readonly TermsDocument[], document: TermsDocument): TermsDocument {
  const version = document.front.annex?.of ?? document.front.translates;
  const base = documents.find(
    ({ front }) =>
      front.terms === document.front.terms && front.version === version && kindOf(front) === "programme",
  );
  return version === null ? document : (base ?? document);
}

/** Whether a statute speaks of contracts of this legal form. */
export const knowsForm = (statute: FrontMatter, { legalForm }: FrontMatter): boolean =>
  statute.legalForms.length === 0 || statute.legalForms.includes(legalForm);
