import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { runTerms, seeds } from "../../../test/terms/runTerms.ts";
import { termsFolder, waterCase } from "../../../test/terms/termsFiles.ts";

const { given, remove } = termsFolder();
after(remove);
const factsFile = given("facts.json", JSON.stringify(waterCase));
const lateSpark = given(
  "late.yaml",
  `at: 2026-06-03T10:00:01Z
code: { state: sold, models: [spark], region: EU }
device: { model: spark, region: EU, activatedAt: 2026-06-01T10:00:00Z, plan: none }
`,
);

describe("decide", () => {
  test("prints the receipt of the second replacement", () => {
    const ran = runTerms(["decide", "coverage", "--terms", seeds, "--facts", factsFile, "--json"]);
    const receipt = JSON.parse(ran.stdout);
    assert.equal(ran.code, 0);
    assert.deepEqual(
      [receipt.outcome, receipt.fee.amount, receipt.fee.currency, receipt.uses],
      ["plan", 18500, "PLN", { benefit: "replacement", nth: 2, left: 1 }],
    );
  });

  test("reads standard input, and speaks to people without --json", () => {
    const ran = runTerms(["decide", "coverage", "--terms", seeds, "--facts", "-"], JSON.stringify(waterCase));
    assert.equal(ran.code, 0);
    assert.match(ran.stdout, /^coverage: plan\n[\s\S]*185\.00 PLN/);
  });

  test("a refusal is a decision: it ends with 0", () => {
    const code = { state: "redeemed", models: ["spark"], region: "EU" };
    const device = { model: "spark", region: "EU", activatedAt: "never", plan: "none" };
    const path = given("redeemed.json", JSON.stringify({ code, device }));
    const ran = runTerms([
      "decide",
      "activation",
      "--terms",
      seeds,
      "--facts",
      path,
      "--at",
      "2026-06-01T10:00:00Z",
    ]);
    assert.equal(ran.code, 0);
    assert.match(ran.stdout, /^activation: refused\n[\s\S]*activate\.once/);
  });

  test("--at outranks the instant of the facts", () => {
    const late = runTerms(["decide", "activation", "--terms", seeds, "--facts", lateSpark, "--json"]);
    const early = runTerms([
      ...["decide", "activation", "--terms", seeds, "--facts", lateSpark, "--json"],
      ...["--at", "2026-06-01T12:00:00+02:00"],
    ]);
    assert.equal(JSON.parse(late.stdout).outcome, "refused");
    assert.deepEqual(
      [JSON.parse(early.stdout).at, JSON.parse(early.stdout).outcome],
      ["2026-06-01T10:00:00Z", "allowed"],
    );
  });

  test("many cases get one receipt a line, in order; a bad line is answered in its place", () => {
    const lines = [0, 1, 2].map((uses) =>
      JSON.stringify({ ...waterCase, plan: { ...waterCase.plan, uses } }),
    );
    const path = given(
      "cases.ndjson",
      [lines[0], "{", lines[1], '{"device":{"colour":"red"}}', lines[2]].join("\n"),
    );
    const ran = runTerms(["decide", "coverage", "--terms", seeds, "--cases", path, "--json"]);
    const answers = ran.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      answers.map((answer) => answer.fee?.amount ?? answer.line),
      [11900, 2, 18500, 4, 24900],
    );
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, /Line 2 is no JSON/);
    assert.match(ran.stderr, /Line 4.*device\.colour/);
  });

  test("ten thousand cases stream through", () => {
    const line = `${JSON.stringify(waterCase)}\n`;
    const ran = runTerms(
      ["decide", "coverage", "--terms", seeds, "--cases", "-", "--json"],
      line.repeat(10_000),
    );
    assert.equal(ran.code, 0);
    assert.equal(new Set(ran.stdout.trimEnd().split("\n")).size, 1);
    assert.equal(ran.stdout.split("\n").length, 10_001);
  });
});
