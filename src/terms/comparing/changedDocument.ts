import type { TermsDocument } from "../document.ts";
import { mutantsOf } from "../proving/mutantsOf.ts";

/** For tests: a document with some small changes, picked by numbers, and what they are. */
export function changedDocument(
  document: TermsDocument,
  numbers: readonly number[],
): { readonly changed: TermsDocument; readonly says: readonly string[] } {
  const mutants = mutantsOf(document);
  const picked = numbers.flatMap((number) => mutants[number % mutants.length] ?? []);
  return {
    changed: picked.reduce((each, mutant) => mutant.apply(each), document),
    says: picked.map(({ clause, says }) => `${clause}: ${says}`),
  };
}
