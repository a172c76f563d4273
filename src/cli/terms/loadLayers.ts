import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { assemble, type Finding, type Layers, readTerms, type TermsDocument } from "../../terms/index.ts";
import { readInput, termsDocument } from "./readInput.ts";

/** A document with those that belong to it: annexes, translations, the version it is for, statutes. */
export interface LoadedVersion {
  readonly document: TermsDocument | undefined;
  readonly findings: readonly Finding[];
  readonly siblings: readonly TermsDocument[];
}

/** Reads a document and what belongs to it. Throws an InputProblem when its own file cannot be read. */
export async function loadVersion(path: string): Promise<LoadedVersion> {
  const { document, findings } = readTerms({ file: path, text: await readInput(path, termsDocument) });
  const siblings = document === undefined || path === "-" ? [] : await siblingsOf(path, document);
  return { document, findings, siblings };
}

/** What `assemble` picks for the document. */
export const layersOf = ({ document, siblings }: LoadedVersion): Layers | undefined =>
  document && assemble([document, ...siblings], document);

async function siblingsOf(path: string, document: TermsDocument): Promise<readonly TermsDocument[]> {
  const folder = dirname(path);
  const { overlays, annex, translates } = document.front;
  const names = (await filesIn(folder)).filter((name) => name !== basename(path));
  const beside: TermsDocument[] = [];
  for (const name of names) {
    const text = await readInput(join(folder, name), termsDocument);
    const front = /^---\n[\s\S]*?\n---/.exec(text.replaceAll("\r\n", "\n"))?.[0] ?? "";
    // Other versions have nothing to say here, and a large document takes a while to read.
    if (/^(annex|translates):/m.test(front) || versionIn(front) === (annex?.of ?? translates ?? undefined)) {
      beside.push(...read(join(folder, name), text));
    }
  }
  return [...beside, ...(await statutesNamed(folder, overlays))];
}

const versionIn = (front: string): string | undefined => /^version: *"?([^"\n]+)/m.exec(front)?.[1];

/** The folder of statutes is looked for beside the document's folder and above it. */
async function statutesNamed(folder: string, names: readonly string[]): Promise<readonly TermsDocument[]> {
  const found: TermsDocument[] = [];
  const places = ["statutes", "../statutes", "../../statutes"].map((place) => join(folder, place));
  for (const name of names) {
    for (const place of places) {
      if ((await filesIn(place)).includes(`${name}.terms.md`)) {
        const path = join(place, `${name}.terms.md`);
        found.push(...read(path, await readInput(path, termsDocument)));
        break;
      }
    }
  }
  return found;
}

/** A sibling with mistakes has them told when it is checked itself. */
function read(file: string, text: string): readonly TermsDocument[] {
  const { document } = readTerms({ file, text });
  return document === undefined ? [] : [document];
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(".terms.md")).sort();
  } catch {
    return [];
  }
}
