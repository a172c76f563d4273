import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { withFact } from "../deciding/factSetting.ts";
import { type Decision, decisions, type Facts, readTerms, type TermsDocument } from "../index.ts";
import { mutantsOf } from "../proving/mutantsOf.ts";
import { answerIn, compareAnswers, textOfAnswer } from "./answers.ts";
import { diffTerms } from "./diffTerms.ts";
import { changingClause, clausesByKey } from "./edits.ts";
import { changeOf } from "./effectSearch.ts";
import { jointValues } from "./jointProgram.ts";
import { Judge, unnamed } from "./judge.ts";
import { toldFacts } from "./smallestCase.ts";

const root = new URL("../../../", import.meta.url);

function read(file: string): TermsDocument {
  const { document } = readTerms({ file, text: readFileSync(new URL(file, root), "utf8") });
  return document ?? assert.fail(file);
}

interface Planted {
  readonly says: string;
  readonly apply: (document: TermsDocument) => TermsDocument;
}

/** Small wrong changes of rules and cells, and every row of every table taken out. */
function plantable(document: TermsDocument): readonly Planted[] {
  const rows = [...clausesByKey(document)].flatMap(([key, { id, tables }]) =>
    tables.flatMap((table, index) =>
      table.rows.map((_, gone) => ({
        says: `${id}: row ${gone} of table ${index} is taken out`,
        apply: (each: TermsDocument) =>
          changingClause(each, key, (clause) => ({
            ...clause,
            tables: clause.tables.map((other, at) =>
              at === index ? { ...other, rows: other.rows.toSpliced(gone, 1) } : other,
            ),
          })),
      })),
    ),
  );
  const mutants = mutantsOf(document).map(({ clause, says, apply }) => ({
    says: `${clause}: ${says}`,
    apply,
  }));
  return [...mutants, ...rows];
}

/** A case near an example: which one, and up to three facts told otherwise. */
const strays = fc.sample(
  fc.record({
    base: fc.nat(),
    asked: fc.nat(),
    other: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
  }),
  { numRuns: 2000, seed: 7 },
);

interface Near {
  readonly decision: Decision;
  readonly facts: Facts;
}

function casesNear(document: TermsDocument, before: Judge, after: Judge): readonly Near[] {
  const values = jointValues(before, after);
  const { examples } = document;
  const names = [...new Set(examples.flatMap(({ facts }) => toldFacts(facts).map(([name]) => name)))].sort();
  return strays.map(({ base, asked, other }) => {
    const example = examples[base % examples.length] ?? assert.fail();
    const facts = other.reduce((told: Facts, [which, what]) => {
      const name = names[which % names.length] ?? "";
      const possible = values(name, after.case(told));
      return possible.length === 0 ? told : withFact(told, name, possible[what % possible.length]);
    }, example.facts);
    const decision = asked % 10 === 0 ? decisions[asked % decisions.length] : example.decision;
    return { decision: decision ?? example.decision, facts };
  });
}

interface Watched {
  readonly differences: number;
  readonly missed: readonly string[];
}

/** Every way an answer changes among the cases, and which of them the effect does not name. */
function watch(document: TermsDocument, { apply, says }: Planted): Watched {
  const now = apply(document);
  const [before, after] = [document, now].map((each) => new Judge(each, unnamed(each)));
  assert.ok(before && after);
  const { classes } = diffTerms(document, now).effect;
  const found = new Set(classes.map(({ decision, change, verdict }) => `${decision} ${change}, ${verdict}`));
  for (const { decision, facts, before: old, after: other } of classes) {
    assert.deepEqual(answerIn(before.decide(decision, facts)), old, says);
    assert.deepEqual(answerIn(after.decide(decision, facts)), other, says);
  }
  const missed = new Set<string>();
  let differences = 0;
  for (const { decision, facts } of casesNear(document, before, after)) {
    const old = answerIn(before.decide(decision, facts));
    const other = answerIn(after.decide(decision, facts));
    if (
      textOfAnswer(old) === textOfAnswer(other) ||
      [old, other].some((each) => each.outcome === "undecided")
    ) {
      continue;
    }
    const verdict = compareAnswers(old, other, after.program(decision).rank);
    const change = `${decision} ${changeOf(old, other)}, ${verdict}`;
    differences += 1;
    if (!found.has(change)) {
      missed.add(`${says}: ${change}: ${JSON.stringify(facts)}`);
    }
  }
  return { differences, missed: [...missed] };
}

const samples = [
  "programmes/samples/one-time-transfer.terms.md",
  "programmes/samples/theft-and-loss.terms.md",
  "programmes/samples/either-or.terms.md",
  "programmes/samples/send-back.terms.md",
  "programmes/dji-express/2025.terms.md",
  "statutes/us-tx.terms.md",
];

for (const file of samples) {
  test(`of 2,000 cases under both, none changes in a way the effect does not name: ${file}`, () => {
    const document = read(file);
    const planted = plantable(document);
    const picked = fc
      .sample(fc.nat(), { numRuns: 3, seed: 11 })
      .flatMap((number) => planted[number % planted.length] ?? []);
    const watched = picked.flatMap((each) => {
      try {
        return watch(document, each);
      } catch (error) {
        // A document without a row it needs cannot be compiled, and so has no effect.
        assert.ok(!(error instanceof assert.AssertionError), String(error));
        return [];
      }
    });
    assert.deepEqual(
      watched.flatMap(({ missed }) => missed),
      [],
    );
    assert.ok(watched.length > 0);
  });
}

test("control: the same cases show what a search leaves out", () => {
  const document = read(samples[0] ?? "");
  const planted = plantable(document).find(({ says }) => says.startsWith("cover.cause: left out"));
  assert.ok(planted);
  const now = planted.apply(document);
  const [before, after] = [document, now].map((each) => new Judge(each, unnamed(each)));
  assert.ok(before && after);
  const changed = casesNear(document, before, after).filter(
    ({ decision, facts }) => before.decide(decision, facts).outcome !== after.decide(decision, facts).outcome,
  );
  assert.ok(changed.length > 10);
});

test("what is only presumed until it is told is followed as well", () => {
  const document = read("programmes/samples/one-time-transfer.terms.md");
  const planted = plantable(document).find(({ says }) => says.includes("transfer.times: at least 2"));
  assert.ok(planted);
  const { classes } = diffTerms(document, planted.apply(document)).effect;
  assert.deepEqual(
    classes.map(({ change }) => change),
    ["plan -> paid", "incomplete -> paid"],
  );
});
