import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { StartupProblem } from "../platform/index.ts";

const ENDING = ".terms.md";

/** Where the statutes of this release stand: the last place that is looked at. */
const STATUTES = path.join(import.meta.dirname, "../../statutes");

/** The text of a terms document, and what can be told of it without reading it as one. */
export interface TermsFile {
  /** As it is called in what we tell people. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** As in the compiled document: `sha256:` and the digest of the text. */
  readonly hash: string;
  /** Between the first two lines of dashes. */
  readonly front: string;
}

/**
 * The documents that these names stand for, each once, by path. A name is a document or a folder, within
 * `folder` or absolute. Errors: StartupProblem for a name with nothing behind it.
 */
export async function termsFiles(folder: string, names: readonly string[]): Promise<readonly TermsFile[]> {
  const paths = await Promise.all(names.map((name) => pathsOf(folder, name)));
  const each = [...new Set(paths.flat())].toSorted();
  return await Promise.all(each.map((place) => fileAt(place, folder)));
}

async function pathsOf(folder: string, name: string): Promise<readonly string[]> {
  const place = path.resolve(folder, name);
  const found = await stat(place).catch(() => undefined);
  if (found === undefined) {
    throw new StartupProblem(
      `PROGRAMMES names ${name}, and nothing is at ${place}. Name a document or a folder of ${folder}, ` +
        "or an absolute path.",
      { exitCode: 3 },
    );
  }
  if (found.isFile()) {
    return [place];
  }
  const within = await readdir(place, { recursive: true });
  return within.filter((file) => file.endsWith(ENDING)).map((file) => path.join(place, file));
}

/** The documents that stand beside one, and are its annexes by what they say of themselves. */
export async function annexFiles(file: TermsFile): Promise<readonly TermsFile[]> {
  const folder = path.dirname(file.path);
  const names = (await readdir(folder)).filter((name) => name.endsWith(ENDING)).toSorted();
  const beside = names.map((name) => path.join(folder, name)).filter((place) => place !== file.path);
  const files = await Promise.all(beside.map((place) => fileAt(place, folder)));
  return files.filter(({ front }) => /^annex:/m.test(front));
}

/** The statutes of these names: beside the document's folder, above it, or those of this release. */
export async function statuteFiles(file: TermsFile, names: readonly string[]): Promise<readonly TermsFile[]> {
  const around = ["statutes", "../statutes", "../../statutes"];
  const places = [...around.map((place) => path.resolve(path.dirname(file.path), place)), STATUTES];
  const found = await Promise.all(
    names.map(async (name) => {
      const paths = places.map((place) => path.join(place, name + ENDING));
      const there = await Promise.all(paths.map((place) => stat(place).catch(() => undefined)));
      return paths.find((_, index) => there[index]?.isFile());
    }),
  );
  return await Promise.all(found.flatMap((place) => (place === undefined ? [] : [fileAt(place, place)])));
}

async function fileAt(place: string, folder: string): Promise<TermsFile> {
  const text = await readFile(place, "utf8");
  const within = path.relative(folder, place);
  return {
    name: within === "" || within.startsWith("..") ? place : within,
    path: place,
    text,
    hash: `sha256:${createHash("sha256").update(text).digest("hex")}`,
    front: /^---\r?\n[\s\S]*?\r?\n---/.exec(text)?.[0] ?? "",
  };
}
