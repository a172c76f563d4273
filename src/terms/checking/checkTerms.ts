import type { TermsDocument } from "../document.ts";
import type { Finding } from "../finding.ts";

export function checkTerms(_document: TermsDocument): readonly Finding[] {
  return [];
}
