import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** The files of this repository as path (forward slashes, from the root) to text. */
export type Tree = ReadonlyMap<string, string>;

/** One thing that is not as the house wants it. `line` counts from 1; without it the whole file is meant. */
export type Violation = { readonly path: string; readonly line?: number; readonly says: string };

/** A rule looks at the whole tree and names what breaks it; an empty answer means all is well. */
export type Rule = { readonly name: string; readonly find: (tree: Tree) => Violation[] };

const notOurs = new Set([".git", ".cache", "node_modules", "dist", "data"]);
const text = /\.(ts|tsx|js|mjs|cjs|sql|sh|json|css|html|md|yaml|yml|csv|svg)$|^[^.]+$|^\.[a-z]+$/;

/** Reads every text file below `root` that is ours, whether or not it is committed yet. */
export function readTree(root: string): Tree {
  const paths = readdirSync(root, { withFileTypes: true })
    .filter((entry) => !notOurs.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? below(join(root, entry.name)) : [join(root, entry.name)]))
    .filter((path) => text.test(path.slice(path.lastIndexOf("/") + 1)));
  return new Map(paths.map((path) => [relative(root, path), readFileSync(path, "utf8")]));
}

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every file whose path the pattern matches, as [path, text]. */
export function filesLike(tree: Tree, pattern: RegExp, not?: RegExp): [string, string][] {
  return [...tree].filter(([path]) => pattern.test(path) && !not?.test(path));
}

/** One violation for each line the pattern matches in each of the files. */
export function linesLike(files: [string, string][], pattern: RegExp, says: string): Violation[] {
  return files.flatMap(([path, body]) =>
    body.split("\n").flatMap((line, index) => (pattern.test(line) ? [{ path, line: index + 1, says }] : [])),
  );
}

/** The line, counted from 1, on which the character at `index` stands. */
export const lineAt = (body: string, index: number): number => body.slice(0, index).split("\n").length;

export const stemOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\..*$/, "");
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));
export const isTest = /\.test\.tsx?$/;
