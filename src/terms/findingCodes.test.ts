import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = readFileSync(`${root}docs/reference/terms-format.md`, "utf8");
const [, section = ""] = /\n## 9\. What is checked\n(.*?)\n## /s.exec(page) ?? [];

/** Words in snake case between two marks: nothing in the sources is called so but codes of findings. */
function codesIn(text: string, mark: string): readonly string[] {
  const pattern = new RegExp(`${mark}([a-z]+(?:_[a-z]+)+)${mark}`, "g");
  return [...text.matchAll(pattern)].map(([, code = ""]) => code);
}

const ours = globSync(["src/terms/**/*.ts", "src/cli/terms/readInput.ts"], { cwd: root })
  .filter((file) => !(file.endsWith(".test.ts") || file.includes("/samples/")))
  .map((file) => readFileSync(`${root}${file}`, "utf8"))
  .join("\n");

/** What only one of two lists has, and what a list has twice. */
const differing = (listed: readonly string[], used: readonly string[]): readonly string[] => [
  ...listed.filter((code, index) => !used.includes(code) || listed.indexOf(code) !== index),
  ...new Set(used.filter((code) => !listed.includes(code))),
];

test("the page lists every code of a finding, each once, and no other", () => {
  assert.deepEqual(differing(codesIn(section, "`"), codesIn(ours, '"')), []);
});

test("a code that is not listed, not used any more or listed twice would be noticed", () => {
  const listed = codesIn(section, "`");
  const used = codesIn(ours, '"');
  assert.ok(listed.length > 100);
  assert.deepEqual(differing(listed.slice(1), used), listed.slice(0, 1));
  assert.deepEqual(differing([...listed, "clause_ugly"], used), ["clause_ugly"]);
  assert.deepEqual(differing([...listed, ...listed.slice(0, 1)], used), listed.slice(0, 1));
});
