import { readFileSync } from "node:fs";
import { compileTerms, readTerms, type Terms } from "../../src/terms/index.ts";

const FILE = new URL("../../programmes/dji-care-refresh/seeds.terms.md", import.meta.url);

/** The reference programme, compiled: decisions are tested against the document that is published. */
export function referenceTerms(): Terms {
  return compiled(readFileSync(FILE, "utf8"));
}

/**
 * The same, but the named clauses say nothing about activation: what is left standing stands without the
 * terms.
 */
export function termsWithout(clauses: readonly string[]): Terms {
  return compiled(
    clauses.reduce(
      (text, clause) => {
        const from = text.indexOf(`{#${clause}}`);
        return (
          text.slice(0, from) + text.slice(from).replace("decision: [offer, activation]", "decision: offer")
        );
      },
      readFileSync(FILE, "utf8"),
    ),
  );
}

function compiled(text: string): Terms {
  const { document } = readTerms({ file: "seeds.terms.md", text });
  if (document === undefined) {
    throw new Error("the reference programme cannot be read");
  }
  return compileTerms(document);
}
