/** A file that breaks one rule on purpose. */
export type Planted = { readonly rule: string; readonly path: string; readonly body: string };

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");
const importing = (from: string): string => `export { thing } from "${from}";\n`;

/** Code, each line of which breaks the rule of its name wherever it stands. */
const bodies: readonly (readonly [rule: string, body: string])[] = [
  ["noExcessiveLinesPerFunction", `export function long() {\n${lines(61, (n) => `  step(${n});`)}\n}`],
  ["useMaxParams", "export const far = (a, b, c, d, e, f) => [a, b, c, d, e, f];"],
  ["noUselessStringConcat", 'export const word = "a" + "b";'],
  ["noVoid", "export const drop = (promise) => void promise;"],
  ["noUndeclaredDependencies", 'export { chunk } from "lodash";'],
  ["noUnusedImports", 'import { thing } from "./thing.ts";'],
  ["noUnusedVariables", "const spare = 1;"],
  ["noUnusedFunctionParameters", "export function f(spare: number) {}"],
  ["useImportExtensions", 'export { thing } from "./thing";'],
  ["noReExportAll", 'export * from "./thing.ts";'],
  ["noCommonJs", 'export const fs = require("node:fs");'],
  ["noDefaultExport", "export default 1;"],
  ["noEnum", "export enum State {\n  open,\n}"],
  ["noExcessiveLinesPerFile", lines(301, (n) => `export const a${n} = ${n};`)],
  ["noInferrableTypes", "export const f = (n: number = 1) => n;"],
  ["noNamespace", "export namespace Plan {\n  export const a = 1;\n}"],
  ["noNestedTernary", "export const f = (a, b) => (a ? 1 : b ? 2 : 3);"],
  ["noNonNullAssertion", "export const f = (row?: { id: string }) => row!.id;"],
  ["noParameterAssign", "export function f(n: number) {\n  n = 2;\n  return n;\n}"],
  ["noParameterProperties", "export class A {\n  constructor(private readonly b: number) {}\n}"],
  ["noProcessEnv", "export const port = process.env.PORT;"],
  ["noUnusedTemplateLiteral", "export const word = `plain`;"],
  ["noUselessElse", "export function f(a) {\n  if (a) {\n    return 1;\n  } else {\n    return 2;\n  }\n}"],
  ["useAsConstAssertion", 'export const word = "a" as "a";'],
  ["useBlockStatements", "export function f(a) {\n  if (a) return 1;\n  return 2;\n}"],
  ["useConst", "export function f() {\n  let a = 1;\n  return a;\n}"],
  ["useExportType", 'import type { Fact } from "./thing.ts";\nexport { Fact };'],
  ["useImportType", 'import { Fact } from "./thing.ts";\nexport const fact: Fact = 1;'],
  ["useNodeAssertStrict", 'export { equal } from "node:assert";'],
  ["useNodejsImportProtocol", 'export { equal } from "assert/strict";'],
  ["useShorthandFunctionType", "export interface Run {\n  (): void;\n}"],
  ["useTemplate", 'export const f = (n) => "n is " + n + ".";'],
  ["useThrowOnlyError", 'export function f() {\n  throw "no";\n}'],
  ["noConsole", 'console.log("hello");'],
  ["noEmptyBlockStatements", "export function f() {}"],
  ["noExplicitAny", "export const row: any = 1;"],
  ["noTsIgnore", '// @ts_ignore\nexport const n: number = "1";'.replace("_", "-")],
  ["noJsRestrictedProperties", "export const drawn = Math.random();"],
];

/** Where code stands matters for these. */
const places: readonly Planted[] = [
  {
    rule: "useFilenamingConvention",
    path: "src/money/ledger-entry.ts",
    body: "export const ledgerEntry = 1;\n",
  },
  { rule: "noImportCycles", path: "src/money/egg.ts", body: importing("./hen.ts") },
  { rule: "noImportCycles", path: "src/money/hen.ts", body: importing("./egg.ts") },
  { rule: "noFocusedTests", path: "src/money/focus.test.ts", body: 'it.only("pays", () => pay());\n' },
  { rule: "noSkippedTests", path: "src/money/skip.test.ts", body: 'it.skip("pays", () => pay());\n' },
  {
    rule: "noUndeclaredDependencies",
    path: "src/money/tool.ts",
    body: 'export { check } from "fast-check";\n',
  },
  // Past a front door, from each depth.
  { rule: "noRestrictedImports", path: "src/claims/reactions.ts", body: importing("../money/store.ts") },
  { rule: "noRestrictedImports", path: "src/portal/page/page.ts", body: importing("../../money/store.ts") },
  { rule: "noRestrictedImports", path: "src/portal/a/b/deep.ts", body: importing("../../../money/store.ts") },
  {
    rule: "noRestrictedImports",
    path: "src/claims/openClaim/past.ts",
    body: importing("../../money/store.ts"),
  },
  // Act to act.
  {
    rule: "noRestrictedImports",
    path: "src/claims/openClaim/openClaim.ts",
    body: importing("../closeClaim/closeClaim.ts"),
  },
  // Pure code that looks out of the window.
  { rule: "noRestrictedImports", path: "src/claims/payFee/decidePayFee.ts", body: importing("../store.ts") },
  {
    rule: "noRestrictedImports",
    path: "src/claims/payFee/decidePay.ts",
    body: importing("../claimStore.ts"),
  },
  { rule: "noRestrictedImports", path: "src/money/book/decideBook.ts", body: importing("node:crypto") },
  {
    rule: "noRestrictedImports",
    path: "src/service/judgeFee.ts",
    body: importing("./feeStore.ts"),
  },
  {
    rule: "noRestrictedImports",
    path: "src/service/pool/giveFee/judgeFee.ts",
    body: importing("../unitStore.ts"),
  },
  // A decision that looks at signals, by whatever name.
  ...[
    ["src/claims/payFee/decideSignal.ts", "../signals/index.ts"],
    ["src/claims/payFee/judgeSignal.ts", "../signals/index.ts"],
    ["src/claims/claimFacts.ts", "./signals/index.ts"],
    ["src/claims/eachFinding.ts", "./signals/signal.ts"],
    ["src/claims/coreReturn.ts", "./signals/signal.ts"],
    ["src/claims/pool/giveFee/decideSignal.ts", "../../signals/index.ts"],
  ].map(([path = "", from = ""]) => ({ rule: "noRestrictedImports", path, body: importing(from) })),
  { rule: "noRestrictedImports", path: "src/terms/read.ts", body: importing("node:fs") },
  { rule: "noRestrictedImports", path: "src/terms/reader/read.ts", body: importing("node:fs") },
  { rule: "noRestrictedImports", path: "src/terms/reach.ts", body: importing("../platform/index.ts") },
  // The console behind the client's back.
  { rule: "noRestrictedImports", path: "src/console/app.tsx", body: importing("../claims/index.ts") },
  {
    rule: "noRestrictedImports",
    path: "src/console/queue/queue.tsx",
    body: importing("../../claims/index.ts"),
  },
  {
    rule: "noRestrictedImports",
    path: "src/console/a/b/deep.tsx",
    body: importing("../../../claims/index.ts"),
  },
];

const outside = ["Date", "crypto", "process", "fetch", "console", "performance", "globalThis", "setTimeout"];
const further = ["setInterval", "setImmediate", "queueMicrotask", "Buffer"];
const pure: readonly Planted[] = [...outside, ...further].flatMap((name) =>
  [
    `src/terms/${name}Seen.ts`,
    `src/claims/openClaim/decide${name}.ts`,
    `src/service/pool/openCase/judge${name}.ts`,
  ].map((path) => ({
    rule: "noRestrictedGlobals",
    path,
    body: `export const seen = ${name};\n`,
  })),
);
const clocks: readonly Planted[] = ["Temporal.Now", "Math.random", "Date.now"].map((name, index) => ({
  rule: "noJsRestrictedProperties",
  path: `src/claims/clock${index}.ts`,
  body: `export const seen = ${name};\n`,
}));

/** Everything Biome must report, one file each. */
export const planted: readonly Planted[] = [
  ...bodies.map(([rule, body]) => ({ rule, path: `src/money/${rule}.ts`, body: `${body}\n` })),
  ...places,
  ...pure,
  ...clocks,
];

/** What stands close to the rules and is allowed: nothing may be reported here. */
export const innocent: readonly (readonly [path: string, body: string])[] = [
  ["src/money/thing.ts", "export const thing = 1;\nexport type Fact = number;\n"],
  ["src/claims/index.ts", importing("../money/index.ts")],
  ["src/claims/closeClaim/closeClaim.ts", importing("../store.ts")],
  ["src/claims/closeClaim/decideCloseClaim.ts", importing("../../terms/index.ts")],
  ["src/claims/signals/judgeSignals.ts", importing("./signal.ts")],
  ["src/service/pool/giveUnit/judgeGift.ts", importing("../../refusals.ts")],
  ["src/claims/closeClaim/closeClaim.test.ts", importing("../openClaim/openClaim.ts")],
  ["src/claims/parts/part.ts", importing("../refusals.ts")],
  ["src/portal/home/home.ts", importing("../frame/frame.ts")],
  ["src/platform/clock.ts", "export const now = () => Temporal.Now.instant();\n"],
  ["src/platform/config.ts", "export const port = process.env.PORT;\n"],
  ["src/cli/say.ts", "export const say = (word: string) => console.log(word);\n"],
  ["src/console/board/board.tsx", importing("../../client/index.ts")],
  ["bench/terms/peer.ts", 'export { check } from "fast-check";\n'],
  ["test/support/draw.ts", 'export { check } from "fast-check";\n'],
  ["src/cli/terms/decideCase.ts", "export const seen = [process.env, Date];\n"],
  ["src/console/main.tsx", importing("../terms/index.ts")],
];
