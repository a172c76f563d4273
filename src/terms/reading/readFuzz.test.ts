import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { checkTerms, printTerms, readTerms, testTerms } from "../index.ts";

const text = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");
const lines = text.split("\n");

/** Ways a hand or a disk spoils a file. */
const mutation = fc.oneof(
  fc.tuple(fc.constant("drop" as const), fc.nat(lines.length - 1)),
  fc.tuple(fc.constant("double" as const), fc.nat(lines.length - 1)),
  fc.tuple(fc.constant("swap" as const), fc.nat(lines.length - 1), fc.nat(lines.length - 1)),
  fc.tuple(
    fc.constant("insert" as const),
    fc.nat(lines.length - 1),
    fc.string({ unit: "grapheme", maxLength: 12 }),
  ),
  fc.tuple(
    fc.constant("replace" as const),
    fc.nat(lines.length - 1),
    fc.constantFrom(
      "```",
      "|",
      "when:",
      "  - a: [",
      "{{x}}",
      "kind: fee",
      "__proto__: 1",
      "when: { constructor: 1 }",
      "? [a]\n: b",
      "!!js/function x",
    ),
  ),
);

function spoil(
  source: readonly string[],
  [how, at, what]: readonly [string, number, (number | string)?],
): readonly string[] {
  const result = [...source];
  const line = result[at] ?? "";
  if (how === "drop") {
    result.splice(at, 1);
  } else if (how === "double") {
    result.splice(at, 0, line);
  } else if (how === "swap") {
    [result[at], result[Number(what)]] = [result[Number(what)] ?? "", line];
  } else if (how === "insert") {
    result[at] = `${line.slice(0, line.length / 2)}${what}${line.slice(line.length / 2)}`;
  } else {
    result[at] = String(what);
  }
  return result;
}

test("whatever happens to a document, reading it ends in findings and not in an exception", () => {
  let sound = 0;
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
      const source = mutations
        .reduce<readonly string[]>((before, each) => spoil(before, each), lines)
        .join("\n");
      const { document, findings } = readTerms({ file: "spoilt.md", text: source });
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
    { numRuns: 300, seed: 20261121 },
  );
  assert.ok(
    sound > 0,
    "some spoilt documents are still sound, so that what follows the reader is tried as well",
  );
});
