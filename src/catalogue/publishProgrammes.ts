import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type Platform, StartupProblem } from "../platform/index.ts";
import { checkTerms, type Finding, readTerms, type TermsDocument } from "../terms/index.ts";
import { compileDocument } from "./compiledTerms.ts";
import { hashOfVersion, insertTermsVersion } from "./store.ts";
import { heldVersions } from "./termsInForce.ts";

/** Where a programme's documents stand: `<folder>/<programme>/<version>.terms.md`. */
const PROGRAMMES = path.join(import.meta.dirname, "../../programmes");

/**
 * Publishes every document of the folder whose status is published and that is not published yet. Drafts
 * are passed over. Safe to run on several nodes at once. Errors: StartupProblem for a document with a
 * fault, or for one that was published before with another text.
 */
export async function publishProgrammes(platform: Platform, folder: string = PROGRAMMES): Promise<void> {
  for (const file of await termsFiles(folder)) {
    const text = await readFile(path.join(folder, file), "utf8");
    const document = readPublished(file, text);
    if (document !== undefined) {
      await publish(platform, file, document);
    }
  }
  await heldVersions.readAgain({ query: platform.database.query, platform });
}

async function termsFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith(".terms.md")).toSorted();
}

function readPublished(file: string, text: string): TermsDocument | undefined {
  const { document, findings } = readTerms({ file, text });
  if (document !== undefined && document.front.status === "draft") {
    return undefined;
  }
  const faults = [...findings, ...(document === undefined ? [] : checkTerms(document))].filter(
    (finding) => finding.severity === "error",
  );
  if (document === undefined || faults.length > 0) {
    throw new StartupProblem(`The terms ${file} cannot be published:\n${faults.map(line).join("\n")}`, {
      exitCode: 1,
    });
  }
  return document;
}

async function publish(platform: Platform, file: string, document: TermsDocument): Promise<void> {
  const { front, source } = document;
  const { programme, version, hash, language } = compileDocument(document).terms;
  const row = [programme, version, hash, language, source.text, front.effective.from, platform.clock.now()];
  if ((await insertTermsVersion(platform.database, ...row)) !== undefined) {
    platform.log.info({ programme, version, hash }, "published terms");
    return;
  }
  const there = await hashOfVersion(platform.database, programme, version);
  if (there?.hash !== hash) {
    throw new StartupProblem(
      `The terms ${programme} ${version} were published with another text than ${file} has now.` +
        " Published terms never change: put the old text back, and give the new one a version of its own.",
      { exitCode: 1 },
    );
  }
}

function line({ file, line: row, column, message }: Finding): string {
  return `  ${file}:${row}:${column} ${message}`;
}
