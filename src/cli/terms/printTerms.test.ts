import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { broken, runTerms, seeds } from "../../../test/terms/runTerms.ts";
import { seedsText, termsFolder } from "../../../test/terms/termsFiles.ts";

const { given, remove } = termsFolder();
after(remove);

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
    assert.match(
      stdout,
      /^<!doctype html>[\s\S]*<html lang="en">[\s\S]*id="activate\.aircraft"[\s\S]*<\/html>\s*$/,
    );
  });

  test("as a PDF it is one", () => {
    const { code, stdout } = runTerms(["terms", "print", seeds, "--pdf"]);
    assert.deepEqual([code, stdout.slice(0, 5)], [0, "%PDF-"]);
    assert.match(stdout, /%%EOF\s*$/);
  });

  test("a translation is printed with the figures of the version beside it", () => {
    given("base.terms.md", seedsText);
    const version = /^version: (.*)$/m.exec(seedsText)?.[1] ?? "";
    const words = seedsText
      .replaceAll(/^```[\s\S]*?^```$/gm, "")
      .replace(/^language: en$/m, `language: de\ntranslates: ${version}`)
      .replace("You may activate a code within {{window}}", "Sie haben {{window}} Zeit");
    const ran = runTerms(["terms", "print", given("base.de.terms.md", words), "--html"]);
    assert.equal(ran.code, 0, ran.stderr);
    assert.match(ran.stdout, /<html lang="de">[\s\S]*Sie haben 48 hours Zeit/);
  });

  test("a document that does not load is not printed", () => {
    const ran = runTerms(["terms", "print", broken]);
    assert.deepEqual([ran.code, ran.stdout], [5, ""]);
  });
});
