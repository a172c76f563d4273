import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { type CompileOptions, layOver } from "../compiling/compileTerms.ts";
import { withFact } from "../deciding/factSetting.ts";
import {
  type Decision,
  decisions,
  diffTerms,
  type Example,
  type Facts,
  kindOf,
  readTerms,
  type TermsDifference,
  type TermsDocument,
} from "../index.ts";
import { mutantsOf } from "../proving/mutantsOf.ts";
import { answerIn, compareAnswers, textOfAnswer } from "./answers.ts";
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

function casesNear(examples: readonly Example[], before: Judge, after: Judge): readonly Near[] {
  const values = jointValues(before, after);
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

/** Two documents with all that is laid over them, what is said of the difference, and cases to try it on. */
interface Changed {
  readonly says: string;
  readonly documents: readonly [TermsDocument, TermsDocument];
  readonly difference: TermsDifference;
  readonly examples: readonly Example[];
}

const changedAlone = (document: TermsDocument, { apply, says }: Planted): Changed => ({
  says,
  documents: [document, apply(document)],
  difference: diffTerms(document, apply(document)),
  examples: document.examples,
});

/** A change in what is laid over a document that stays as it is. */
function changedLayer(document: TermsDocument, layer: TermsDocument, { apply, says }: Planted): Changed {
  const laying = (each: TermsDocument): CompileOptions =>
    kindOf(each.front) === "annex" ? { annexes: [each] } : { overlays: [each] };
  const [before, after] = [laying(layer), laying(apply(layer))];
  return {
    says,
    documents: [layOver(document, before).document, layOver(document, after).document],
    difference: diffTerms(document, document, { before, after }),
    examples: [...layer.examples, ...document.examples.map((example) => inForceOf(layer, example))],
  };
}

/** An example of the terms where the layer speaks: in its regions, or for those a statute protects. */
function inForceOf({ front: { annex }, examples }: TermsDocument, example: Example): Example {
  const [region] = annex?.regions ?? [];
  const of = { ...Object(example.facts.plan), ...(region === undefined ? {} : { region }) };
  const { holder = example.facts.holder } = examples[0]?.facts ?? {};
  return { ...example, facts: { ...example.facts, plan: of, ...(holder && { holder }) } };
}

/** Every way an answer changes among the cases, and which of them the effect does not name. */
function watch({ says, documents, difference, examples }: Changed): Watched {
  const [before, after] = documents.map((each) => new Judge(each, unnamed(each)));
  assert.ok(before && after);
  const { classes } = difference.effect;
  const found = new Set(classes.map(({ decision, change, verdict }) => `${decision} ${change}, ${verdict}`));
  for (const { decision, facts, before: old, after: other } of classes) {
    assert.deepEqual(answerIn(before.decide(decision, facts)), old, says);
    assert.deepEqual(answerIn(after.decide(decision, facts)), other, says);
  }
  const missed = new Set<string>();
  let differences = 0;
  for (const { decision, facts } of casesNear(examples, before, after)) {
    if ([before, after].some((each) => each.settle(decision, facts) === undefined)) {
      continue;
    }
    const old = answerIn(before.decide(decision, facts));
    const other = answerIn(after.decide(decision, facts));
    if (textOfAnswer(old) === textOfAnswer(other)) {
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

/** Watches some of what can be planted, picked by numbers. */
function watchSome(
  planted: readonly Planted[],
  numbers: { readonly runs: number; readonly seed: number },
  changed: (each: Planted) => Changed,
): readonly Watched[] {
  const picked = fc
    .sample(fc.nat(), { numRuns: numbers.runs, seed: numbers.seed })
    .flatMap((number) => planted[number % planted.length] ?? []);
  return picked.flatMap((each) => {
    try {
      return watch(changed(each));
    } catch (error) {
      // A document without a row it needs cannot be compiled, and so has no effect.
      assert.ok(!(error instanceof assert.AssertionError), String(error));
      return [];
    }
  });
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
    const watched = watchSome(plantable(document), { runs: 3, seed: 11 }, (each) =>
      changedAlone(document, each),
    );
    assert.deepEqual(
      watched.flatMap(({ missed }) => missed),
      [],
    );
    assert.ok(watched.length > 0);
  });
}

/** What is laid over which document, and how many of its changes are tried. */
const laid = [
  ["programmes/dji-care-refresh/2021.jp.terms.md", "programmes/dji-care-refresh/2021.terms.md", 3],
  ["statutes/us-tx.terms.md", "programmes/samples/one-time-transfer.terms.md", 2],
  ["statutes/uk-insurance.terms.md", "programmes/samples/insurance-form.terms.md", 2],
] as const;

for (const [file, base, runs] of laid) {
  test(`a change of what is laid over a document is followed like its own: ${file} over ${base}`, () => {
    const [document, layer] = [read(base), read(file)];
    const watched = watchSome(plantable(layer), { runs: runs, seed: 12 }, (each) =>
      changedLayer(document, layer, each),
    );
    assert.deepEqual(
      watched.flatMap(({ missed }) => missed),
      [],
    );
    assert.ok(watched.some(({ differences }) => differences > 0));
  });
}

test("control: the same cases show what a search leaves out", () => {
  const document = read(samples[0] ?? "");
  const planted = plantable(document).find(({ says }) => says.startsWith("cover.cause: left out"));
  assert.ok(planted);
  const now = planted.apply(document);
  const [before, after] = [document, now].map((each) => new Judge(each, unnamed(each)));
  assert.ok(before && after);
  const changed = casesNear(document.examples, before, after).filter(
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

test("an answer that changes in another way one fact further on is named as well", () => {
  const document = read("programmes/samples/theft-and-loss.terms.md");
  const opposite = 'route.accident: the opposite of "incident.stolen is no"';
  const planted = plantable(document).find(({ says }) => says === opposite) ?? assert.fail();
  const { effect } = diffTerms(document, planted.apply(document));
  // A claim in a currency without a fee, for what was refused a use of the benefit before.
  assert.ok(effect.classes.some(({ change }) => change === "paid -> incomplete"));
});
