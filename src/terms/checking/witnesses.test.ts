import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  checkTerms,
  compileTerms,
  type Decision,
  type Facts,
  type Finding,
  factProblems,
  type Receipt,
  readTerms,
  type TermsDocument,
} from "../index.ts";
import { type Fault, faults } from "../samples/faults.ts";
import { stretchedFaults, wholeFaults } from "../samples/wholeFaults.ts";

const sample = (name: string): string =>
  readFileSync(new URL(`../samples/${name}.terms.md`, import.meta.url), "utf8");

/** A case in which everything else is as it should be. */
const usual = {
  at: "2026-06-01T10:00:00Z",
  device: { serial: "C1", model: "clip-4", modified: false, warrantyEndsAt: "2027-01-01T00:00:00Z" },
  plan: {
    ...{ product: "care-2y", status: "active", serial: "C1", region: "EU", uses: 0 },
    ...{ startsAt: "2026-01-10T10:00:00Z", endsAt: "2028-01-10T23:00:00Z" },
  },
  incident: {
    at: "2026-05-30T09:00:00Z",
    cause: "drop",
    lost: "none",
    intentional: false,
    cosmeticOnly: false,
  },
  claim: { at: "2026-06-01T10:00:00Z", region: "EU", currency: "PLN", returnedParts: ["camera", "battery"] },
} as const;
const elsewhere = {
  device: { model: "kite-1" },
  claim: { region: "US", currency: "USD" },
  plan: { product: "care-1y", region: "US" },
};

type Groups = Readonly<Record<string, unknown>>;

/** The witness laid over a case: what it tells counts, what it leaves open is as usual. */
function laid(...cases: readonly Groups[]): Facts {
  const result: Record<string, unknown> = {};
  for (const each of cases) {
    for (const [group, value] of Object.entries(each)) {
      const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
      result[group] = isGroup ? { ...(result[group] as object), ...value } : value;
    }
  }
  return result as Facts;
}

interface Shown {
  readonly document: TermsDocument;
  readonly finding: Finding;
  /** The answer of the engine to the witness, by itself or laid over the usual case. */
  decide(decision: Decision, isUsual?: boolean): Receipt;
}

/** By the code, and the clause where one code shows in several ways: what the engine says of the witness. */
const shows: Readonly<Record<string, (shown: Shown) => void>> = {
  window_empty: ({ decide }) => assert.equal(decide("activation").against[0]?.clause, "activate.video"),
  windows_overlap: ({ decide }) => {
    const { deadlines, at } = decide("activation");
    const ends = deadlines.map(({ to }) => to).sort();
    assert.ok(
      ends.some((end) => end > String(at)),
      "one is open still",
    );
    assert.ok(decide("activation").because.every(({ clause }) => clause !== "activate.aircraft"));
  },
  route_hole: ({ decide }) => {
    const { outcome, because } = decide("coverage", true);
    assert.deepEqual([outcome, because.filter(({ clause }) => clause.startsWith("route."))], ["refused", []]);
  },
  fee_missing: ({ decide }) => assert.equal(decide("coverage", true).outcome, "incomplete"),
  fee_beyond_limit: ({ decide }) => assert.notEqual(decide("coverage", true).outcome, "plan"),
  exclusion_swallows: ({ decide }) => {
    const { outcome, against } = decide("coverage", true);
    assert.notEqual(outcome, "plan");
    assert.ok(against.some(({ clause }) => clause === "excl.intentional"));
  },
  clauses_contradict: ({ decide }) => {
    const { outcome, against } = decide("coverage", true);
    assert.notEqual(outcome, "plan");
    assert.ok(against.some(({ clause }) => clause === "proof.log"));
  },
  period_missing: ({ document, finding }) => {
    const { product } = (finding.witness as { plan: { product: string } }).plan;
    assert.throws(() => compileTerms(document).period(product, "2026-01-10T10:00:00Z", "EU"), RangeError);
  },
  capture_without_hold: ({ decide }) => assert.equal(decide("return", true).hold ?? null, null),
  sub_limit_above: ({ decide }) => assert.notEqual(decide("coverage", true).outcome, "plan"),
  exception_swallows: ({ decide }) => {
    const excluded = decide("coverage", true).against.filter(({ clause }) => clause === "excl.lost");
    assert.deepEqual(excluded, []);
  },
  "clause_dead excl.lost.flyaway": ({ decide }) => {
    const { against } = decide("coverage", true);
    assert.ok(against.some(({ clause }) => clause === "excl.lost"));
  },
  "clause_dead renew.again": ({ decide }) => assert.notEqual(decide("renewal", true).outcome, "allowed"),
  "clause_dead renew.plus": ({ decide }) => assert.notEqual(decide("renewal", true).outcome, "allowed"),
  window_always_open: ({ decide }) => {
    const { because } = decide("activation");
    assert.ok(because.some(({ clause }) => clause === "activate.new"));
  },
};

/** Faults that are not about cases, or whose witness only says which. */
const unshown = new Set([
  "row_twice",
  "benefit_idle",
  "currency_stranger",
  "hold_endless",
  "hold_ends_early",
  "periods_overlap",
  "clause_dead",
]);

const planted: readonly (readonly [string, Fault])[] = [
  ...[...faults, ...wholeFaults].map((fault) => ["sample", fault] as const),
  ...stretchedFaults.map((fault) => ["stretched", fault] as const),
];
const isAboutCases = (code: string): boolean =>
  wholeFaults.some(([each]) => each === code) || unshown.has(code) || code in shows;

for (const [name, [code, clause, before, after]] of planted) {
  const text = sample(name).replace(before, after.replace("‸", ""));
  const { document, findings } = readTerms({ file: "x.terms.md", text });
  if (document === undefined || !isAboutCases(code)) {
    continue;
  }
  test(`${code} of ${clause} has a case, and the engine decides it so`, () => {
    const finding = [...findings, ...checkTerms(document)].find((each) => each.code === code);
    assert.ok(finding?.witness !== undefined, "a witness");
    const witness = finding.witness as Groups;
    assert.deepEqual(factProblems(witness), []);
    const base = name === "sample" ? laid(usual) : laid(usual, elsewhere);
    const terms = compileTerms(document);
    const show = shows[`${code} ${clause}`] ?? shows[code];
    assert.ok(show !== undefined || unshown.has(code), "the engine is asked");
    show?.({
      document,
      finding,
      decide: (decision, isUsual) =>
        terms.decide(decision, isUsual === true ? laid(base as Groups, witness) : (witness as Facts)),
    });
  });
}
