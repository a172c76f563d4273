import { line } from "./house.ts";
import { filesLike, folderOf, isTest, type Rule, stemOf, type Tree, type Violation } from "./tree.ts";

/** Words that say nothing about what is inside, and so end up holding everything. */
const emptyWords = new Set(
  "util utils helper helpers common manager handler handlers misc shared stuff".split(" "),
);
/** Files whose name is their place in every module, not one export. */
const placeNames = new Set("index browser main store refusals reactions schemas events routes".split(" "));
const maximumDepth = 3;

const wordsOf = (name: string): string[] =>
  name.split(/(?=[A-Z])|[^A-Za-z]+/).map((word) => word.toLowerCase());

const emptyNames: Rule = {
  name: "no file, folder or class is called by an empty word",
  find: (tree) => [
    ...[...tree.keys()]
      .filter((path) => /^(src|test|bench|bin|db)\//.test(path))
      .filter((path) => path.split("/").some((part) => wordsOf(part).some((word) => emptyWords.has(word))))
      .map((path) => ({ path, says: "name the thing it is about" })),
    ...filesLike(tree, /^src\/.*\.tsx?$/)
      .filter(([, body]) => /\bclass \w*(Manager|Helper|Handler|Utils?)\b/.test(body))
      .map(([path]) => ({ path, says: "name the class by what it is, not by -Manager or -Handler" })),
  ],
};

const depth: Rule = {
  name: `folders below src are at most ${maximumDepth} deep`,
  find: (tree) =>
    [...tree.keys()]
      .filter((path) => path.startsWith("src/") && path.split("/").length - 2 > maximumDepth)
      .map((path) => ({ path, says: "move it up: a path should be readable at a glance" })),
};

const namedAfterExport: Rule = {
  name: "a source file is named after what it exports",
  find: (tree) =>
    filesLike(
      tree,
      /^src\/.*\.tsx?$/,
      /\.(test|config|d)\.tsx?$|\/(words|messages)\/[a-z]{2}(-[A-Z]{2})?\.ts$/,
    )
      .filter(([path]) => !placeNames.has(stemOf(path)))
      .filter(([path, body]) => !exportsOf(body).some((name) => speaksOf(name, stemOf(path))))
      .map(([path, body]) => ({ path, says: `exports ${exportsOf(body).join(", ") || "nothing"}` })),
};

function exportsOf(body: string): string[] {
  const declared =
    /^export (?:declare |abstract |async )*(?:function\*?|const|let|class|type|interface) (\w+)/gm;
  const listed = /^export (?:type )?\{([^}]*)\}/gm;
  return [
    ...[...body.matchAll(declared)].map((found) => found[1] ?? ""),
    ...[...body.matchAll(listed)].flatMap((found) =>
      (found[1] ?? "").split(",").map((part) => part.trim().split(/ as /).at(-1) ?? ""),
    ),
  ].filter((name) => name !== "");
}

/** `ids` speaks of `newId` and `testClock` of `serveTestClock`: they share a word. */
function speaksOf(name: string, stem: string): boolean {
  const words = singularsOf(name);
  return singularsOf(stem).some((word) => word.length > 1 && words.includes(word));
}

const singularsOf = (name: string): string[] =>
  wordsOf(name).flatMap((word) => [word, word.replace(/s$/, ""), word.replace(/ies$/, "y")]);

const actsExportThemselves: Rule = {
  name: "an act and its decision export what their file is called",
  find: (tree) =>
    filesLike(tree, /^src\/\w+\/(\w+)\/(\1|decide[A-Z]\w*)\.ts$/)
      .filter(([path, body]) => !exportsOf(body).some((name) => sameName(name, stemOf(path))))
      .map(([path, body]) => ({ path, says: `exports ${exportsOf(body).join(", ") || "nothing"}` })),
};

const sameName = (name: string, stem: string): boolean => name.toLowerCase() === stem.toLowerCase();

const actsAreDecidedInTests: Rule = {
  name: "every decision has its test beside it",
  find: (tree) => [...tree.keys()].filter(isDecision).flatMap((path) => missingTest(tree, path)),
};

/** The modules that decide by acts; elsewhere "decide" is a word of the terms' own. */
const deciding = line.slice(line.indexOf("identity"), line.indexOf("portal")).join("|");
const decision = new RegExp(`^src/(${deciding})/(.*/)?decide[A-Z]\\w*\\.ts$`);
const isDecision = (path: string): boolean => decision.test(path) && !isTest.test(path);

function missingTest(tree: Tree, path: string): Violation[] {
  const test = path.replace(/\.ts$/, ".test.ts");
  return tree.has(test) ? [] : [{ path, says: `${test} is missing` }];
}

const decisionsLiveInTheirAct: Rule = {
  name: "a decision lives in the folder of its act",
  find: (tree) =>
    [...tree.keys()].filter(isDecision).flatMap((path) => {
      const act = stemOf(path).replace(/^decide(.)/, (_, first: string) => first.toLowerCase());
      const here = folderOf(path);
      return here.endsWith(`/${act}`) && tree.has(`${here}/${act}.ts`)
        ? []
        : [{ path, says: `expected in ${act}/ beside ${act}.ts` }];
    }),
};

export const nameRules: readonly Rule[] = [
  emptyNames,
  depth,
  namedAfterExport,
  actsExportThemselves,
  actsAreDecidedInTests,
  decisionsLiveInTheirAct,
];
