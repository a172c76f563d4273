import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkTerms, readTerms } from "../index.ts";
import { badDocuments } from "../samples/badDocuments.ts";

const sample = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");

for (const [name, code, place, bad] of badDocuments(sample)) {
  test(`${name} is ${code}`, () => {
    const { document, findings } = readTerms({ file: "bad.terms.md", text: bad });
    const all = [...findings, ...(document === undefined ? [] : checkTerms(document))];
    const found = all.filter((finding) => finding.code === code);
    assert.deepEqual(
      found.slice(0, 1).map(({ line, column }) => `${line}:${column}`),
      [place],
      JSON.stringify(all.slice(0, 5)),
    );
    assert.equal(document === undefined || all.some(({ severity }) => severity === "error"), true);
    assert.ok(all.every(({ line, column, message }) => line >= 1 && column >= 1 && message.endsWith(".")));
    assert.ok(all.length < 200, "a few findings, not a flood");
  });
}

test("lines may end as on Windows or on old Macs: the places are the same", () => {
  const bad = sample.replace("window: 30 days", "window: 30 moons");
  for (const end of ["\n", "\r\n", "\r"]) {
    const { findings } = readTerms({ file: "ends.terms.md", text: bad.replaceAll("\n", end) });
    assert.deepEqual(
      findings.map(({ code, line, column }) => `${code} ${line}:${column}`),
      ["unit_unknown 88:9"],
    );
  }
});

const rows = (count: number, row: (index: number) => string): string =>
  `${Array.from({ length: count }, (_, index) => row(index)).join("\n")}\n`;

test("tables of ten thousand rows are read whole, and rows that catch one case still found", () => {
  const before = "| clip-4 | clip |\n";
  const many = sample.replace(before, before + rows(10_000, (index) => `| m-${index} | clip |`));
  const { document, findings } = readTerms({ file: "many.terms.md", text: many });
  assert.deepEqual(findings, []);
  assert.equal(document?.clauses.find(({ id }) => id === "def.models")?.tables[0]?.rows.length, 10_004);
  const twice = readTerms({
    file: "many.terms.md",
    text: many.replace("| m-9999 | clip |", "| m-7 | clip |"),
  });
  assert.deepEqual(
    twice.findings.map(({ code }) => code),
    ["row_twice"],
  );
});

test("ten thousand rows that could all meet are too many, and said to be", () => {
  const head = "| model | currency | 1st | 2nd | 3rd |\n|---|---|---|---|---|\n";
  const any = sample.replace(head, head + rows(10_000, () => "| any | PLN | 1 | 2 | 3 |"));
  const { findings } = readTerms({ file: "any.terms.md", text: any });
  assert.equal(findings.filter(({ code }) => code === "table_too_long").length, 1);
});

test("holidays of thirty years for every country are read whole", () => {
  const days = rows(
    10_000,
    (index) =>
      `| ${1990 + (index % 30)}-01-${String(1 + (Math.floor(index / 30) % 28)).padStart(2, "0")} | PL, DE |`,
  );
  const head = "### 7.1 Days {#days}\n\n| date | countries |\n|---|---|\n";
  const table = `${head}${days}\nSource: x.\n\n## 7 Examples`;
  const text = sample.replace("## 7 Examples", table);
  assert.deepEqual(readTerms({ file: "days.terms.md", text }).findings, []);
});
