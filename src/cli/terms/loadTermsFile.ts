import {
  type CompileOptions,
  compileTerms,
  type Layers,
  type Terms,
  type TermsDocument,
} from "../../terms/index.ts";
import { counted, findingText } from "./findingText.ts";
import { type LoadedVersion, layersOf, loadVersion } from "./loadLayers.ts";
import { say } from "./writeOut.ts";

/** What is printed of a file: the document, or the version a translation is for, in its words. */
export interface Printed {
  readonly document: TermsDocument;
  readonly translation?: TermsDocument;
}

/** The document of a file; undefined, and its errors told, when it does not load. */
export async function loadPrinted(path: string): Promise<Printed | undefined> {
  const loaded = await loadOrTell(path);
  const document = loaded?.document;
  const base = loaded && layersOf(loaded)?.base;
  if (document === undefined || base === undefined || document.front.translates === null) {
    return document && { document };
  }
  return { document: base, translation: document };
}

/** A document with all that belongs to it; undefined, and its errors told, when it does not load. */
export async function loadLayers(path: string): Promise<Layers | undefined> {
  const loaded = await loadOrTell(path);
  return loaded && layersOf(loaded);
}

async function loadOrTell(path: string): Promise<LoadedVersion | undefined> {
  const loaded = await loadVersion(path);
  if (loaded.document === undefined) {
    const errors = loaded.findings.filter(({ severity }) => severity === "error");
    process.stderr.write(errors.map(findingText).join(""));
    say(`${path} does not load: it has ${counted(errors.length, "mistake")}. Mend them and try again.`);
    return undefined;
  }
  const [unread] = loaded.unread;
  if (unread !== undefined) {
    // It may be an annex that changes the answer: better none than one without it.
    throw unread.problem;
  }
  return loaded;
}

/** What is laid over a document, and the host's tz database for the receipt. */
export const optionsOf = ({ annexes, overlays }: Layers): CompileOptions => {
  const { tz } = process.versions;
  return { annexes, overlays, ...(tz === undefined ? {} : { tzdb: tz }) };
};

/** The document of a file, ready to decide; undefined, and its errors told, when it does not load. */
export async function loadTermsFile(path: string): Promise<Terms | undefined> {
  const layers = await loadLayers(path);
  return layers && compileTerms(layers.base, optionsOf(layers));
}
