import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { broken, runTerms, seeds } from "../../../test/terms/runTerms.ts";
import { seedsText, termsFolder, waterCase } from "../../../test/terms/termsFiles.ts";
import { fileProblem } from "./readInput.ts";

const { given, remove } = termsFolder();
after(remove);
const factsFile = given("facts.json", JSON.stringify(waterCase));

const front = seedsText.slice(0, seedsText.indexOf("\n---\n", 4) + 5);
/** A document with one clause, and a mistake in it or above it. */
const document = (name: string, clause: string, edit = (text: string): string => text): string =>
  given(name, `${edit(front)}\n## 1 One {#one}\n\nText.\nSource: ours.\n\n${clause}\n`);
const rule = (lines: string): string => `\`\`\`terms\n${lines}\n\`\`\``;
const row = '{"decision":"coverage","facts":{}}';

/** What is given, what the command ends with, and what the one sentence must hold. */
const wrong: readonly [string, readonly string[], number, RegExp][] = [
  [
    "a file that is not there",
    ["terms", "check", "nowhere.terms.md"],
    2,
    /no file nowhere\.terms\.md.*check the path/,
  ],
  ["a folder", ["terms", "check", "programmes"], 2, /programmes is a folder: name the file/],
  [
    "UTF-16",
    ["terms", "check", given("utf16.md", Buffer.from(`\ufeff${seedsText}`, "utf16le"))],
    5,
    /UTF-16: save it as UTF-8/,
  ],
  [
    "Latin-1",
    ["terms", "check", given("latin1.md", Buffer.from("a\nb\nna\u00efve", "latin1"))],
    5,
    /latin1\.md:3:3: error encoding_invalid: .*save it as UTF-8/,
  ],
  [
    "five megabytes",
    ["terms", "check", given("large.md", "x".repeat(5_242_880))],
    5,
    /large\.md:1:1: error file_too_long: .*5\.0 MB.*at most 2 MB/,
  ],
  [
    "a document that goes round in itself",
    ["terms", "check", document("round.md", rule("kind: note\nnot-coded: &a [*a]"))],
    5,
    /round\.md:\d+:\d+: error yaml_alias/,
  ],
  [
    "lists in lists in lists",
    ["terms", "check", document("deep.md", rule(`kind: require\nwhen: ${"{not: ".repeat(1200)}`))],
    5,
    /deep\.md:\d+:\d+: error yaml_/,
  ],
  [
    "quotations in quotations",
    ["terms", "check", document("nested.md", `${"> ".repeat(5000)}deep`)],
    5,
    /nested\.md:\d+:\d+: error (text_too_deep|line_too_long)/,
  ],
  [
    "a key given twice",
    ["terms", "check", document("twice.md", rule("kind: note\nnot-coded: a\nnot-coded: b"))],
    5,
    /twice\.md:\d+:\d+: error key_twice/,
  ],
  [
    "a date that does not exist",
    [
      "terms",
      "check",
      document("date.md", "", (text) => text.replace(/from: \d{4}-\d\d-\d\d/, "from: 2026-02-30")),
    ],
    5,
    /date\.md:\d+:\d+: error date_invalid/,
  ],
  [
    "a zone nobody knows",
    ["terms", "check", document("zone.md", "", (text) => text.replace("Asia/Tokyo", "Asia/Atlantis"))],
    5,
    /zone\.md:\d+:\d+: error zone_unknown/,
  ],
  [
    "tables that contradict each other",
    [
      "terms",
      "check",
      document("tables.md", "| product | length |\n|---|---|\n| care-1y | 1 year |\n| care-1y | 2 years |"),
    ],
    5,
    /tables\.md:\d+:\d+: error row_twice/,
  ],
  ["a replay without cases", ["terms", "replay", seeds, seeds], 2, /required option '--cases/],
  [
    "a replay of cases that are not there",
    ["terms", "replay", seeds, seeds, "--cases", "nowhere.ndjson"],
    2,
    /no file nowhere/,
  ],
  [
    "a case that is no JSON",
    ["terms", "replay", seeds, seeds, "--cases", given("broken.ndjson", `${row}\n{"decision":\n`)],
    2,
    /broken\.ndjson, line 2.*no JSON/,
  ],
  [
    "a case without its decision",
    ["terms", "replay", seeds, seeds, "--cases", given("none.ndjson", '{"facts":{}}\n')],
    2,
    /none\.ndjson, line 1: the case does not say which decision/,
  ],
  [
    "a case with a fact nobody knows",
    [
      "terms",
      "replay",
      seeds,
      seeds,
      "--cases",
      given("fact.ndjson", row.replace("{}", '{"device":{"colour":1}}')),
    ],
    2,
    /fact\.ndjson, line 1.*device\.colour/,
  ],
  [
    "a table that cannot be written",
    ["terms", "replay", seeds, seeds, "--cases", given("one.ndjson", row), "--csv", "nowhere/out.csv"],
    2,
    /nowhere\/out\.csv/,
  ],
  ["a comparison with a document that does not load", ["terms", "diff", seeds, broken], 5, /does not load/],
  ["a comparison with nothing", ["terms", "diff", seeds], 2, /missing required argument/],
  ["no file at all", ["terms", "check"], 2, /missing required argument/],
  ["an option nobody knows", ["terms", "test", seeds, "--fast"], 2, /unknown option '--fast'/],
  ["a command nobody knows", ["terms", "sing"], 2, /unknown command|too many arguments/],
  ["two ways to print at once", ["terms", "print", seeds, "--html", "--pdf"], 2, /cannot be used with/],
  [
    "a decision nobody knows",
    ["decide", "lunch", "--terms", seeds, "--facts", factsFile],
    2,
    /Allowed choices/,
  ],
  ["no terms", ["decide", "coverage", "--facts", factsFile], 2, /required option '--terms/],
  ["neither facts nor cases", ["decide", "coverage", "--terms", seeds], 2, /either --facts FILE.*or --cases/],
  [
    "both facts and cases",
    ["decide", "coverage", "--terms", seeds, "--facts", factsFile, "--cases", factsFile],
    2,
    /either --facts FILE.*or --cases/,
  ],
  [
    "an instant that is none",
    ["decide", "coverage", "--terms", seeds, "--facts", factsFile, "--at", "noon"],
    2,
    /--at noon/,
  ],
  [
    "facts that are not there",
    ["decide", "coverage", "--terms", seeds, "--facts", "nowhere.json"],
    2,
    /no file nowhere\.json/,
  ],
  [
    "cases that are not there",
    ["decide", "coverage", "--terms", seeds, "--cases", "nowhere.ndjson"],
    2,
    /no file nowhere/,
  ],
  [
    "facts that are a list",
    ["decide", "coverage", "--terms", seeds, "--facts", given("list.json", "[1]")],
    2,
    /holds no facts: write a mapping/,
  ],
  [
    "facts that are no YAML",
    [
      "decide",
      "coverage",
      "--terms",
      seeds,
      "--facts",
      given("bad.yaml", "device: {\n  model: spark\nplan: ["),
    ],
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
    [
      "decide",
      "coverage",
      "--terms",
      seeds,
      "--facts",
      given("cause.json", '{"incident":{"cause":"boredom"}}'),
    ],
    2,
    /incident\.cause.*boredom.*collision/,
  ],
  [
    "a document that does not load",
    ["decide", "coverage", "--terms", broken, "--facts", factsFile],
    5,
    /does not load/,
  ],
];

describe("a wrong call gets one clear answer and no stack trace", () => {
  for (const [name, args, code, sentence] of wrong) {
    test(name, () => {
      const ran = runTerms(args);
      assert.match(ran.stdout + ran.stderr, sentence);
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
