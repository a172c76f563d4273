import { createHash } from "node:crypto";
import { filesLike, lineAt, linesLike, type Rule, stemOf, type Tree, type Violation } from "./tree.ts";

/** Strings that open with a statement. Prose opens with a capital: "Select one from the list" is none. */
const statements = [
  /["'`]\s*(?:select|SELECT)\s[^`;]*?\s(?:from|FROM)\s/,
  /["'`]\s*insert\s+into\s/i,
  /["'`]\s*update\s+[\w.]+\s+(?:\w+\s+)?set\s/i,
  /["'`]\s*delete\s+from\s/i,
  /["'`]\s*with\s+\w+\s+as\s*\(/i,
];
const mayHoldSql = /^src\/platform\/|\/store\.ts$|\/\w+Store\.ts$|\.test\.tsx?$/;

const sqlInStores: Rule = {
  name: "SQL stands in stores and in db/, nowhere else",
  find: (tree) =>
    filesLike(tree, /^src\/.*\.tsx?$/, mayHoldSql).flatMap(([path, body]) =>
      statements
        .map((statement) => body.search(statement))
        .filter((index) => index >= 0)
        .map((index) => ({ path, line: lineAt(body, index), says: "move it to the store.ts of its module" })),
    ),
};

const shouting =
  /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|ALTER|WHERE|REFERENCES|PRIMARY KEY|NOT NULL)\b/;

const lowerCaseSql: Rule = {
  name: "SQL is written in lower case",
  find: (tree) =>
    linesLike(
      filesLike(tree, /^db\/migrations\/.*\.sql$|^src\/.*\/(store|\w+Store)\.ts$/).map(([path, body]) => [
        path,
        body.replace(/^\s*(--|\*|\/\*|\/\/).*$/gm, ""),
      ]),
      shouting,
      "write its words in lower case",
    ),
};

const namedInTime: Rule = {
  name: "a column that holds an instant ends in _at, one that holds a day in _on",
  find: (tree) => [
    ...linesLike(
      filesLike(tree, /^db\/migrations\/.*\.sql$/),
      /^\s+(?!\w*_(?:at|from|until|before)\b|at\b|hour\b)\w+\s+timestamptz\b/,
      "an instant ends in _at, _from, _until or _before",
    ),
    ...linesLike(
      filesLike(tree, /^db\/migrations\/.*\.sql$/),
      /^\s+(?!\w*_on\b)\w+\s+date\b/,
      "a day ends in _on",
    ),
  ],
};

const numberedMigrations: Rule = {
  name: "migrations are numbered without a gap and named by verb and noun",
  find: (tree) => {
    const names = [...tree.keys()].filter((path) => /^db\/migrations\/[^/]+$/.test(path)).sort();
    return names.flatMap((path, index) => {
      const expected = String(index + 1).padStart(4, "0");
      return /^\d{4}_[a-z]+(_[a-z0-9]+)+$/.test(stemOf(path)) && stemOf(path).startsWith(expected)
        ? []
        : [{ path, says: `expected ${expected}_verb_noun.sql here` }];
    });
  },
};

/** What has been released: path to the SHA-256 of its text. Written when a release is cut, never changed. */
export const releasedPath = "test/tidy/released.json";

const releasedStaysAsItIs: Rule = {
  name: "a released migration or published terms document is never edited",
  find: (tree) =>
    Object.entries(releasedIn(tree)).flatMap(([path, digest]): Violation[] => {
      const body = tree.get(path);
      if (body === undefined) {
        return [{ path, says: "it was released and may not be taken away" }];
      }
      return createHash("sha256").update(body).digest("hex") === digest
        ? []
        : [{ path, says: "it was released: add a new one instead" }];
    }),
};

function releasedIn(tree: Tree): Record<string, string> {
  return JSON.parse(tree.get(releasedPath) ?? "{}") as Record<string, string>;
}

export const sqlRules: readonly Rule[] = [
  sqlInStores,
  lowerCaseSql,
  namedInTime,
  numberedMigrations,
  releasedStaysAsItIs,
];
