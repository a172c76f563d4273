import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { compileTerms } from "../compiling/compileTerms.ts";
import { decisions, type TermsDocument } from "../document.ts";
import type { Facts } from "../facts.ts";
import { assemble, kindOf } from "../layering/layers.ts";
import { readTerms } from "../reading/readTerms.ts";
import type { Terms } from "../terms.ts";
import { vocabulary } from "../vocabulary.ts";
import { isUnknown } from "./case.ts";
import { withFact } from "./factSetting.ts";

const root = new URL("../../../", import.meta.url);

function documentsUnder(folder: string): TermsDocument[] {
  return readdirSync(new URL(folder, root), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".terms.md"))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(`${folder}/${name}`, root), "utf8");
      return readTerms({ file: name, text }).document ?? assert.fail(name);
    });
}

const documents = [...documentsUnder("programmes"), ...documentsUnder("statutes")];

interface Shipped {
  readonly document: TermsDocument;
  readonly terms: Terms;
}

/** By name, so that a case that fails is printed short. */
const shipped: ReadonlyMap<string, Shipped> = new Map(
  documents
    .filter(({ front }) => kindOf(front) !== "translation")
    .map((document) => {
      const { base, annexes, overlays } = assemble(documents, document);
      const name = `${document.front.terms} ${document.front.version}`;
      return [name, { document, terms: compileTerms(base, { annexes, overlays }) }];
    }),
);
const anyShipped = fc.constantFrom(...shipped.keys());
const termsNamed = (name: string): Shipped => shipped.get(name) ?? assert.fail(name);

/** What stands where a fact should: other types, edges of types, and names that objects are born with. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      "__proto__",
      "constructor",
      "toString",
      "hasOwnProperty",
      "length",
      "",
      " ",
      "\u0000",
      "none",
      "never",
    ],
    ...["NaN", "Infinity", "-0", "1e999", "unknown", "yes", "no", "NO", "x".repeat(1_000_000)],
    ...["0000-01-01", "9999-12-31", "9999-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "2026-02-30"],
    ...["2016-12-31T23:59:60Z", "2026-01-01T00:00:00+23:59", "2026-01-01T00:00:00.999999999999Z", "2026-W01"],
    ...[0, -0, -1, 0.5, 1e21, Number.MAX_SAFE_INTEGER, Number.MAX_VALUE, 5e-324, true, false, null],
    ...[[], {}, [[]], [null], [{}], { from: "2027-01-01", to: "2026-01-01" }, { from: "2026-01-01" }],
    ...[
      { amount: 1e308, currency: "EUR" },
      { amount: -1, currency: "JPY" },
      { amount: "1", currency: 1 },
    ],
    ...[
      { amount: 1.5, currency: "JPY" },
      { amount: 1, currency: "__proto__" },
      { amount: null, currency: null },
    ],
    ...[[{ benefit: "replacement" }], [{ benefit: "replacement", at: "9999-12-31" }], [{ at: 1 }], [1, "a"]],
    ...[
      [{ benefit: "replacement", at: { from: 1 }, reversed: [] }],
      [{ kind: "x", weight: Number.MAX_VALUE }],
      [{ kind: 1 }],
    ],
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

const names = [...vocabulary.keys()];
const told: fc.Arbitrary<unknown> = fc
  .array(fc.tuple(fc.constantFrom(...names), odd), { maxLength: 40 })
  .map((facts) => {
    const groups: Record<string, unknown> = {};
    for (const [name, value] of facts) {
      const [group = "", fact] = name.split(".");
      if (fact === undefined) {
        groups[group] = value;
      } else {
        groups[group] = { ...(groups[group] as object | undefined), [fact]: value };
      }
    }
    return groups;
  });
const groups = [...new Set(names.map((name) => name.split(".", 1)[0] ?? ""))];
const anything: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: told },
  fc.dictionary(fc.constantFrom(...groups), odd),
  fc.jsonValue(),
);

const runs = { seed: 21 };

test("whatever the facts are, every decision is answered, and the verdict is its outcome", () => {
  fc.assert(
    fc.property(anyShipped, fc.constantFrom(...decisions), anything, (name, decision, facts) => {
      const { terms } = termsNamed(name);
      const receipt = terms.decide(decision, facts as Facts);
      assert.equal(terms.verdict(decision, facts as Facts), receipt.outcome);
      assert.equal(JSON.stringify(terms.decide(decision, facts as Facts)), JSON.stringify(receipt));
    }),
    { ...runs, numRuns: 250 },
  );
});

const ends = ["0000-01-01", "0000-01-01T00:00:00Z", "9999-12-31", "9999-12-31T23:59:59Z"];
const instants = [...vocabulary.values()].filter(({ type }) => type === "instant").map(({ name }) => name);

test("an instant at either end of time is answered, and what is reckoned from it can be read again", () => {
  const cases = documents.flatMap(({ examples }) => examples);
  let deadlines = 0;
  fc.assert(
    fc.property(
      anyShipped,
      fc.constantFrom(...cases),
      fc.constantFrom(...instants),
      fc.constantFrom(...ends),
      (name, { decision, facts }, fact, end) => {
        const receipt = termsNamed(name).terms.decide(decision, withFact(facts, fact, end));
        for (const { from, to } of receipt.deadlines) {
          deadlines += 1;
          assert.ok(Temporal.Instant.compare(from, to) <= 0, `${from} ${to}`);
        }
      },
    ),
    { ...runs, numRuns: 400 },
  );
  assert.ok(deadlines > 20, `${deadlines} deadlines were read`);
});

/**
 * All that a document's examples tell of each fact, without what is known less exactly than it could be. Of
 * a document, because none is asked about models that it does not list.
 */
function valuesIn({ examples }: TermsDocument): ReadonlyMap<string, readonly unknown[]> {
  const values = new Map<string, unknown[]>();
  for (const { facts } of examples) {
    for (const { name, type } of vocabulary.values()) {
      const value = factIn(facts, name);
      const isExact = type === "instant" ? String(value).endsWith("Z") : typeof value !== "object";
      if (!isUnknown(value) && isExact) {
        values.set(name, [...(values.get(name) ?? []), value]);
      }
    }
  }
  return values;
}

function factIn(facts: Facts, name: string): unknown {
  return name
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], facts);
}

/**
 * Facts that a document, or the engine, takes for granted until somebody tells them (a notice is given now):
 * telling may change an answer.
 */
function presumedIn({ clauses }: TermsDocument): ReadonlySet<string> {
  const names = clauses.flatMap(({ rule }) => (rule === null ? [] : [...rule.presume.keys()]));
  return new Set([...names, "code.product", "cancellation.noticeAt"]);
}

const show = (...cases: readonly Facts[]): string =>
  cases.map((facts) => JSON.stringify(facts)).join(" told ");

test("what an answer leaves open may turn out any way, and what it asks for is enough", () => {
  let settled = 0;
  let asked = 0;
  fc.assert(
    fc.property(anyShipped, fc.infiniteStream(fc.nat()), (name, numbers) => {
      const { terms, document } = termsNamed(name);
      const pick = <T>(list: readonly T[]): T =>
        list[(numbers.next().value ?? 0) % list.length] ?? assert.fail();
      if (document.examples.length === 0) {
        return;
      }
      const { decision, facts } = pick(document.examples);
      const values = valuesIn(document);
      const known = [...values.keys()].filter(
        (each) => each !== "at" && factIn(facts, each) !== undefined && !presumedIn(document).has(each),
      );
      if (known.length === 0) {
        return;
      }
      const forgotten = [pick(known), pick(known), pick(known)];
      const open = forgotten.reduce<Facts>((before, each) => withFact(before, each, "unknown"), facts);
      const { outcome, needs } = terms.decide(decision, open);
      const told = (outcome === "undecided" ? needs : forgotten).filter((each) => values.has(each));
      const after = told.reduce<Facts>(
        (before, each) => withFact(before, each, pick(values.get(each) ?? [])),
        open,
      );
      const verdict = terms.verdict(decision, after);
      if (outcome !== "undecided") {
        settled += 1;
        // A case that is held for something else is not asked yet what its fee depends on.
        const mayLackFee = outcome === "hold" && verdict === "incomplete";
        assert.ok(mayLackFee || verdict === outcome, `${outcome}, then ${verdict}: ${show(open, after)}`);
      } else if (told.length === needs.length) {
        asked += 1;
        assert.notEqual(verdict, "undecided", `asked ${needs}: ${show(open, after)}`);
      }
    }),
    { ...runs, numRuns: 600 },
  );
  assert.ok(settled > 100 && asked > 50, `${settled} were settled, ${asked} asked`);
});
