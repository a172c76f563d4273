import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { loadVersion } from "../../src/cli/terms/loadLayers.ts";
import {
  assemble,
  compileTerms,
  type Receipt,
  readTerms,
  type Terms,
  type TermsDocument,
  testTerms,
} from "../../src/terms/index.ts";

/** An example that stands beside a shipped document, and how it came out. */
export interface Laid {
  /** The document's path. */
  readonly document: string;
  readonly name: string;
  readonly differences: readonly string[];
  readonly receipt: Receipt;
}

/**
 * Decides the examples of a Markdown file on the documents its headings of level 2 name, with all that
 * belongs to them: a document's own bases can be used, and its own examples are left aside.
 */
export async function laidExamples(file: string): Promise<readonly Laid[]> {
  const [, ...parts] = readFileSync(file, "utf8").split(/^## (?=programmes\/|statutes\/)/m);
  const laid: Laid[] = [];
  for (const part of parts) {
    const [path = ""] = part.split("\n", 1);
    const shipped = readFileSync(path, "utf8");
    const { document, findings } = readTerms({
      file: path,
      text: `${shipped}\n\n## Beside\n\n${part.slice(path.length)}`,
    });
    assert.ok(document, `${file}: ${findings.map(({ message }) => message).join(" ")}`);
    const { siblings } = await loadVersion(path);
    const lines = shipped.split("\n").length;
    const beside = testTerms(document, siblings).filter(({ line }) => line > lines);
    laid.push(
      ...beside.map(({ name, differences, receipt }) => ({ document: path, name, differences, receipt })),
    );
  }
  return laid;
}

/** A shipped document, ready to decide with all that belongs to it. */
export async function shipped(path: string): Promise<{ document: TermsDocument; terms: Terms }> {
  const { document, siblings, findings } = await loadVersion(path);
  assert.ok(document, findings[0]?.message ?? path);
  const layers = assemble(siblings, document);
  return { document, terms: compileTerms(layers.base, layers) };
}

/** A shipped document whose text reads a little differently. */
export function edited(path: string, from: string, to: string): TermsDocument {
  const text = readFileSync(path, "utf8");
  assert.ok(text.includes(from), `${path} has no "${from}"`);
  const { document, findings } = readTerms({ file: path, text: text.replaceAll(from, to) });
  return document ?? assert.fail(findings.map(({ message }) => message).join(" "));
}
