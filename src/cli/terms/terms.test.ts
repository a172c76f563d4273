import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { broken, runTerms, seeds } from "../../../test/terms/runTerms.ts";
import { fileProblem } from "./readInput.ts";

const folder = mkdtempSync(join(tmpdir(), "evermend-terms-"));
after(() => rmSync(folder, { recursive: true }));

function given(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const facts = {
  at: "2026-12-24T09:00:00Z",
  device: {
    serial: "A4-0001",
    model: "osmo-action-4",
    region: "EU",
    modified: false,
    warrantyEndsAt: "2026-06-01T10:00:00Z",
  },
  plan: {
    product: "care-2y",
    status: "active",
    serial: "A4-0001",
    region: "EU",
    startsAt: "2025-06-01T10:00:00Z",
    endsAt: "2027-06-02T00:00:00Z",
    uses: 1,
  },
  incident: {
    at: "2026-12-23T15:00:00Z",
    cause: "water",
    parts: ["camera"],
    lost: "none",
    stolen: false,
    abandoned: false,
    intentional: false,
    cosmeticOnly: false,
    forceMajeure: false,
    unauthorisedParts: false,
  },
  claim: { at: "2026-12-24T09:00:00Z", region: "EU", currency: "PLN", returnedParts: ["camera", "battery"] },
};
const factsFile = given("facts.json", JSON.stringify(facts));
const yamlFile = given("facts.yaml", "at: 2026-06-03T10:00:01Z\ndevice: { model: spark, activatedAt: 2026-06-01T10:00:00Z }\n");
const text = readFileSync(seeds, "utf-8");

/** What is given, what the command ends with, and what the one sentence must hold. */
const wrong: readonly [string, readonly string[], number, RegExp][] = [
  ["a file that is not there", ["terms", "check", "nowhere.terms.md"], 2, /no file nowhere\.terms\.md.*check the path/],
  ["a folder", ["terms", "check", "programmes"], 2, /programmes is a folder: name the file/],
  ["UTF-16", ["terms", "check", given("utf16.md", Buffer.from(`\ufeff${text}`, "utf16le"))], 2, /UTF-16: save it as UTF-8/],
  ["Latin-1", ["terms", "check", given("latin1.md", Buffer.from("a\nb\nna\u00efve", "latin1"))], 2, /line 3.*save it as UTF-8/],
  ["five megabytes", ["terms", "check", given("large.md", "x".repeat(5_242_880))], 2, /5\.0 MB.*at most 2 MB/],
  ["no file at all", ["terms", "check"], 2, /missing required argument/],
  ["an option nobody knows", ["terms", "test", seeds, "--fast"], 2, /unknown option '--fast'/],
  ["a command nobody knows", ["terms", "sing"], 2, /unknown command|too many arguments/],
  ["two ways to print at once", ["terms", "print", seeds, "--html", "--pdf"], 2, /cannot be used with/],
  ["a decision nobody knows", ["decide", "lunch", "--terms", seeds, "--facts", factsFile], 2, /Allowed choices/],
  ["no terms", ["decide", "coverage", "--facts", factsFile], 2, /required option '--terms/],
  ["neither facts nor cases", ["decide", "coverage", "--terms", seeds], 2, /either --facts FILE.*or --cases/],
  [
    "both facts and cases",
    ["decide", "coverage", "--terms", seeds, "--facts", factsFile, "--cases", factsFile],
    2,
    /either --facts FILE.*or --cases/,
  ],
  ["an instant that is none", ["decide", "coverage", "--terms", seeds, "--facts", factsFile, "--at", "noon"], 2, /--at noon/],
  ["facts that are not there", ["decide", "coverage", "--terms", seeds, "--facts", "nowhere.json"], 2, /no file nowhere\.json/],
  ["cases that are not there", ["decide", "coverage", "--terms", seeds, "--cases", "nowhere.ndjson"], 2, /no file nowhere/],
  [
    "facts that are a list",
    ["decide", "coverage", "--terms", seeds, "--facts", given("list.json", "[1]")],
    2,
    /holds no facts: write a mapping/,
  ],
  [
    "facts that are no YAML",
    ["decide", "coverage", "--terms", seeds, "--facts", given("bad.yaml", "device: {\n  model: spark\nplan: [")],
    2,
    /bad\.yaml, line \d+, is neither YAML nor JSON/,
  ],
  [
    "a fact nobody knows",
    ["decide", "coverage", "--terms", seeds, "--facts", given("colour.json", '{"device":{"colour":"red"}}')],
    2,
    /device\.colour.*terms-format\.md/,
  ],
  [
    "a value that cannot be",
    ["decide", "coverage", "--terms", seeds, "--facts", given("cause.json", '{"incident":{"cause":"boredom"}}')],
    2,
    /incident\.cause.*boredom.*collision/,
  ],
  ["a document that does not load", ["decide", "coverage", "--terms", broken, "--facts", factsFile], 5, /does not load/],
];

describe("a wrong call gets one clear answer and no stack trace", () => {
  for (const [name, args, code, sentence] of wrong) {
    test(name, () => {
      const ran = runTerms(args);
      assert.match(ran.stderr, sentence);
      assert.equal(ran.code, code);
      assert.doesNotMatch(ran.stderr, /^\s+at /m);
    });
  }

  test("a file of somebody else", () => {
    const denied = fileProblem("secret.md", Object.assign(new Error("denied"), { code: "EACCES" }));
    assert.match(denied.message, /may not read secret\.md: change its permissions/);
    assert.equal(denied.exitCode, 2);
  });
});

describe("terms check", () => {
  test("the reference programme has no findings", () => {
    const ran = runTerms(["terms", "check", seeds]);
    assert.deepEqual([ran.code, ran.stdout], [0, ""]);
    assert.match(ran.stderr, /1 document checked, 0 findings/);
  });

  test("a file that cannot be read does not hide the findings of the next", () => {
    const ran = runTerms(["terms", "check", "--json", "nowhere.md", broken]);
    const report = JSON.parse(ran.stdout);
    assert.equal(ran.code, 2);
    assert.match(report.files[0].problem, /no file nowhere/);
    assert.ok(report.findings > 20 && report.findings === report.files[1].findings.length);
  });

  test("the mark at the beginning of a UTF-8 file is no mistake", () => {
    assert.equal(runTerms(["terms", "check", given("mark.terms.md", `\ufeff${text}`)]).code, 0);
  });
});

describe("terms test", () => {
  test("every example of the reference programme holds", () => {
    const ran = runTerms(["terms", "test", seeds, "--json"]);
    const [report] = JSON.parse(ran.stdout).files;
    assert.deepEqual([ran.code, report.failed], [0, []]);
    assert.ok(report.examples >= 130);
  });

  test("an example that does not hold is shown with what came instead", () => {
    const changed = given("changed.terms.md", text.replace("window: 48 hours", "window: 47 hours"));
    const ran = runTerms(["terms", "test", changed]);
    assert.equal(ran.code, 5);
    assert.match(ran.stdout, /aircraft, at the very instant[\s\S]*outcome[\s\S]*allowed[\s\S]*refused/);
  });

  test("a document that cannot be read has its findings shown", () => {
    const ran = runTerms(["terms", "test", broken]);
    assert.equal(ran.code, 5);
    assert.match(ran.stdout, /zone_unknown/);
  });
});

describe("terms print", () => {
  test("the text has its figures filled in, and no rule in it", () => {
    const { code, stdout } = runTerms(["terms", "print", seeds]);
    assert.equal(code, 0);
    assert.match(stdout, /within 48 hours of the first activation/);
    assert.doesNotMatch(stdout, /kind:|\{\{|Settled:/);
  });

  test("as a web page it is whole by itself", () => {
    const { code, stdout } = runTerms(["terms", "print", seeds, "--html"]);
    assert.equal(code, 0);
    assert.match(stdout, /^<!doctype html>[\s\S]*<html lang="en">[\s\S]*id="activate\.aircraft"[\s\S]*<\/html>\s*$/);
  });

  test("as a PDF it is one", () => {
    const { code, stdout } = runTerms(["terms", "print", seeds, "--pdf"]);
    assert.deepEqual([code, stdout.slice(0, 5)], [0, "%PDF-"]);
    assert.match(stdout, /%%EOF\s*$/);
  });

  test("a document that does not load is not printed", () => {
    const ran = runTerms(["terms", "print", broken]);
    assert.deepEqual([ran.code, ran.stdout], [5, ""]);
  });
});

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
    const ran = runTerms(["decide", "coverage", "--terms", seeds, "--facts", "-"], JSON.stringify(facts));
    assert.equal(ran.code, 0);
    assert.match(ran.stdout, /^coverage: plan\n[\s\S]*185\.00 PLN/);
  });

  test("a refusal is a decision: it ends with 0", () => {
    const code = { state: "redeemed", models: ["spark"], region: "EU" };
    const device = { model: "spark", region: "EU", activatedAt: "never", plan: "none" };
    const path = given("redeemed.json", JSON.stringify({ code, device }));
    const ran = runTerms(["decide", "activation", "--terms", seeds, "--facts", path, "--at", "2026-06-01T10:00:00Z"]);
    assert.equal(ran.code, 0);
    assert.match(ran.stdout, /^activation: refused\n[\s\S]*activate\.once/);
  });

  test("--at outranks the instant of the facts", () => {
    const late = runTerms(["decide", "activation", "--terms", seeds, "--facts", yamlFile, "--json"]);
    const early = runTerms([
      ...["decide", "activation", "--terms", seeds, "--facts", yamlFile, "--json"],
      ...["--at", "2026-06-01T12:00:00+02:00"],
    ]);
    assert.equal(JSON.parse(late.stdout).outcome, "refused");
    assert.deepEqual(
      [JSON.parse(early.stdout).at, JSON.parse(early.stdout).outcome],
      ["2026-06-01T10:00:00Z", "undecided"],
    );
  });

  test("many cases get one receipt a line, in order; a bad line is answered in its place", () => {
    const lines = [0, 1, 2].map((uses) => JSON.stringify({ ...facts, plan: { ...facts.plan, uses } }));
    const path = given("cases.ndjson", [lines[0], "{", lines[1], '{"device":{"colour":"red"}}', lines[2]].join("\n"));
    const ran = runTerms(["decide", "coverage", "--terms", seeds, "--cases", path, "--json"]);
    const answers = ran.stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
    assert.deepEqual(
      answers.map((answer) => answer.fee?.amount ?? answer.line),
      [11900, 2, 18500, 4, 24900],
    );
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, /Line 2 is no JSON/);
    assert.match(ran.stderr, /Line 4.*device\.colour/);
  });

  test("ten thousand cases stream through", () => {
    const line = `${JSON.stringify(facts)}\n`;
    const ran = runTerms(["decide", "coverage", "--terms", seeds, "--cases", "-", "--json"], line.repeat(10_000));
    assert.equal(ran.code, 0);
    assert.equal(new Set(ran.stdout.trimEnd().split("\n")).size, 1);
    assert.equal(ran.stdout.split("\n").length, 10_001);
  });
});
