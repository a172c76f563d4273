import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, describe, test } from "node:test";
import { runTerms, seeds } from "../../../test/terms/runTerms.ts";
import { seedsText, termsFolder, waterCase } from "../../../test/terms/termsFiles.ts";

const { given, remove } = termsFolder();
after(remove);
const dearer = given("dearer.terms.md", seedsText.replace("| 185 |", "| 195 |"));
const line = (id: number): string => JSON.stringify({ id, decision: "coverage", facts: waterCase });
const whole = Array.from({ length: 30 }, (_, index) => line(index));
const cases = given("cases.ndjson", whole.join("\n"));
const folder = path.dirname(cases);
const table = path.join(folder, "changed.csv");

const facts = (told: object): string => JSON.stringify({ decision: "coverage", facts: told });

/** What stands in the middle of the cases, and what is said of it. */
const broken: readonly [string, string, RegExp][] = [
  ["half a case", '{"decision":"coverage","facts":', /line 16(, column \d+)?: this is no JSON/],
  ["a list", "[1]", /line 16: a case is an object with decision and facts/],
  ["no decision", '{"facts":{}}', /line 16: .*which decision it is: one of offer/],
  ["a date that is none", facts({ at: "2025-13-01T00:00:00Z" }), /line 16 has facts that cannot be: at/],
  ["a fact there is not", facts({ plan: { colour: 1 } }), /line 16 .*There is no fact "plan\.colour"/],
  ["a value there is not", facts({ incident: { cause: "comet" } }), /line 16 .*"comet": collision/],
];

describe("a replay that cannot be whole", () => {
  for (const [name, text, says] of broken) {
    test(`${name} in the middle of the cases: the line, no report, no table`, () => {
      const file = given("broken.ndjson", [...whole.slice(0, 15), text, ...whole.slice(15)].join("\n"));
      const ran = runTerms(["terms", "replay", seeds, dearer, "--cases", file, "--csv", table]);
      assert.equal(ran.code, 2);
      assert.match(ran.stderr, says);
      assert.match(
        ran.stderr,
        /stopped after 15 cases\. There is no report, and .*changed\.csv was not written/,
      );
      assert.doesNotMatch(ran.stderr, /\n {4}at /);
      assert.doesNotMatch(ran.stdout, /15 cases:/);
      assert.deepEqual([existsSync(table), existsSync(`${table}.part`)], [false, false]);
    });
  }

  test("a file without a case proves nothing", () => {
    const ran = runTerms(["terms", "replay", seeds, dearer, "--cases", given("none.ndjson", "\n\n")]);
    assert.deepEqual([ran.code, ran.stdout], [2, ""]);
    assert.match(ran.stderr, /none\.ndjson has no case in it: write one a line/);
  });

  test("a table where none can be written is refused before anything is replayed", () => {
    const places: readonly [string, RegExp][] = [
      [path.join(folder, "nowhere/changed.csv"), /its folder is not there; make it first/],
      [folder, /is a folder: name the file/],
      [cases, /is read in this replay: name another file/],
      [dearer, /is read in this replay: name another file/],
    ];
    for (const [place, says] of places) {
      const ran = runTerms(["terms", "replay", seeds, dearer, "--cases", cases, "--csv", place]);
      assert.deepEqual([ran.code, ran.stdout], [2, ""], place);
      assert.match(ran.stderr, says);
    }
    assert.equal(readFileSync(cases, "utf8"), whole.join("\n"));
  });

  // Only where the system has a disk that is always full.
  test("a disk that is full is told, for the table and for the answer", () => {
    const ran = runTerms(["terms", "replay", seeds, dearer, "--cases", cases, "--csv", "/dev/full"]);
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, /The table cannot be written to \/dev\/full: the disk is full; make room/);
  });

  test("what stood in the table's place stays until another is whole", () => {
    const before = given("before.csv", "an older table");
    const file = given("broken.ndjson", `${line(1)}\n{`);
    runTerms(["terms", "replay", seeds, dearer, "--cases", file, "--csv", before]);
    assert.equal(readFileSync(before, "utf8"), "an older table");
    const ran = runTerms(["terms", "replay", seeds, dearer, "--cases", cases, "--csv", before]);
    assert.equal(ran.code, 0);
    assert.equal(readFileSync(before, "utf8").trim().split("\r\n").length, 31);
  });

  test("interrupted, it says how far it came and leaves no table", async () => {
    const evermend = path.join(import.meta.dirname, "../../../bin/evermend");
    const child = spawn(evermend, ["terms", "replay", seeds, dearer, "--cases", "-", "--csv", table]);
    let said = "";
    child.stdout.resume();
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      // More would come, but nobody waits for it.
      if (text.includes("10000 cases\n") && !said.includes("Interrupted")) {
        child.kill("SIGINT");
      }
    });
    child.stdin.on("error", () => undefined);
    child.stdin.write(`${line(1)}\n`.repeat(10_000));
    const [code] = await once(child, "close");
    assert.equal(code, 130);
    assert.match(
      said,
      /Interrupted after 10000 cases\. There is no report, and .*changed\.csv was not written/,
    );
    assert.deepEqual([existsSync(table), existsSync(`${table}.part`)], [false, false]);
  });
});
