import type { TermsDocument } from "../document.ts";

/** One small wrong change of a document: examples that prove anything notice it. */
export interface Mutant {
  readonly clause: string;
  /** What was changed, in words. */
  readonly says: string;
  readonly apply: (document: TermsDocument) => TermsDocument;
}
