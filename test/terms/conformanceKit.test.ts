import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { compileTerms, readTerms } from "../../src/terms/index.ts";
import {
  type ConformanceCase,
  casesOf,
  kitFile,
  linesOfKit,
  shippedDocuments,
  withoutWords,
} from "./conformanceKit.ts";
import { seeds } from "./runTerms.ts";
import { seedsText, termsFolder } from "./termsFiles.ts";

const { given, remove } = termsFolder();
after(remove);
const folder = "programmes/conformance";

describe("the conformance kit", () => {
  for (const document of shippedDocuments()) {
    test(`${document} is answered as the kit says`, async () => {
      const file = join(folder, kitFile(document));
      const written = existsSync(file) ? readFileSync(file, "utf-8") : "";
      assert.ok(
        linesOfKit(await casesOf(document)) === written,
        `${file} is not up to date: node_modules/.bin/node test/terms/writeConformanceKit.ts`,
      );
    });
  }
});

/** The answers of an engine for which the document reads a little differently. */
function answersAfter(edit: (text: string) => string): string {
  const { document } = readTerms({ file: seeds, text: edit(seedsText) });
  assert.ok(document);
  const statutes = document.front.overlays.map((name) => {
    const path = `statutes/${name}.terms.md`;
    const statute = readTerms({ file: path, text: readFileSync(path, "utf-8") }).document;
    assert.ok(statute);
    return statute;
  });
  const terms = compileTerms(document, { overlays: statutes });
  const cases = readFileSync(join(folder, kitFile(seeds)), "utf-8")
    .trimEnd()
    .split("\n");
  return cases
    .map((line) => JSON.parse(line) as ConformanceCase)
    .map(({ decision, facts }) => JSON.stringify(withoutWords(terms.decide(decision, facts))))
    .join("\n");
}

function check(answers: string): { readonly code: number | null; readonly told: string } {
  const path = given("answers.ndjson", answers);
  const cases = join(folder, kitFile(seeds));
  const { status, stdout } = spawnSync(process.execPath, [join(folder, "check.mjs"), cases, path], {
    encoding: "utf-8",
  });
  return { code: status, told: stdout };
}

describe("the checker for other engines", () => {
  test("lets our own answers pass", () => {
    assert.equal(check(answersAfter((same) => same)).code, 0);
  });

  test("finds an engine that is wrong by an hour", () => {
    const { code, told } = check(
      answersAfter((text) => text.replace("window: 48 hours", "window: 47 hours")),
    );
    assert.equal(code, 5);
    assert.match(told, /outcome: expected "allowed", found "refused"/);
  });

  test("finds answers that are missing", () => {
    assert.equal(
      check(
        answersAfter((same) => same)
          .split("\n")
          .slice(1)
          .join("\n"),
      ).code,
      5,
    );
  });
});
