import { createDecider } from "../deciding/decider.ts";
import type { TermsDocument } from "../document.ts";
import { clauseTexts } from "../printing/printTerms.ts";
import { sha256 } from "../sha256.ts";
import type { Terms } from "../terms.ts";
import { createCatalogue } from "./catalogue.ts";
import { Context } from "./context.ts";

/** Compiles a document once; what comes back only decides, and is safe to share. */
export function compileTerms(document: TermsDocument): Terms {
  const { front, source, title } = document;
  const context = new Context(document);
  const hash = `sha256:${sha256(source.text)}`;
  const decider = createDecider(context, {
    programme: front.terms,
    version: front.version,
    hash,
    overlays: front.overlays,
  });
  return {
    programme: front.terms,
    version: front.version,
    hash,
    status: front.status,
    language: front.language,
    title,
    regions: front.regions,
    clauses: clauseTexts(document),
    ...decider,
    ...createCatalogue(context),
  };
}
