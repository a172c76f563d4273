import { filesLike, type Rule } from "./tree.ts";

const columns = 110;
const lines = 300;
const imports = 14;
/** Generated, or a sentence that people read and that stands in one piece. */
const notWrapped = /^db\/(schema|distribute)\.sql$|\/(words|messages)\/[a-z]{2}(-[A-Z]{2})?[./]/;

const lineLength: Rule = {
  name: `a line has at most ${columns} columns`,
  find: (tree) =>
    filesLike(tree, /\.(tsx?|sql|css|sh)$|^bin\//, notWrapped).flatMap(([path, body]) =>
      body
        .split("\n")
        .flatMap((line, index) =>
          line.length > columns ? [{ path, line: index + 1, says: `${line.length} columns` }] : [],
        ),
    ),
};

const fileLength: Rule = {
  name: `a source file has at most ${lines} lines`,
  find: (tree) =>
    filesLike(tree, /^(src|test|bench|bin)\/.*(\.(tsx?|css)|\/[^.]+)$/).flatMap(([path, body]) => {
      const count = body.trimEnd().split("\n").length;
      return count > lines ? [{ path, says: `${count} lines` }] : [];
    }),
};

const importCount: Rule = {
  name: `a file imports from at most ${imports} places`,
  find: (tree) =>
    filesLike(tree, /^(src|test|bench)\/.*\.tsx?$/).flatMap(([path, body]) => {
      const count = body.match(/^import [^;]*?\bfrom "|^import "/gm)?.length ?? 0;
      return count > imports ? [{ path, says: `${count} imports` }] : [];
    }),
};

export const sizeRules: readonly Rule[] = [lineLength, fileLength, importCount];
