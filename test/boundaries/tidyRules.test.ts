import { deepEqual, notDeepEqual, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { rules } from "../tidy/rules.ts";
import { plantedTrees, tidyTree } from "./plantedTidy.ts";

describe("the tidy rules report what is planted", () => {
  for (const { rule: name, files } of plantedTrees) {
    test(`${name}: ${files.at(-1)?.[0]}`, () => {
      const rule = rules.find((each) => each.name === name);
      ok(rule, "there is no such rule");
      notDeepEqual(rule.find(new Map(files)), []);
    });
  }

  test("what is allowed is left alone", () => {
    deepEqual(
      rules.flatMap((rule) => rule.find(tidyTree).map((found) => [rule.name, found.path, found.says])),
      [],
    );
  });

  test("every rule has its planted violation", () => {
    const broken = new Set(plantedTrees.map(({ rule }) => rule));
    deepEqual(
      rules.map(({ name }) => name).filter((name) => !broken.has(name)),
      [],
    );
  });
});
