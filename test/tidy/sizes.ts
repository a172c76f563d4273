import { filesLike, type Rule } from "./tree.ts";

const columns = 110;
const lines = 300;
const imports = 14;
/** Nobody writes or reads these line by line. */
const generated = /^db\/(schema|distribute)\.sql$/;

const lineLength: Rule = {
  name: `a line has at most ${columns} columns`,
  find: (tree) =>
    filesLike(tree, /\.(tsx?|sql|css|sh)$|^bin\//, generated).flatMap(([path, body]) =>
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
