import { type CompileOptions, compileTerms as compile } from "../compiling/compileTerms.ts";
import type { TermsDocument } from "../document.ts";
import type { Terms } from "../terms.ts";
import { writer } from "./writer.ts";

/** Compiles a document once; what comes back only decides, and is safe to share. */
export function compileTerms(document: TermsDocument, options: CompileOptions = {}): Terms {
  return compile(document, options, writer);
}
