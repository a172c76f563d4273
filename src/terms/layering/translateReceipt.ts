import type { TermsDocument } from "../document.ts";
import { figuresOf, saysOf } from "../figures.ts";
import type { Reason, Receipt } from "../receipt.ts";

/** The words of each clause in the language of a translation, figures of the terms filled in. */
export function sayingsOf(document: TermsDocument, translation: TermsDocument): ReadonlyMap<string, string> {
  const figureOf = figuresOf(document);
  return new Map(translation.clauses.map((clause) => [clause.id, saysOf(clause, figureOf)]));
}

/** The same receipt with the clauses' words in another language; what is not translated stays as it is. */
export function translateReceipt(receipt: Receipt, sayings: ReadonlyMap<string, string>): Receipt {
  const translated = (reasons: readonly Reason[]): Reason[] =>
    reasons.map((reason) => ({ ...reason, says: sayings.get(reason.clause) ?? reason.says }));
  return { ...receipt, because: translated(receipt.because), against: translated(receipt.against) };
}
