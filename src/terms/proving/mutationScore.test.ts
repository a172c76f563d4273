import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { compileTerms } from "../compiling/compileTerms.ts";
import type { TermsDocument } from "../document.ts";
import { readTerms } from "../reading/readTerms.ts";
import { testTerms } from "../testTerms.ts";
import { mutantsOf } from "./mutantsOf.ts";
import { mutationScore } from "./mutationScore.ts";
import { planPeriodIn } from "./planPeriod.ts";
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
      const [right, wrong] = [document, mutant.apply(document)].map((each) => {
        const { decide, period } = compileTerms(each);
        const receipt = { ...decide(shownBy.decision, shownBy.facts), wouldChange: [] };
        return JSON.stringify([receipt, planPeriodIn(shownBy.facts, period)]);
      });
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

describe("a plan's period in an example", () => {
  const plan = { product: "care-1y", region: "EU", startsAt: "2026-03-10T09:00:00+01:00" };
  const run = (expect: string): readonly string[] => {
    const given = `given: { plan: ${JSON.stringify(plan)} }`;
    const example = `name: runs\ndecision: offer\nat: 2026-03-10T08:00:00Z\n${given}`;
    const more = documentOf(
      `${text}\n\`\`\`example\n${example}\nexpect: { outcome: undecided, ${expect} }\n\`\`\`\n`,
    );
    return testTerms(more).flatMap(({ name, differences }) => (name === "runs" ? differences : []));
  };
  const told = planPeriodIn({ plan }, compileTerms(document).period) ?? assert.fail();

  test("is what the document gives, however the instant is written", () => {
    assert.deepEqual(run(`starts: ${told.startsAt}, through: ${told.lastDay}`), []);
    assert.deepEqual(run("starts: 2026-03-10T09:00:00+01:00"), []);
  });

  test("is told when it is another", () => {
    assert.deepEqual(run("starts: 2026-03-11T09:00:00+01:00, through: 2020-01-01"), [
      `starts: expected 2026-03-11T09:00:00+01:00, found ${told.startsAt}`,
      `through: expected 2020-01-01, found ${told.lastDay}`,
    ]);
  });
});

describe("proposed examples", () => {
  test("are not those that stand there already with their instants written otherwise", () => {
    const proposed = proposeExamples(document);
    const inWarsaw = (told: unknown): unknown => {
      if (typeof told === "string" && /^\d{4}-\d\d-\d\dT.*Z$/.test(told)) {
        return `${told.slice(0, -1)}+00:00`;
      }
      return typeof told === "object" && told !== null && !Array.isArray(told)
        ? Object.fromEntries(Object.entries(told).map(([name, inner]) => [name, inWarsaw(inner)]))
        : told;
    };
    const already = proposed.map(({ decision, facts, shows }, at) => ({
      ...first(),
      name: `${shows} ${at}`,
      decision,
      facts: inWarsaw(facts) as typeof facts,
      expect: { outcome: "undecided" },
    }));
    const more = { ...document, examples: [...document.examples, ...already] };
    const again = new Set(proposeExamples(more).map(({ clause, shows }) => `${clause} ${shows}`));
    const limits = proposed.filter(({ shows }) => /second|at the end|clock|February/.test(shows));
    assert.ok(limits.length > 0);
    assert.deepEqual(
      limits.filter(({ clause, shows }) => again.has(`${clause} ${shows}`)).map(({ shows }) => shows),
      [],
    );
  });
});

const first = () => document.examples[0] ?? assert.fail();
