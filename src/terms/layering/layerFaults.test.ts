import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkTerms, type Finding, readTerms } from "../index.ts";
import { type LayerFault, layerFaults } from "../samples/layerFaults.ts";
import { hasWayOut } from "../samples/wayOut.ts";

const sampleText = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");
const faults = layerFaults(sampleText);

/** What reading and checking say of a document that stands beside the sample and others. */
function findingsOf({ text, beside = [] }: Pick<LayerFault, "text" | "beside">): readonly Finding[] {
  const { document, findings } = readTerms({ file: "layer.terms.md", text });
  const others = [sampleText, ...beside].flatMap((each) => {
    return readTerms({ file: "beside.terms.md", text: each }).document ?? [];
  });
  return document === undefined ? findings : [...findings, ...checkTerms(document, [...others, document])];
}

for (const fault of faults) {
  const kind = /^(annex|translates|applies):/m.exec(fault.text)?.[1] ?? "terms";
  test(`${fault.code} is found where it is, and says the way out: ${kind}`, () => {
    const found = findingsOf(fault);
    const [hit] = found.filter(({ code }) => code === fault.code);
    assert.ok(hit !== undefined, JSON.stringify(found.map(({ code }) => code)));
    assert.equal(hit.file, "layer.terms.md");
    assert.ok(hit.line >= 1 && hit.line <= fault.text.split("\n").length && hit.column >= 1);
    assert.deepEqual(
      found.map(({ message }) => message).filter((message) => !hasWayOut(message)),
      [],
    );
  });
}

test("an annex of an annex is told once, at the version it names, and by no other code", () => {
  const [fault] = faults.filter(({ code }) => code === "annex_of_annex");
  assert.ok(fault !== undefined);
  const [finding, ...more] = findingsOf(fault);
  const line = fault.text.split("\n").findIndex((text) => text.startsWith("annex:"));
  const column = fault.text.split("\n")[line]?.indexOf('"2026-01-japan"') ?? -1;
  assert.deepEqual(
    [finding?.code, finding?.line, finding?.column, more],
    ["annex_of_annex", line + 1, column + 1, []],
  );
});

test("the annexes by which the faults are made are sound themselves", () => {
  for (const text of faults.flatMap(({ beside = [] }) => beside)) {
    assert.deepEqual(findingsOf({ text }), []);
  }
});
