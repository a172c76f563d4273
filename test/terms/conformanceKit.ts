import { readdirSync } from "node:fs";
import { join } from "node:path";
import { layersOf, loadVersion } from "../../src/cli/terms/loadLayers.ts";
import {
  compileTerms,
  type Decision,
  type Facts,
  proposeExamples,
  type Receipt,
  type Terms,
} from "../../src/terms/index.ts";

/** One line of the kit. */
export interface ConformanceCase {
  readonly document: string;
  readonly name: string;
  readonly decision: Decision;
  readonly facts: Facts;
  readonly receipt: unknown;
}

/** Every document that is shipped, from the root of the repository. */
export function shippedDocuments(): readonly string[] {
  const folders = ["statutes", ...namesIn("programmes").map((name) => join("programmes", name))];
  return folders.flatMap((folder) =>
    namesIn(folder)
      .filter((name) => name.endsWith(".terms.md"))
      .map((name) => join(folder, name)),
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** The file of the kit a document's cases stand in. */
export const kitFile = (document: string): string =>
  `${document
    .replace(/^programmes\//, "")
    .replace(".terms.md", "")
    .replaceAll("/", "-")}.ndjson`;

/** The cases of one document: its examples, and the moments and sides nobody wrote an example for. */
export async function casesOf(file: string): Promise<readonly ConformanceCase[]> {
  const loaded = await loadVersion(file);
  const layers = layersOf(loaded);
  if (loaded.document === undefined || layers === undefined) {
    throw new Error(`${file} does not load: ${loaded.findings[0]?.message}`);
  }
  const terms = compileTerms(layers.base, layers);
  const proposed = proposeExamples(loaded.document, loaded.siblings);
  return [
    ...loaded.document.examples.map(({ name, decision, facts }) => ({ name, decision, facts })),
    ...proposed.map(({ clause, shows, decision, facts }) => ({
      name: `${clause}: ${shows}`,
      decision,
      facts,
    })),
  ].map((each) => ({ document: file, ...each, receipt: answerOf(terms, each.decision, each.facts) }));
}

const answerOf = (terms: Terms, decision: Decision, facts: Facts): unknown =>
  withoutWords(terms.decide(decision, facts));

/** A receipt without its sentences: another engine may speak otherwise. */
export function withoutWords(receipt: Receipt): unknown {
  return JSON.parse(
    JSON.stringify(receipt, (name, value: unknown) =>
      name === "says" || name === "terms" ? undefined : value,
    ),
  );
}

export const linesOfKit = (cases: readonly ConformanceCase[]): string =>
  cases.map((each) => `${JSON.stringify(each)}\n`).join("");
