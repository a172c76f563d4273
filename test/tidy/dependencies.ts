import type { Rule, Tree } from "./tree.ts";

const most = 40;
const pagePath = "docs/decisions/dependencies.md";

/** Licences under which Evermend may be run, changed and sold as long as their texts are kept. */
export const allowedLicences = new Set([
  ...["MIT", "MIT-0", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "MPL-2.0", "Unlicense"],
  ...["OFL-1.1", "BlueOak-1.0.0", "CC0-1.0", "Python-2.0"],
]);
/** Packages whose licence was read in their LICENSE file because their manifest does not state one. */
const readByHand = new Map([["node_modules/png-js", "MIT"]]);

/** Tools that lean on TypeScript's old JavaScript compiler API, which version 7 does not have. */
const needCompilerApi = new Set([
  "typescript-eslint",
  "typedoc",
  "ts-morph",
  "openapi-typescript",
  "ts-node",
  "tsx",
]);

/** A shared library beside our code, which anybody may replace with their own build of it: decision 16. */
const replaceable = { licence: "LGPL-3.0-or-later", of: "node_modules/@img/sharp-" };

type Package = {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly overrides?: Record<string, string>;
};
type Lock = { readonly packages?: Record<string, { readonly license?: string; readonly link?: boolean }> };

const read = <T>(tree: Tree, path: string): T => JSON.parse(tree.get(path) ?? "{}") as T;

const exactVersions: Rule = {
  name: "dependencies are pinned to one exact version",
  find: (tree) => {
    const { dependencies, devDependencies, overrides } = read<Package>(tree, "package.json");
    return Object.entries({ ...dependencies, ...devDependencies, ...overrides })
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => ({ path: "package.json", says: `${name} is "${version}"` }));
  },
};

const fewDependencies: Rule = {
  name: `there are at most ${most} runtime dependencies`,
  find: (tree) => {
    const count = Object.keys(read<Package>(tree, "package.json").dependencies ?? {}).length;
    return count > most ? [{ path: "package.json", says: `${count} of them` }] : [];
  },
};

const reasonedDependencies: Rule = {
  name: `each runtime dependency has its line in ${pagePath}`,
  find: (tree) => {
    const listed = new Set(
      [...(tree.get(pagePath) ?? "").matchAll(/^\| `([^`]+)` /gm)].map((found) => found[1] ?? ""),
    );
    const used = Object.keys(read<Package>(tree, "package.json").dependencies ?? {});
    return [
      ...used
        .filter((name) => !listed.has(name))
        .map((name) => ({ path: pagePath, says: `${name} is missing` })),
      ...[...listed]
        .filter((name) => !used.includes(name))
        .map((name) => ({ path: pagePath, says: `${name} is not used any more` })),
    ];
  },
};

const noCompilerApi: Rule = {
  name: "nothing is installed that needs TypeScript's old compiler API",
  find: (tree) =>
    Object.keys(read<Lock>(tree, "package-lock.json").packages ?? {})
      .filter((path) => needCompilerApi.has(path.slice(path.lastIndexOf("node_modules/") + 13)))
      .map((path) => ({ path: "package-lock.json", says: `${path} would bring a second TypeScript` })),
};

const openLicences: Rule = {
  name: "everything installed has a licence from the allowed list",
  find: (tree) =>
    Object.entries(read<Lock>(tree, "package-lock.json").packages ?? {})
      .filter(([path, entry]) => path !== "" && entry.link !== true)
      .filter(([path, entry]) => !isAllowed(path, entry.license ?? readByHand.get(path)))
      .map(([path, entry]) => ({
        path: "package-lock.json",
        says: `${path}: ${entry.license ?? "none stated"}`,
      })),
};

/** An SPDX expression of ORs and ANDs without nesting, which is all that npm packages use. */
function isAllowed(path: string, licence = ""): boolean {
  const allowed = (name: string): boolean =>
    allowedLicences.has(name) || (name === replaceable.licence && path.startsWith(replaceable.of));
  return licence
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((name) => allowed(name.trim())));
}

export const dependencyRules: readonly Rule[] = [
  exactVersions,
  fewDependencies,
  reasonedDependencies,
  openLicences,
  noCompilerApi,
];
