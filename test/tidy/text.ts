import { filesLike, isTest, linesLike, type Rule } from "./tree.ts";

const code = /\.(tsx?|m?js|sql|css|sh|html)$|^bin\/|^\.ci\//;

const nothingPutOff: Rule = {
  name: "nothing is put off in a comment",
  find: (tree) =>
    linesLike(
      filesLike(tree, code),
      /\b(T[O]DO|F[I]XME|X[X]X|H[A]CK)\b/,
      "do it, or write an issue and leave it out",
    ),
};

const nothingSilenced: Rule = {
  name: "no rule is silenced inline",
  find: (tree) =>
    linesLike(
      filesLike(tree, code),
      /biome[-]ignore|(ox|es)lint[-](disable|enable)|@ts[-](ignore|expect-error|nocheck)|prettier[-]ignore/,
      "mend what the rule found, or change the rule for everybody",
    ),
};

const noTestLeftOut: Rule = {
  name: "no test is skipped, narrowed or left to do",
  find: (tree) =>
    linesLike(
      filesLike(tree, isTest),
      /\.(skip|only|todo)\(|\b(skip|only|todo): (true|"|'|`)/,
      "a test that does not run proves nothing",
    ),
};

const noSleeping: Rule = {
  name: "no test waits for time to pass",
  find: (tree) =>
    linesLike(
      filesLike(tree, isTest),
      /setTimeout\(|timers\/promises|\bwaitForTimeout\(|\bsleep\(/,
      "wait for the thing itself, or move the test clock",
    ),
};

const timeFromTheClock: Rule = {
  name: "the hour comes from platform/clock.ts",
  find: (tree) =>
    linesLike(
      filesLike(tree, /^src\/.*\.tsx?$/, /^src\/(platform|console|client)\/|\.test\.tsx?$/),
      /\bnew Date\(\)/,
      "take the instant as a value, so that the test clock rules it",
    ),
};

const oneSheetPerClass: Rule = {
  name: "a class of the console is described in one style sheet",
  find: (tree) => {
    const sheets = new Map<string, string>();
    return filesLike(tree, /^src\/console\/.*\.css$/).flatMap(([path, body]) =>
      [...body.matchAll(/^\.([a-z][\w-]*) \{/gm)].flatMap(([, name = ""]) => {
        const first = sheets.get(name) ?? path;
        sheets.set(name, first);
        return first === path
          ? []
          : [{ path, says: `.${name} stands in ${first}, too: give one another name` }];
      }),
    );
  },
};

export const textRules: readonly Rule[] = [
  nothingPutOff,
  nothingSilenced,
  noTestLeftOut,
  noSleeping,
  timeFromTheClock,
  oneSheetPerClass,
];
