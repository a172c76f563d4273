import assert from "node:assert/strict";
import { compileTerms, readTerms, type Terms, type TermsDocument } from "../terms/index.ts";
import { type Wait, waitsIn } from "./waitsIn.ts";

/** A published document, ready to decide. */
export interface CompiledTerms {
  readonly terms: Terms;
  /** The clauses that say what is not covered, in their order. */
  readonly exclusions: readonly string[];
  /** How long owners are waited for. */
  readonly waits: readonly Wait[];
}

const compiled = new Map<string, CompiledTerms>();

/**
 * Compiles a document once per process: its hash names its text for ever. `source` is asked for only then,
 * by each who needs it on his own connection: waiting for another transaction's answer could wait on a lock
 * that waits for us.
 */
export async function compiledTerms(hash: string, source: () => Promise<string>): Promise<CompiledTerms> {
  const found = compiled.get(hash);
  if (found !== undefined) {
    return found;
  }
  const { document } = readTerms({ file: hash, text: await source() });
  assert(document !== undefined, `the published terms ${hash} cannot be read by this version of the engine`);
  return compileDocument(document);
}

/** Compiles a document that was just read. */
export function compileDocument(document: TermsDocument): CompiledTerms {
  const terms = compileTerms(document);
  const excluding = document.clauses.filter((clause) => clause.rule?.kind === "exclude");
  const made = compiled.get(terms.hash) ?? {
    terms,
    exclusions: excluding.map((clause) => clause.id),
    waits: waitsIn(document),
  };
  compiled.set(terms.hash, made);
  return made;
}
