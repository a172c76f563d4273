import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { withFact } from "../deciding/factSetting.ts";
import type { Decision, Facts, ReplayCase, ReplayReport, ReplayRow, TermsDocument } from "../index.ts";
import { readTerms } from "../reading/readTerms.ts";
import { coveredClip, freshHawk } from "../samples/sampleTerms.ts";
import { answerIn, textOfAnswer } from "./answers.ts";
import { changedDocument } from "./changedDocument.ts";
import { diffTerms } from "./diffTerms.ts";
import { editsBetween } from "./editsBetween.ts";
import { Judge, unnamed } from "./judge.ts";
import { type ReplayOptions, replayTerms } from "./replayTerms.ts";

const text = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");
const { document } = readTerms({ file: "sample.terms.md", text });
assert.ok(document);
const old: TermsDocument = document;
const changes = fc
  .uniqueArray(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 3 })
  .map((numbers) => changedDocument(old, numbers));

/** A replacement and an activation, each with one fact told otherwise. */
const others: readonly [string, unknown][] = [
  ["at", "2026-03-03T12:00:00Z"],
  ["at", "2026-03-03T12:00:01Z"],
  ["code.state", "redeemed"],
  ["device.model", "lens-5"],
  ["device.modified", true],
  ["device.activatedAt", "2026-02-01T12:00:00Z"],
  ["plan.uses", 1],
  ["plan.uses", 2],
  ["plan.product", "care-1y"],
  ["plan.status", "expired"],
  ["incident.cause", "water"],
  ["incident.cause", "defect"],
  ["incident.cause", "flyaway"],
  ["incident.lost", "total"],
  ["incident.cosmeticOnly", true],
  ["claim.currency", "EUR"],
  ["claim.returnedParts", ["camera"]],
  ["claim.wants", "repair"],
];
const bases: readonly [Decision, Facts][] = [
  ["coverage", coveredClip],
  ["activation", freshHawk],
  ["offer", freshHawk],
  ["renewal", { ...coveredClip, at: "2027-12-01T10:00:00Z" }],
];
const cases: readonly ReplayCase[] = bases.flatMap(([decision, base]) =>
  [base, ...others.map(([name, value]) => withFact(base, name, value))].map((facts, at) => ({
    id: `${decision} ${at}`,
    decision,
    facts,
  })),
);

interface Replayed {
  readonly rows: readonly ReplayRow[];
  readonly report: ReplayReport;
}

async function replayed(
  before: TermsDocument,
  after: TermsDocument,
  given: Iterable<ReplayCase> | AsyncIterable<ReplayCase> = cases,
  options: ReplayOptions = {},
): Promise<Replayed> {
  const rows: ReplayRow[] = [];
  const run = replayTerms(before, after, given, options);
  for (;;) {
    const { done, value } = await run.next();
    if (done) {
      return { rows, report: value };
    }
    rows.push(value);
  }
}

test("a version against itself changes nothing", async () => {
  const { rows, report } = await replayed(old, { ...old });
  assert.deepEqual([rows, report.same, report.money], [[], cases.length, []]);
});

test("counts, money and causes tie to the rows, and turn round with the versions", async () => {
  await fc.assert(
    fc.asyncProperty(changes, async ({ changed, says }) => {
      const there = await replayed(old, changed);
      const back = await replayed(changed, old);
      const { report, rows } = there;
      assert.equal(report.same + report.better + report.worse + report.undecided, report.cases);
      assert.deepEqual(
        [report.better, report.worse, report.undecided],
        [back.report.worse, back.report.better, back.report.undecided],
        says.join(),
      );
      for (const { currency, feesBefore, feesAfter, moved } of report.money) {
        const sum = (side: "before" | "after"): number =>
          rows
            .map((row) => answerIn(row[side]).fee)
            .reduce((total, fee) => total + (fee?.currency === currency ? fee.amount : 0), 0);
        assert.deepEqual([feesBefore, feesAfter], [sum("before"), sum("after")]);
        assert.equal(moved, feesAfter - feesBefore);
      }
      assertCauses(rows, changed);
    }),
    { numRuns: 40 },
  );
});

/** The edits a row blames, and no others, give the new answer; each of several is needed. */
function assertCauses(rows: readonly ReplayRow[], changed: TermsDocument): void {
  const edits = editsBetween(old, changed);
  const byId = new Map(cases.map((each) => [each.id, each]));
  for (const { id, causes, after } of rows) {
    const given = byId.get(id ?? "");
    assert.ok(given && causes.length > 0);
    const answerWith = (numbers: readonly number[]): string => {
      const laid = numbers.reduce((each, no) => edits[no - 1]?.apply(each) ?? each, old);
      return textOfAnswer(answerIn(new Judge(laid, unnamed(laid)).decide(given.decision, given.facts)));
    };
    const now = textOfAnswer(answerIn(after));
    assert.equal(answerWith(causes), now);
    for (const each of causes.length > 1 ? causes : []) {
      assert.notEqual(answerWith([each]), now);
    }
  }
}

test("a search that says it is complete has found whatever a replay finds", async () => {
  await fc.assert(
    fc.asyncProperty(changes, async ({ changed, says }) => {
      const { classes, searched } = diffTerms(old, changed).effect;
      const found = new Set(classes.map(({ decision, change }) => `${decision} ${change}`));
      const complete = new Set(searched.filter((each) => each.complete).map(({ decision }) => decision));
      for (const { decision, before, after } of (await replayed(old, changed)).rows) {
        const isOpen = [before, after].some(({ outcome }) => outcome === "undecided");
        if (before.outcome !== after.outcome && !isOpen && complete.has(decision)) {
          assert.ok(found.has(`${decision} ${before.outcome} -> ${after.outcome}`), says.join());
        }
      }
    }),
    { numRuns: 8 },
  );
});

test("two edits that only matter together are both blamed", async () => {
  // An exclusion needs its condition and its route: neither field alone excludes the case.
  const exclusion = (route: string, cause: string): string =>
    [
      `${text}\n\n### 9.9 More {#excl.more}\n\nNot covered.\n\n\`\`\`terms`,
      `kind: exclude\napplies-to: [${route}]\nwhen: { incident.cause: ${cause} }`,
      "```\n",
    ].join("\n");
  const [first, second] = [exclusion("goodwill", "water"), exclusion("plan", "drop")].map(
    (each) => readTerms({ file: "sample.terms.md", text: each }).document,
  );
  assert.ok(first && second);
  const { rows } = await replayed(first, second);
  assert.ok(rows.length > 0);
  assert.ok(rows.every(({ causes }) => causes.length === 2));
});

test("any number of cases runs through, with progress, and none is kept", async () => {
  async function* many(): AsyncGenerator<ReplayCase> {
    for (let no = 0; no < 5000; no += 1) {
      yield cases[no % 3] as ReplayCase;
    }
  }
  const seen: number[] = [];
  const { report } = await replayed(old, old, many(), { batch: 1000, onProgress: (done) => seen.push(done) });
  assert.equal(report.cases, 5000);
  assert.deepEqual(seen, [1000, 2000, 3000, 4000, 5000]);
});
