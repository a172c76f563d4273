import { deepEqual, ok } from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { line } from "../tidy/house.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

const root = join(import.meta.dirname, "..", "..");
const standing = line.filter((name) => existsSync(join(root, "src", name, "tsconfig.json")));
const everybody = [...standing, "client", "console"];

/**
 * What the compiler lets each project import: everything on its left; the client as far as notices.
 * References carry over, so it lets the console reach what the client reaches: Biome stops that.
 */
function permitted(name: string): string[] {
  switch (name) {
    case "client":
      return standing.slice(0, standing.indexOf("portal")).filter((module) => module !== "insight");
    case "console":
      return ["client", ...permitted("client")];
    default:
      return standing.slice(0, standing.indexOf(name));
  }
}

const importsOf = (name: string): string =>
  everybody
    .filter((other) => other !== name)
    .map((other) => `export { ${other}Name } from "../${other}/index.ts";\n`)
    .join("");

/** Broken on purpose: code of every kind that one of the compiler's settings forbids. */
const planted: readonly { code: number; path: string; body: string }[] = [
  { code: 2591, path: "src/terms/process.ts", body: "export const seen: unknown = process;\n" },
  { code: 2584, path: "src/terms/document.ts", body: "export const seen: unknown = document;\n" },
  { code: 2591, path: "src/terms/node.ts", body: 'export { readFileSync } from "node:fs";\n' },
  {
    code: 9013,
    path: "src/terms/loose.ts",
    body: "export function double(n: number) {\n  return n * 2;\n}\n",
  },
  { code: 1294, path: "src/platform/erased.ts", body: "export enum State {\n  open,\n}\n" },
  {
    code: 1484,
    path: "src/platform/verbatim.ts",
    body: 'import { Fact } from "./fact.ts";\nexport const fact: Fact = 1;\n',
  },
  {
    code: 2322,
    path: "src/platform/index1.ts",
    body: "export const first = (list: string[]): string => list[0];\n",
  },
  {
    code: 2375,
    path: "src/platform/optional.ts",
    body: "export const row: { at?: string } = { at: undefined };\n",
  },
  {
    code: 6133,
    path: "src/platform/unused.ts",
    body: "export function f(): void {\n  const spare = 1;\n}\n",
  },
  { code: 6133, path: "src/platform/parameter.ts", body: "export function f(spare: number): void {}\n" },
  {
    code: 7030,
    path: "src/platform/returns.ts",
    body: "export function f(n: number) {\n  if (n > 1) {\n    return n;\n  }\n}\n",
  },
  {
    code: 7029,
    path: "src/platform/falls.ts",
    body: "export function f(n: number): void {\n  switch (n) {\n    case 1:\n      f(2);\n    case 2:\n  }}",
  },
  {
    code: 4114,
    path: "src/platform/override.ts",
    body: "export class A {\n  run(): void {}\n}\nexport class B extends A {\n  run(): void {}\n}\n",
  },
];

describe("the compiler keeps the line", () => {
  let workshop: Workshop;
  let output: string;

  before(async () => {
    workshop = await openWorkshop([
      [
        "tsconfig.json",
        JSON.stringify({ files: [], references: everybody.map((name) => ({ path: `src/${name}` })) }),
      ],
      ...everybody.map(
        (name) => [`src/${name}/index.ts`, `export const ${name}Name: string = "${name}";\n`] as const,
      ),
      ...everybody.map((name) => [`src/${name}/imports.ts`, importsOf(name)] as const),
      ["src/platform/fact.ts", "export type Fact = number;\n"],
      ...planted.map(({ path, body }) => [path, body] as const),
    ]);
    output = await workshop.run("tsc", "-b", "--pretty", "false");
  });
  after(() => workshop.close());

  test("a module imports what stands on its left and nothing else", () => {
    const found = [
      ...output.matchAll(/^src\/(\w+)\/imports\.ts\(.*error TS6307: File '.*\/src\/(\w+)\/index\.ts'/gm),
    ];
    const refused = found.map(([, from, to]) => `${from} -> ${to}`).sort();
    const expected = everybody
      .flatMap((from) =>
        everybody
          .filter((to) => to !== from && !permitted(from).includes(to))
          .map((to) => `${from} -> ${to}`),
      )
      .sort();
    deepEqual(refused, expected);
  });

  for (const { code, path } of planted) {
    test(`TS${code} is reported in ${path}`, () => {
      ok(
        output.split("\n").some((said) => said.startsWith(`${path}(`) && said.includes(`error TS${code}:`)),
        output
          .split("\n")
          .filter((said) => said.startsWith(path))
          .join("\n"),
      );
    });
  }
});
