import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { compileTerms, layOver } from "../compiling/compileTerms.ts";
import type { TermsDocument } from "../document.ts";
import { readTerms } from "../reading/readTerms.ts";
import { answerIn } from "./answers.ts";
import { changedDocument } from "./changedDocument.ts";
import { diffTerms } from "./diffTerms.ts";
import { editsBetween } from "./editsBetween.ts";
import { Replay } from "./replay.ts";

const text = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");

function documentOf(edit: (text: string) => string = (same) => same): TermsDocument {
  const { document, findings } = readTerms({ file: "sample.terms.md", text: edit(text) });
  assert.ok(document, JSON.stringify(findings[0]));
  return document;
}

const old = documentOf();
const changes = fc
  .uniqueArray(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 3 })
  .map((numbers) => changedDocument(old, numbers));

describe("a version against itself", () => {
  test("has no difference in any layer", () => {
    const { text: words, data, effect } = diffTerms(old, documentOf());
    assert.deepEqual([words.changes, words.findings, data, effect.classes], [[], [], [], []]);
  });
});

/** A clause more, at the end of the text. */
const exclusionOf = (routes: readonly string[], when: string): string =>
  [
    "\n\n### 9.9 More {#excl.more}\n\nNot covered.\n\n```terms",
    `kind: exclude\napplies-to: [${routes.join(", ")}]\nwhen: { ${when} }`,
    "```\n",
  ].join("\n");

const turned = { better: "worse", worse: "better", undecided: "undecided" } as const;

/** What is edited in the text, and the sentences that tell it. */
const edits: readonly [string, (text: string) => string, readonly RegExp[]][] = [
  [
    "a longer window",
    (each) => each.replace("window: 48 hours", "window: 96 hours"),
    [/^activate\.\S+: 48 hours -> 96 hours, wider for the customer$/],
  ],
  [
    "a shorter plan in a table",
    (each) => each.replace("| care-2y | 2 years", "| care-2y | 3 years"),
    [/length of care-2y: 2 years -> 3 years, wider for the customer$/],
  ],
];

describe("the data layer", () => {
  for (const [name, edit, sentences] of edits) {
    test(name, () => {
      const { data, text: words } = diffTerms(old, documentOf(edit));
      assert.equal(data.length, sentences.length, JSON.stringify(data));
      for (const [at, sentence] of sentences.entries()) {
        assert.match(data[at]?.says ?? "", sentence);
      }
      assert.deepEqual(words.changes, []);
    });
  }

  test("edits, one after the other, lead from one version to the other", () => {
    fc.assert(
      fc.property(changes, ({ changed }) => {
        const there = editsBetween(old, changed);
        const arrived = there.reduce((each, edit) => edit.apply(each), old);
        assert.deepEqual(editsBetween(arrived, changed), []);
      }),
      { numRuns: 200 },
    );
  });

  test("there and back: what was wider is narrower", () => {
    const mirrored = { wider: "narrower", narrower: "wider", neither: "neither" } as const;
    fc.assert(
      fc.property(changes, ({ changed }) => {
        const there = editsBetween(old, changed).map(
          ({ clause, field, direction }) => `${clause} ${field} ${direction}`,
        );
        const back = editsBetween(changed, old).map(
          ({ clause, field, direction }) => `${clause} ${field} ${mirrored[direction]}`,
        );
        assert.deepEqual(there.sort(), back.sort());
      }),
      { numRuns: 200 },
    );
  });
});

describe("the text layer", () => {
  test("a reworded clause, a new title, a clause under another id", () => {
    const [first, second] = old.clauses.filter(({ rule }) => rule?.kind === "exclude");
    assert.ok(first && second);
    const changed = documentOf((each) =>
      each
        .replace(`{#${first.id}}`, `{#${first.id}.renamed}`)
        .replaceAll(
          new RegExp(`([/: ,[])${first.id.replace(".", "\\.")}(?=[\\s,\\]}])`, "g"),
          `$1${first.id}.renamed`,
        )
        .replace(second.title, `${second.title}, anew`),
    );
    const { changes, findings } = diffTerms(old, changed).text;
    assert.deepEqual(
      findings.map(({ code, was }) => [code, was]),
      [["clause_id_changed", first.id]],
    );
    assert.ok(changes.some(({ clause, change }) => clause === second.id && change === "retitled"));
  });
});

describe("the effect layer", () => {
  test("every example given has those two answers when it is decided, and the other way round", () => {
    fc.assert(
      fc.property(changes, ({ changed, says }) => {
        const [before, after] = [compileTerms(old), compileTerms(changed)];
        const { classes } = diffTerms(old, changed).effect;
        const back = new Replay(layOver(changed), layOver(old));
        for (const each of classes) {
          assert.deepEqual(answerIn(before.decide(each.decision, each.facts)), each.before, says.join());
          assert.deepEqual(answerIn(after.decide(each.decision, each.facts)), each.after, says.join());
          assert.equal(back.add(each)?.verdict, turned[each.verdict], says.join());
        }
      }),
      { numRuns: 12 },
    );
  });

  test("an exclusion more makes no class better, and shows every route it touches", () => {
    const routes = ["warranty", "plan", "paid"] as const;
    let touched = 0;
    const whens = ["incident.cause: [drop, water]", "incident.modified: yes", "incident.lost: not none"].map(
      (when) => when.replace("incident.modified", "device.modified"),
    );
    for (const when of whens) {
      for (const applies of [["plan"], ["warranty", "plan"], [...routes]]) {
        const rule = exclusionOf(applies, when);
        const { effect } = diffTerms(
          old,
          documentOf((each) => each + rule),
        );
        const ofCoverage = effect.classes.filter(({ decision }) => decision === "coverage");
        assert.deepEqual(
          ofCoverage.filter(({ verdict }) => verdict === "better"),
          [],
        );
        touched += ofCoverage.length;
        assert.ok(ofCoverage.every((each) => each.routes.every((route) => applies.includes(route))));
      }
    }
    assert.ok(touched > 5, String(touched));
  });
});
