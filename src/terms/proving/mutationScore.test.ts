import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { compileTerms } from "../compiling/compileTerms.ts";
import type { TermsDocument } from "../document.ts";
import { readTerms } from "../reading/readTerms.ts";
import { testTerms } from "../testTerms.ts";
import { mutantsOf } from "./mutantsOf.ts";
import { mutationScore } from "./mutationScore.ts";
import { proposeExamples } from "./proposeExamples.ts";

const text = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");

function documentOf(given: string): TermsDocument {
  const { document, findings } = readTerms({ file: "sample.terms.md", text: given });
  assert.ok(document, JSON.stringify(findings[0]));
  return document;
}

const document = documentOf(text);
const scored = mutationScore(document);
const pasted = (): string =>
  `${text}\n${proposeExamples(document)
    .map(({ block }) => block)
    .join("\n")}`;

describe("the mutation score", () => {
  test("is the same for the same document", () => {
    assert.deepEqual(scored, mutationScore(documentOf(text)));
  });

  test("counts every mutant once, as noticed, surviving or unseen", () => {
    const { mutants, noticed, survivors, unseen, score } = scored;
    assert.equal(noticed + survivors.length, mutants);
    assert.ok(mutants + unseen.length <= mutantsOf(document).length);
    assert.equal(score, Math.floor((noticed * 100) / mutants));
  });

  test("a survivor is shown by a case that really tells it from the document", () => {
    const { survivors } = scored;
    assert.ok(survivors.length > 0);
    for (const { clause, mutation, shownBy } of survivors) {
      const mutant = mutantsOf(document).find((each) => each.clause === clause && each.says === mutation);
      assert.ok(mutant);
      const [right, wrong] = [document, mutant.apply(document)].map((each) =>
        JSON.stringify({
          ...compileTerms(each).decide(shownBy.decision, shownBy.facts),
          wouldChange: [],
        }),
      );
      assert.notEqual(right, wrong, `${clause}: ${mutation}`);
    }
  });

  test("falls when examples are taken away, and rises when those proposed are pasted", () => {
    const { score } = scored;
    const without = { ...document, examples: document.examples.slice(0, 1) };
    assert.ok(mutationScore(without).score < score);
    assert.ok(mutationScore(documentOf(pasted())).score > score);
  });
});

describe("proposed examples", () => {
  test("hold as they are pasted", () => {
    const failed = testTerms(documentOf(pasted())).filter(({ passed }) => !passed);
    assert.deepEqual(
      failed.map(({ name, differences }) => [name, differences]),
      [],
    );
  });

  test("are not proposed twice", () => {
    const told = ({ clause, shows }: { clause: string; shows: string }): string => `${clause} ${shows}`;
    const before = new Set(proposeExamples(document).map(told));
    const again = proposeExamples(documentOf(pasted())).map(told);
    assert.deepEqual(
      again.filter((each) => before.has(each)),
      [],
    );
  });

  test("begin from nothing where a document has none", () => {
    const bare = text.replaceAll(/^```example[\s\S]*?^```$/gm, "");
    const proposed = proposeExamples(documentOf(bare));
    const decisions = new Set(proposed.map(({ decision }) => decision));
    assert.ok(["offer", "activation", "coverage", "renewal"].every((each) => decisions.has(each as "offer")));
    const whole = documentOf([bare, ...proposed.map(({ block }) => block)].join("\n"));
    assert.ok(whole.examples.length > 10);
    assert.ok(testTerms(whole).every(({ passed }) => passed));
  });

  test("stand at the boundaries of every window", () => {
    const shows = proposeExamples(document).map((each) => each.shows);
    for (const boundary of ["a second before the end", "at the end", "over the clock change"]) {
      assert.ok(shows.includes(boundary), boundary);
    }
  });
});
