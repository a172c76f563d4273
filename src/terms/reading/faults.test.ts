import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkTerms, type Finding, readTerms } from "../index.ts";
import { type Fault, faults } from "../samples/faults.ts";
import { hasWayOut } from "../samples/wayOut.ts";
import { stretchedFaults, wholeFaults } from "../samples/wholeFaults.ts";

const sample = (name: string): string =>
  readFileSync(new URL(`../samples/${name}.terms.md`, import.meta.url), "utf8");
const planted: readonly (readonly [string, Fault])[] = [
  ...[...faults, ...wholeFaults].map((fault) => [sample("sample"), fault] as const),
  ...stretchedFaults.map((fault) => [sample("stretched"), fault] as const),
];

function findingsOf(source: string): readonly Finding[] {
  const { document, findings } = readTerms({ file: "sample.terms.md", text: source });
  return document === undefined ? findings : [...findings, ...checkTerms(document)];
}

const mark = "‸";

/** The document with the fault, and where it must be found. */
function broken(source: string, [, , before, after, at = after]: Fault): { text: string; place: string } {
  assert.equal(source.split(before).length, 2, `"${before}" stands there once`);
  const text = source.replace(before, after.replace(mark, ""));
  const whole = at === after ? before : at.replace(mark, "");
  const start = at === after ? source.indexOf(before) : text.indexOf(whole);
  assert.ok(start >= 0 && at.includes(mark), at);
  const lines = text.slice(0, start + at.indexOf(mark)).split("\n");
  return { text, place: `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}` };
}

for (const [source, fault] of planted) {
  const [code, clause, , after] = fault;
  test(`${code} is found where it is: ${
    after
      .trim()
      .split("\n")
      .find((line) => line.includes(mark)) ?? clause
  }`, () => {
    const { text, place } = broken(source, fault);
    const found = findingsOf(text).filter((finding) => finding.code === code);
    const [first] = found;
    assert.deepEqual(
      [first?.clause, first && `${first.line}:${first.column}`, first?.file],
      [clause, place, "sample.terms.md"],
      JSON.stringify(found),
    );
  });
}

test("more than a hundred faults are planted, one in each document, and without it there is none", () => {
  const texts = planted.map(([source, fault]) => broken(source, fault).text);
  assert.ok(new Set(texts).size > 100, String(new Set(texts).size));
  for (const name of ["sample", "stretched"]) {
    assert.deepEqual(findingsOf(sample(name)), []);
  }
});

test("every finding says what is wrong, and then how to mend it", () => {
  const silent = planted.flatMap(([source, fault]) =>
    findingsOf(broken(source, fault).text).filter(({ message }) => !hasWayOut(message)),
  );
  assert.deepEqual(
    silent.map(({ message }) => message),
    [],
  );
});

test("a message without a way out would be noticed", () => {
  assert.ok(!hasWayOut("The clause can never matter."));
  assert.ok(!hasWayOut("The clause can never matter. It is dead."));
  assert.ok(hasWayOut("The clause can never matter. Leave it out."));
});

test("a word that nearly is one of the format's is answered with that one", () => {
  const text = sample("sample");
  for (const [before, after, way] of [
    [
      "plan.uses: fewer than replacements",
      "plan.uses: less than replacements",
      "Write fewer than replacements of plan.product.",
    ],
    [
      "plan.uses: fewer than replacements",
      "plan.uses: fewr than replacements",
      "Write fewer than replacements of plan.product.",
    ],
    ["incident.at: before", "incident.at: earlier than", "Write before device.warrantyEndsAt."],
    ["kind: transfer", "kind: tranfer", "Write transfer."],
    ["window: 30 days", "window: 30 dyas", "Write days."],
    ["decided-by: assessor", "decided: assessor", "Write decided-by."],
    ["language: en", "langauge: en", "Write language."],
    ["Asia/Tokyo", "Asia/Tokio", "Write Asia/Tokyo."],
    ["expect: { outcome: plan, nth", "expect: { outcome: plan, nht", "Write nth."],
    ["| hawk | aircraft |", "| hawk | aircrafts |", "Write aircraft."],
    ["incident.cause: water }", "incident.cause: watter }", "Write water."],
    ["[collision, drop", "[colision, drop", "Write collision."],
    ["from: clip-case", "from: clip-cse", "Write clip-case."],
  ] as const) {
    assert.ok(text.includes(before), before);
    const messages = findingsOf(text.replace(before, after)).map(({ message }) => message);
    assert.ok(
      messages.some((message) => message.endsWith(way)),
      `${after}: ${messages.join(" ")}`,
    );
  }
});

test("an example that lacks one thing has its other faults told as well", () => {
  const text = sample("sample");
  const bad = text
    .replace("at: 2026-01-03T10:00:01Z\n", "")
    .replace(
      "outcome: refused, against: [activate.aircraft]",
      "outcome: refusd, against: [activate.aircrft]",
    );
  assert.deepEqual(
    findingsOf(bad).map(({ code }) => code),
    ["field_missing", "value_unknown", "clause_unknown"],
  );
  const baseless = text
    .replace("from: clip-case", "from: nobody")
    .replace("fee: 185.00 PLN", "fees: 185.00 PLN");
  assert.deepEqual(
    findingsOf(baseless).map(({ code }) => code),
    ["base_unknown", "field_unknown"],
  );
});
