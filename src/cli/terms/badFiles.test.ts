import assert from "node:assert/strict";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { runTerms } from "../../../test/terms/runTerms.ts";
import { termsFolder } from "../../../test/terms/termsFiles.ts";
import { badDocuments } from "../../terms/samples/badDocuments.ts";

const { given, remove } = termsFolder();
after(remove);

const sound = readFileSync(new URL("../../terms/samples/sample.terms.md", import.meta.url), "utf8");

/** Each file with the finding it must come to. */
const files: readonly { readonly path: string; readonly found: string }[] = [
  ...badDocuments(sound).map(([, code, place, text], index) => ({
    path: given(`bad-${index}.terms.md`, text),
    found: `${place}: error ${code}`,
  })),
  {
    path: given("utf16le.terms.md", Buffer.from(`\uFEFF${sound}`, "utf16le")),
    found: "1:1: error encoding_invalid",
  },
  {
    path: given("utf16be.terms.md", Buffer.from(`\uFEFF${sound}`, "utf16le").swap16()),
    found: "1:1: error encoding_invalid",
  },
  {
    path: given("latin1.terms.md", Buffer.from(sound.replace("We try", "We tr\u00e9"), "latin1")),
    found: "398:6: error encoding_invalid",
  },
  { path: given("large.terms.md", "x".repeat(5_242_880)), found: "1:1: error file_too_long" },
];

const home = join(dirname(files[0]?.path ?? ""), "beside");
mkdirSync(home);
const endless = join(home, "endless.terms.md");
symlinkSync("/dev/zero", endless);
given("beside/city.terms.md", sound);

test("a file without an end is read no further than a document may be long, also beside another", () => {
  for (const path of [endless, join(home, "city.terms.md")]) {
    const { code, stdout } = runTerms(["terms", "check", path]);
    assert.equal(code, 5);
    assert.match(stdout, /endless\.terms\.md:1:1: error file_too_long: .* has more than 2 MB/);
  }
});

describe("files that are no terms, checked in one run", () => {
  const ran = runTerms(["terms", "check", ...files.map(({ path }) => path)]);
  const lines = ran.stdout.split("\n");

  test("end with 5 and without a stack trace", () => {
    assert.equal(ran.code, 5);
    assert.doesNotMatch(ran.stdout + ran.stderr, /^\s+at /m);
    assert.match(ran.stderr, new RegExp(`^${files.length} documents checked, \\d+ findings`, "m"));
  });

  test("are each found with line and column", () => {
    const missing = files.filter(
      ({ path, found }) => !lines.some((line) => line.startsWith(`${path}:${found}: `)),
    );
    assert.deepEqual(missing, []);
  });
});

test("a folder that is called as a document hides nothing of the next", () => {
  const folder = given("inside.txt", "").replace("inside.txt", "folder.terms.md");
  mkdirSync(folder);
  const ran = runTerms(["terms", "check", folder, files[0]?.path ?? ""]);
  assert.equal(ran.code, 2);
  assert.match(ran.stderr, /folder\.terms\.md is a folder: name the file in it/);
  assert.match(ran.stdout, /front_matter_missing/);
});

describe("what stands beside a document", () => {
  const besides = termsFolder();
  after(besides.remove);
  const path = besides.given("2026-01.terms.md", sound);
  mkdirSync(join(dirname(path), "folder.terms.md"));

  test("is no part of it when it is a folder", () => {
    const ran = runTerms(["terms", "check", path]);
    assert.deepEqual([ran.code, ran.stdout], [0, ""]);
  });

  test("has its own finding when it cannot be read, and nothing is decided without it", () => {
    const annex = besides.given("2026-01.japan.terms.md", Buffer.from("caf\u00e9", "latin1"));
    const loop = join(dirname(path), "2026-01.loop.terms.md");
    symlinkSync(loop, loop);
    const ran = runTerms(["terms", "check", path]);
    assert.equal(ran.code, 5);
    assert.match(ran.stdout, new RegExp(`^${annex}:1:4: error encoding_invalid: `, "m"));
    assert.match(ran.stdout, new RegExp(`^${loop}:1:1: error file_unreadable: .*leads back to itself`, "m"));
    assert.equal(runTerms(["terms", "check", loop]).code, 5);
    const facts = besides.given("facts.json", "{}");
    const decided = runTerms(["decide", "coverage", "--terms", path, "--facts", facts]);
    assert.deepEqual([decided.code, decided.stdout], [2, ""]);
  });
});
