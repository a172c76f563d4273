import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { withFact } from "../deciding/factSetting.ts";
import type { Decision, Facts, Terms, TermsDocument, UnpackedTerms } from "../index.ts";
import {
  assemble,
  compileTerms,
  decisions,
  packTerms,
  readTerms,
  unpackTerms,
  vocabulary,
} from "../index.ts";

const root = new URL("../../../", import.meta.url).pathname;
const files = globSync("{programmes,statutes,src/terms/samples}/**/*.terms.md", { cwd: root }).toSorted();
const documents = files.flatMap((file) => {
  const { document } = readTerms({ file, text: readFileSync(root + file, "utf8") });
  return document ?? [];
});

const arrived = (json: string): UnpackedTerms => unpackTerms(JSON.parse(json)) ?? assert.fail();

/** The same terms twice: as they were read, and as they arrive in a browser. */
function bothWays(document: TermsDocument): readonly [Terms, Terms] {
  const layers = assemble(documents, document);
  const unpacked = arrived(packTerms(document, documents));
  return [compileTerms(layers.base, layers), compileTerms(unpacked.document, unpacked.layers)];
}

const asBytes = (terms: Terms, decision: Decision, facts: Facts): string =>
  JSON.stringify(terms.decide(decision, facts));

test("every shipped document is among those that are packed", () => {
  assert.ok(files.length > 20);
  assert.equal(documents.length, files.length);
});

for (const document of documents) {
  test(`${document.source.file} answers its examples with the same bytes when packed`, () => {
    const [read, packed] = bothWays(document);
    for (const { decision, facts, name } of document.examples) {
      assert.equal(asBytes(packed, decision, facts), asBytes(read, decision, facts), name);
    }
  });
}

/** Any fact as it is told badly, or not told: an answer may be odd, but never another one. */
const oddValue = fc.constantFrom<unknown>("unknown", "none", "never", 0, 7, true, [], "2026-02-28T23:59:59Z");
const facts = [...vocabulary.keys()].filter((name) => name !== "region");

test("cases nobody wrote down are answered with the same bytes too", () => {
  const told = documents.filter(({ examples }) => examples.length > 0);
  const compiled = new Map(told.map((document) => [document, bothWays(document)]));
  const change = fc.tuple(fc.constantFrom(...facts), oddValue);
  fc.assert(
    fc.property(
      fc.constantFrom(...told),
      fc.nat(),
      fc.array(change, { maxLength: 4 }),
      fc.constantFrom(...decisions),
      (document, index, changes, decision) => {
        const example = document.examples[index % document.examples.length] ?? assert.fail();
        const given = changes.reduce((all, [name, to]) => withFact(all, name, to), example.facts);
        const [read, packed] = compiled.get(document) ?? assert.fail();
        assert.equal(asBytes(packed, decision, given), asBytes(read, decision, given));
      },
    ),
    { numRuns: 200 },
  );
});

test("what is told outside of decisions is the same: plans, fees, parts, regions, the hash", () => {
  for (const document of documents) {
    const [read, packed] = bothWays(document);
    assert.deepEqual(packed.plans(), read.plans());
    assert.deepEqual([packed.hash, packed.title, packed.regions], [read.hash, read.title, read.regions]);
    for (const model of read.plans().flatMap(({ models }) => models)) {
      assert.deepEqual(packed.parts(model), read.parts(model));
      for (const region of read.regions.keys()) {
        assert.deepEqual(packed.fees(model, region), read.fees(model, region));
      }
    }
  }
});

test("nothing of a document travels that nobody decides by", () => {
  for (const document of documents) {
    const packed = packTerms(document, documents);
    assert.doesNotMatch(packed, /"(place|examples|settled|open|position|html)":/);
    const [example] = document.examples;
    assert.ok(example === undefined || !packed.includes(`"${example.name}"`));
  }
});

test("a statute that is packed beside its terms is seen to be: without it the answers are others", () => {
  const named = documents.filter((document) => assemble(documents, document).overlays.length > 0);
  const differs = named.some((document) => {
    const alone = arrived(packTerms(document));
    const [whole] = bothWays(document);
    const bare = compileTerms(alone.document, alone.layers);
    return document.examples.some(
      ({ decision, facts: given }) => asBytes(bare, decision, given) !== asBytes(whole, decision, given),
    );
  });
  assert.ok(named.length > 0 && differs);
});

test("what was packed in another form is not unpacked", () => {
  const packed = JSON.parse(packTerms(documents[0] ?? assert.fail())) as { form: number };
  assert.equal(unpackTerms({ ...packed, form: packed.form + 1 }), undefined);
});
