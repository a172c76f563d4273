import { readFileSync } from "node:fs";
import { compileTerms, readTerms, type Terms } from "../../src/terms/index.ts";

const FILE = new URL("../../programmes/dji-care-refresh/seeds.terms.md", import.meta.url);

/** The reference programme, compiled: decisions are tested against the document that is published. */
export function referenceTerms(): Terms {
  const { document } = readTerms({ file: "seeds.terms.md", text: readFileSync(FILE, "utf8") });
  if (document === undefined) {
    throw new Error("the reference programme cannot be read");
  }
  return compileTerms(document);
}
