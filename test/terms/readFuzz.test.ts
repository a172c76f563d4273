import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { checkTerms, printTerms, readTerms, testTerms } from "../../src/terms/index.ts";
import { spoilt } from "../support/spoilt.ts";

const sources = ["sample", "stretched"].map((name) =>
  readFileSync(new URL(`../../src/terms/samples/${name}.terms.md`, import.meta.url), "utf8"),
);

test("whatever happens to a document, reading it ends in findings and not in an exception", () => {
  let sound = 0;
  fc.assert(
    fc.property(spoilt(sources), (text) => {
      const { document, findings } = readTerms({ file: "spoilt.md", text });
      assert.ok(
        findings.every(({ line, column, message }) => line >= 1 && column >= 1 && message.endsWith(".")),
      );
      if (document !== undefined) {
        sound += 1;
        checkTerms(document);
        testTerms(document);
        printTerms(document);
      }
    }),
    { numRuns: 600, seed: 20261121 },
  );
  assert.ok(
    sound > 0,
    "some spoilt documents are still sound, so that what follows the reader is tried as well",
  );
});
