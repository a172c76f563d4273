import { type Platform, StartupProblem } from "../platform/index.ts";
import {
  assemble,
  checkTerms,
  type Finding,
  kindOf,
  type Layers,
  readTerms,
  type TermsDocument,
} from "../terms/index.ts";
import { compileDocument } from "./compiledTerms.ts";
import { isShipped, PROGRAMMES } from "./isShipped.ts";
import { hashOfVersion, insertTermsVersion } from "./store.ts";
import { annexFiles, statuteFiles, type TermsFile, termsFiles } from "./termsFolder.ts";
import { heldVersions } from "./termsInForce.ts";

/** What everything here is shown with. The other documents are published where PROGRAMMES names them. */
const REFERENCE = "dji-care-refresh/seeds.terms.md";

/**
 * Publishes every document that is named, whose status is published and that is not published yet, with its
 * annexes and the statutes it names; those, drafts and translations are passed over by themselves. What is
 * published already is not read again. Safe to run on several nodes at once. What is published stays as it
 * is: where a document that comes along with this release has another text by now, the log says so. Errors:
 * StartupProblem for a document with a fault, or for one of the operator's own that was published before with
 * another text.
 */
export async function publishProgrammes(
  platform: Platform,
  folder: string = PROGRAMMES,
  names: readonly string[] = [REFERENCE, ...platform.config.programmes],
): Promise<void> {
  const asker = { query: platform.database.query, platform };
  const published = new Set((await heldVersions.readAgain(asker)).map(({ hash }) => hash));
  for (const file of await termsFiles(folder, names)) {
    const layers = published.has(file.hash) ? undefined : await readPublished(file);
    if (layers !== undefined) {
      await publish(platform, file, layers);
    }
  }
  await heldVersions.readAgain(asker);
}

async function readPublished(file: TermsFile): Promise<Layers | undefined> {
  if (/^(?:annex|translates|applies):|^status: *draft\b/m.test(file.front)) {
    return undefined;
  }
  const document = readSound(file);
  if (kindOf(document.front) !== "programme") {
    return undefined;
  }
  const [annexes, statutes] = await Promise.all([
    annexFiles(file),
    statuteFiles(file, document.front.overlays),
  ]);
  const siblings = [...annexes, ...statutes].map(readSound);
  demandSound(file, checkTerms(document, siblings));
  const layers = assemble([document, ...siblings], document);
  for (const annex of layers.annexes) {
    demandSound({ name: annex.source.file }, checkTerms(annex, [document, ...siblings]));
  }
  return layers;
}

function readSound(file: TermsFile): TermsDocument {
  const { document, findings } = readTerms({ file: file.name, text: file.text });
  demandSound(file, findings);
  if (document === undefined) {
    throw new StartupProblem(`The terms ${file.name} cannot be read.`, { exitCode: 1 });
  }
  return document;
}

function demandSound({ name }: Pick<TermsFile, "name">, findings: readonly Finding[]): void {
  const faults = findings.filter(({ severity }) => severity === "error");
  if (faults.length > 0) {
    throw new StartupProblem(`The terms ${name} cannot be published:\n${faults.map(line).join("\n")}`, {
      exitCode: 1,
    });
  }
}

async function publish(platform: Platform, file: TermsFile, layers: Layers): Promise<void> {
  const { front, source } = layers.base;
  const { programme, version, hash, language } = compileDocument(layers).terms;
  const laid = [...layers.annexes, ...layers.overlays].map((layer) => ({
    hash: layer.hash,
    source: layer.source.text,
  }));
  const texts = [source.text, JSON.stringify(laid)];
  const row = [programme, version, hash, language, ...texts, front.effective.from, platform.clock.now()];
  if ((await insertTermsVersion(platform.database, ...row)) !== undefined) {
    platform.log.info({ programme, version, hash, layers: laid.length }, "published terms");
    return;
  }
  const there = await hashOfVersion(platform.database, programme, version);
  if (there?.hash === hash) {
    return;
  }
  if (isShipped(file.path)) {
    const told = { programme, version, kept: there?.hash, refused: hash };
    platform.log.warn(told, "kept the terms as they were published here; this release has another text");
  } else {
    throw new StartupProblem(
      `The terms ${programme} ${version} were published with another text than ${file.name} has now.` +
        " Published terms never change: put the old text back, and give the new one a version of its own.",
      { exitCode: 1 },
    );
  }
}

function line({ file, line: row, column, message }: Finding): string {
  return `  ${file}:${row}:${column} ${message}`;
}
