import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { broken, runTerms, seeds } from "../../../test/terms/runTerms.ts";
import { seedsText, termsFolder, waterCase } from "../../../test/terms/termsFiles.ts";
import { fileProblem } from "./readInput.ts";

const { given, remove } = termsFolder();
after(remove);
const factsFile = given("facts.json", JSON.stringify(waterCase));

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
    2,
    /UTF-16: save it as UTF-8/,
  ],
  [
    "Latin-1",
    ["terms", "check", given("latin1.md", Buffer.from("a\nb\nna\u00efve", "latin1"))],
    2,
    /line 3.*save it as UTF-8/,
  ],
  [
    "five megabytes",
    ["terms", "check", given("large.md", "x".repeat(5_242_880))],
    2,
    /5\.0 MB.*at most 2 MB/,
  ],
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
