import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { TermsDocument } from "../document.ts";
import { readTerms } from "../reading/readTerms.ts";
import { editsBetween } from "./editsBetween.ts";
import { compareTexts } from "./textChanges.ts";

const folder = new URL("../../../programmes/dji-care-refresh/", import.meta.url);
const versions = readdirSync(folder)
  .filter((name) => /^\d[^.]*\.terms\.md$/.test(name))
  .sort();

function read(file: string): TermsDocument {
  const { document, findings } = readTerms({ file, text: readFileSync(new URL(file, folder), "utf8") });
  assert.ok(document, JSON.stringify(findings.find(({ severity }) => severity === "error")));
  return document;
}

describe("from one shipped version to the next", () => {
  for (const [at, file] of versions.slice(1).entries()) {
    const before = versions[at] ?? "";
    test(`${before} to ${file} and back`, () => {
      const [old, now] = [read(before), read(file)];
      for (const [from, to] of [
        [old, now],
        [now, old],
      ] as const) {
        const edits = editsBetween(from, to);
        assert.ok(edits.length > 0);
        const arrived = edits.reduce((each, edit) => edit.apply(each), from);
        assert.deepEqual(
          editsBetween(arrived, to).map(({ says }) => says),
          [],
        );
      }
      assert.deepEqual(compareTexts(old, now).findings, []);
    });
  }
});
