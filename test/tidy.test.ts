import { ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { rules } from "./tidy/rules.ts";
import { readTree, type Violation } from "./tidy/tree.ts";

const tree = readTree(`${import.meta.dirname}/..`);

const sentence = ({ path, line, says }: Violation): string =>
  line === undefined ? `${path}: ${says}` : `${path}:${line}: ${says}`;

describe("the house is tidy", () => {
  for (const rule of rules) {
    test(rule.name, () => {
      const found = rule.find(tree).map(sentence);
      ok(found.length === 0, found.join("\n"));
    });
  }
});
