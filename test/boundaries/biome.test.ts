import { deepEqual, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { innocent, planted } from "./plantedLint.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

type Report = { diagnostics: { category: string; location: { path: string } }[] };
type Rules = Record<string, Record<string, unknown> | string>;
type Settings = { linter: { rules: Rules }; overrides: { linter: { rules: Rules } }[] };

/** The rules that biome.json names itself; the recommended ones are tested by their makers. */
function namedRules(): string[] {
  const settings = JSON.parse(readFileSync(`${import.meta.dirname}/../../biome.json`, "utf8")) as Settings;
  const groups = [settings, ...settings.overrides].flatMap(({ linter }) => Object.values(linter.rules));
  return [
    ...new Set(
      groups.flatMap((group) =>
        typeof group === "string" ? [] : Object.keys(group).filter((rule) => group[rule] !== "off"),
      ),
    ),
  ];
}

describe("Biome reports what is planted", () => {
  let workshop: Workshop;
  let reported: Map<string, Set<string>>;

  before(async () => {
    workshop = await openWorkshop([...planted.map(({ path, body }) => [path, body] as const), ...innocent]);
    const output = await workshop.run("biome", "lint", "--reporter=json", "--max-diagnostics=none");
    reported = new Map();
    for (const { category, location } of (JSON.parse(output) as Report).diagnostics) {
      const rules = reported.get(location.path) ?? new Set();
      reported.set(location.path, rules.add(category.split("/").at(-1) ?? category));
    }
  });
  after(() => workshop.close());

  for (const { rule, path } of planted) {
    test(`${rule} in ${path}`, () => {
      ok(reported.get(path)?.has(rule), `reported instead: ${[...(reported.get(path) ?? [])].join(", ")}`);
    });
  }

  test("what is allowed is left alone", () => {
    deepEqual(
      innocent.filter(([path]) => reported.has(path)).map(([path]) => [path, ...(reported.get(path) ?? [])]),
      [],
    );
  });

  test("every rule named in biome.json has its planted violation", () => {
    const broken = new Set(planted.map(({ rule }) => rule));
    deepEqual(
      namedRules().filter((rule) => !broken.has(rule)),
      [],
    );
  });
});
