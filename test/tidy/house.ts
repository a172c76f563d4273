import { filesLike, folderOf, lineAt, type Rule, type Tree, type Violation } from "./tree.ts";

/** The order in which modules stand. A module may import what stands to its left, and nothing else. */
export const line: readonly string[] = [
  ...["terms", "platform", "identity", "catalogue", "money", "contracts", "commerce"],
  ...["claims", "service", "notices", "insight", "portal", "cli"],
];

type Project = { readonly references?: readonly { readonly path: string }[] };

/** The modules that are built; what is not built yet is not in the line. */
const standing = (tree: Tree): string[] => line.filter((name) => tree.has(`src/${name}/tsconfig.json`));

function neighboursOf(tree: Tree, name: string): string[] {
  const project = JSON.parse(tree.get(`src/${name}/tsconfig.json`) ?? "{}") as Project;
  return (project.references ?? []).map(({ path }) => path.replace("../", ""));
}

const projectsFollowTheLine: Rule = {
  name: "each project refers to exactly the modules on its left",
  find: (tree) =>
    standing(tree).flatMap((name, index) => {
      const expected = standing(tree).slice(0, index).join(" ");
      const found = neighboursOf(tree, name).join(" ");
      return found === expected
        ? []
        : [{ path: `src/${name}/tsconfig.json`, says: `refers to "${found}", not to "${expected}"` }];
    }),
};

const consoleIsThin: Rule = {
  name: "the console refers to nothing but terms and client",
  find: (tree) =>
    tree.has("src/console/tsconfig.json") && neighboursOf(tree, "console").join(" ") !== "terms client"
      ? [{ path: "src/console/tsconfig.json", says: "it speaks to the server through the client alone" }]
      : [],
};

const everyFolderIsAModule: Rule = {
  name: "every folder in src is a module of the line",
  find: (tree) => {
    const known = new Set([...line, "client", "console"]);
    const folders = new Set([...tree.keys()].flatMap((path) => /^src\/([^/]+)\//.exec(path)?.[1] ?? []));
    return [...folders].flatMap((name): Violation[] => {
      if (!known.has(name)) {
        return [{ path: `src/${name}`, says: "it has no place in the line" }];
      }
      return tree.has(`src/${name}/tsconfig.json`)
        ? []
        : [{ path: `src/${name}`, says: "it has no project" }];
    });
  },
};

const clientTakesTypes: Rule = {
  name: "the client takes only types from the modules",
  find: (tree) =>
    filesLike(tree, /^src\/client\/.*\.ts$/, /\.test\.ts$/).flatMap(([path, body]) =>
      [...body.matchAll(/^(import|export) (?!type\b)[^;]*?from "(\.\.\/[^"]+)"/gm)].map((found) => ({
        path,
        line: lineAt(body, found.index),
        says: `write "${found[1]} type": ${found[2]} must not be shipped with the client`,
      })),
    ),
};

const frontDoors: Rule = {
  name: "every module has a front door",
  find: (tree) =>
    [...new Set([...tree.keys()].flatMap((path) => /^(src\/[^/]+)\/.*[^/]\.ts$/.exec(path)?.[1] ?? []))]
      .filter((folder) => folder !== "src/console" && !tree.has(`${folder}/index.ts`))
      .map((folder) => ({ path: folder, says: "it has no index.ts" })),
};

const wordsPath = /^(.*\/(?:words|messages)\/)([a-z]{2}(?:-[A-Z]{2})?)(\/.*)?\.(?:ts|json)$/;

/** All languages say all things: words/en/claim.ts and words/pl/claim.ts have the same keys. */
const completeWords: Rule = {
  name: "every language has every message",
  find: (tree) => {
    const said = new Map<string, Set<string>>();
    for (const [path, body] of tree) {
      const [, folder, language, file = ""] = wordsPath.exec(path) ?? [];
      if (folder !== undefined && language !== undefined) {
        const spoken = `${folder}${language}`;
        const keys = said.get(spoken) ?? new Set();
        said.set(spoken, keys.union(new Set([...keysOf(body)].map((key) => `${file}: ${key}`))));
      }
    }
    return [...said].flatMap(([path, keys]) =>
      [...said]
        .filter(([other]) => folderOf(other) === folderOf(path))
        .flatMap(([, all]) => [...all.difference(keys)])
        .map((key) => ({ path, says: `"${key}" is missing` })),
    );
  },
};

const keysOf = (body: string): Set<string> =>
  new Set([...body.matchAll(/^\s+"?([\w.-]+)"?:/gm)].map((found) => found[1] ?? ""));

const numberedDecisions: Rule = {
  name: "decision records are numbered without a gap",
  find: (tree) =>
    [...tree.keys()]
      .filter((path) => /^docs\/decisions\/\d/.test(path))
      .sort()
      .flatMap((path, index) => {
        const expected = String(index + 1).padStart(4, "0");
        return path.startsWith(`docs/decisions/${expected}-`) ? [] : [{ path, says: `expected ${expected}` }];
      }),
};

export const houseRules: readonly Rule[] = [
  projectsFollowTheLine,
  consoleIsThin,
  everyFolderIsAModule,
  clientTakesTypes,
  frontDoors,
  completeWords,
  numberedDecisions,
];
