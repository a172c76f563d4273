import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { compileTerms } from "../compiling/compileTerms.ts";
import type { Writer } from "../compiling/writtenOut.ts";
import { withFact } from "../deciding/factSetting.ts";
import { type Decision, decisions, type TermsDocument } from "../document.ts";
import type { Facts } from "../facts.ts";
import { readTerms } from "../reading/readTerms.ts";
import type { Terms } from "../terms.ts";
import { vocabulary } from "../vocabulary.ts";
import { writer } from "./writer.ts";

const folder = new URL("../../../programmes/", import.meta.url);
const documents: readonly TermsDocument[] = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith(".terms.md") && !/\.[a-z]{2}\.terms/.test(file))
  .sort()
  .map((file) => readTerms({ file, text: readFileSync(new URL(file, folder), "utf8") }).document)
  .filter((document) => document !== undefined && document.examples.length > 0) as TermsDocument[];

/** Written out as soon as anything has been asked once. */
const eager = (by: Writer): Writer => ({ ...by, worthAfter: 1 });

const odd: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  ...["unknown", "none", "never", "yes", "no", "", "active", "defect", "replacement", "__proto__"],
  ...[true, false, null, 0, 1, [], ["other"], {}, { from: "2026-01-01", to: "2027-06-01" }],
  ...["2026-06-01", "2026-08-01T10:00:00Z", "2026-08-01T10:00:00+02:00", "2026-13-41T99:00:00Z"],
);

/** A case of the examples with some facts changed. */
const changedCase = (document: TermsDocument): fc.Arbitrary<Facts> =>
  fc
    .tuple(
      fc.constantFrom(...document.examples),
      fc.array(fc.tuple(fc.constantFrom(...vocabulary.keys()), odd), { maxLength: 3 }),
    )
    .map(([{ facts }, changes]) =>
      changes.reduce<Facts>((told, [name, value]) => withFact(told, name, value), facts),
    );

const answers = (terms: Terms, decision: Decision, facts: Facts): string =>
  JSON.stringify([terms.clauseVerdicts(decision, facts), terms.decide(decision, facts)]);

/** Throws at the first case in which what was written says another thing than the tests. */
function holdAgainstTests(by: Writer): void {
  const compiled = new Map(
    documents.map((document) => [
      document.source.file,
      { document, plain: compileTerms(document), written: compileTerms(document, {}, eager(by)) },
    ]),
  );
  const given = fc
    .constantFrom(...documents)
    .chain((document) =>
      fc.tuple(fc.constant(document.source.file), fc.constantFrom(...decisions), changedCase(document)),
    );
  fc.assert(
    fc.property(given, ([file, decision, facts]) => {
      const { plain, written } = compiled.get(file) ?? assert.fail(file);
      assert.equal(answers(written, decision, facts), answers(plain, decision, facts));
    }),
    { numRuns: 1500, seed: 14 },
  );
}

test("what is written out comes to the same as the tests by themselves, byte for byte", () => {
  holdAgainstTests(writer);
});

test("a writer that takes one test for granted is found out", () => {
  const careless: Writer = { ...writer, all: (conjuncts) => writer.all(conjuncts.slice(1)) };
  assert.throws(() => holdAgainstTests(careless), /Property failed/);
});
