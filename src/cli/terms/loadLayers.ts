import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { assemble, type Finding, type Layers, readTerms, type TermsDocument } from "../../terms/index.ts";
import { InputProblem } from "./inputProblem.ts";
import { readInput, termsDocument } from "./readInput.ts";

/** A file beside a document that is no text that can be read. */
export interface Unread {
  readonly file: string;
  readonly problem: InputProblem;
}

/** A document with those that belong to it: annexes, translations, the version it is for, statutes. */
export interface LoadedVersion {
  readonly document: TermsDocument | undefined;
  readonly findings: readonly Finding[];
  readonly siblings: readonly TermsDocument[];
  /** What stands beside it and might belong to it, if only it could be read. */
  readonly unread: readonly Unread[];
}

/** What is gathered of the files beside a document. */
interface Beside {
  readonly siblings: TermsDocument[];
  readonly unread: Unread[];
}

/** Reads a document and what belongs to it. Throws an InputProblem when its own file cannot be read. */
export async function loadVersion(path: string): Promise<LoadedVersion> {
  const { document, findings } = readTerms({ file: path, text: await readInput(path, termsDocument) });
  const beside: Beside = { siblings: [], unread: [] };
  if (document !== undefined && path !== "-") {
    await gatherSiblings(path, document, beside);
  }
  return { document, findings, ...beside };
}

/** What `assemble` picks for the document. */
export const layersOf = ({ document, siblings }: LoadedVersion): Layers | undefined =>
  document && assemble([document, ...siblings], document);

async function gatherSiblings(path: string, document: TermsDocument, beside: Beside): Promise<void> {
  const folder = dirname(path);
  const { overlays, annex, translates } = document.front;
  const names = (await filesIn(folder)).filter((name) => name !== basename(path));
  for (const name of names) {
    const text = await textBeside(join(folder, name), beside);
    const front = /^---\n[\s\S]*?\n---/.exec(text.replaceAll("\r\n", "\n"))?.[0] ?? "";
    // Other versions have nothing to say here, and a large document takes a while to read.
    if (/^(annex|translates):/m.test(front) || versionIn(front) === (annex?.of ?? translates ?? undefined)) {
      gather(join(folder, name), text, beside);
    }
  }
  await gatherStatutes(folder, overlays, beside);
}

const versionIn = (front: string): string | undefined => /^version: *"?([^"\n]+)/m.exec(front)?.[1];

/** The statutes that came with this release. */
const RELEASED = join(import.meta.dirname, "../../../statutes");

/** The folder of statutes is looked for beside the document's folder and above it; then what was released. */
async function gatherStatutes(folder: string, names: readonly string[], beside: Beside): Promise<void> {
  const places = ["statutes", "../statutes", "../../statutes"].map((place) => join(folder, place));
  for (const name of names) {
    for (const place of [...places, RELEASED]) {
      if ((await filesIn(place)).includes(`${name}.terms.md`)) {
        const path = join(place, `${name}.terms.md`);
        gather(path, await textBeside(path, beside), beside);
        break;
      }
    }
  }
}

/** The text of a file beside a document; nothing, and it is noted, when it cannot be read. */
async function textBeside(file: string, { unread }: Beside): Promise<string> {
  try {
    return await readInput(file, termsDocument);
  } catch (error) {
    if (!(error instanceof InputProblem)) {
      throw error;
    }
    unread.push({ file, problem: error });
    return "";
  }
}

/** A sibling with mistakes has them told when it is checked itself. */
function gather(file: string, text: string, { siblings }: Beside): void {
  const { document } = readTerms({ file, text });
  if (document !== undefined) {
    siblings.push(document);
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
    return files.filter((name) => name.endsWith(".terms.md")).sort();
  } catch {
    return [];
  }
}
