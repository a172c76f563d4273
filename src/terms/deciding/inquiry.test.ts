import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import type { Facts } from "../index.ts";
import { coveredClip, sampleTerms } from "../samples/sampleTerms.ts";
import { withFact } from "./factSetting.ts";

const terms = sampleTerms(readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8"));

/** Facts that can be forgotten, each with every value that could make a difference. */
const open: Readonly<Record<string, readonly unknown[]>> = {
  "plan.uses": [0, 1, 2, 3],
  "plan.status": ["active", "expired", "exhausted", "cancelled"],
  "claim.currency": ["PLN", "EUR", "JPY", "NOK", "XAF"],
  "incident.cause": ["collision", "drop", "water", "wear", "defect", "flyaway"],
  "incident.lost": ["none", "partial", "total"],
  "incident.intentional": [true, false],
  "incident.cosmeticOnly": [true, false],
  "device.modified": [true, false],
  "incident.causedBy": [[], ["excl.modified"]],
  "claim.returnedParts": [[], ["camera", "battery"], ["camera"]],
  "device.model": ["clip-4", "hawk-2", "hawk-mini", "lens-5"],
  "incident.at": [
    "2025-12-01T00:00:00Z",
    "2026-05-30T09:00:00Z",
    "2027-06-01T00:00:00Z",
    "2028-02-01T00:00:00Z",
  ],
};

interface Settled {
  readonly values: readonly unknown[];
  readonly answer: string;
}

const known = withFact(coveredClip, "incident.flightLog", "cloud");

function answerOf(facts: Facts): string {
  const { outcome, fee } = terms.decide("coverage", facts);
  assert.notEqual(outcome, "undecided");
  return `${outcome} ${outcome === "plan" ? JSON.stringify(fee) : ""}`;
}

function everything(facts: Facts, names: readonly string[]): Settled[] {
  const [name, ...others] = names;
  if (name === undefined) {
    return [{ values: [], answer: answerOf(facts) }];
  }
  return (open[name] ?? []).flatMap((value) =>
    everything(withFact(facts, name, value), others).map((each) => ({
      values: [value, ...each.values],
      answer: each.answer,
    })),
  );
}

/** The facts on which the answer depends: two cases that differ only there, and are answered differently. */
function dependsOn(all: readonly Settled[], names: readonly string[]): string[] {
  return names.filter((_, index) => {
    const answers = new Map<string, string>();
    return all.some(({ values, answer }) => {
      const rest = JSON.stringify(values.filter((_, other) => other !== index));
      const before = answers.get(rest) ?? answer;
      answers.set(rest, before);
      return before !== answer;
    });
  });
}

test("what is asked for is exactly what the answer depends on, by trying everything", () => {
  let undecided = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...Object.keys(open)), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(
        {},
        { "plan.uses": 2 },
        { "incident.cause": "flyaway" },
        { "device.modified": true },
        { "incident.lost": "total" },
      ),
      (names, given) => {
        const facts = Object.entries(given).reduce(
          (before, [name, value]) => withFact(before, name, value),
          known,
        );
        const forgotten = names.reduce((before, name) => withFact(before, name, "unknown"), facts);
        const receipt = terms.decide("coverage", forgotten);
        const expected = dependsOn(everything(forgotten, names), names);
        assert.deepEqual([...receipt.needs].sort(), expected.sort());
        undecided += receipt.outcome === "undecided" ? 1 : 0;
      },
    ),
    { numRuns: 150, seed: 20261121 },
  );
  assert.ok(undecided > 50, `${undecided} cases were undecided`);
});

test("what costs less to ask comes first", () => {
  const facts = ["incident.intentional", "plan.uses", "incident.lost"].reduce(
    (before, name) => withFact(before, name, "unknown"),
    known,
  );
  assert.deepEqual(terms.decide("coverage", facts).needs, [
    "plan.uses",
    "incident.lost",
    "incident.intentional",
  ]);
});

test("a case of which nothing is known is undecided in a moment, and asks for something", () => {
  const { outcome, needs } = terms.decide("coverage", { at: "2026-06-01T10:00:00Z" });
  assert.equal(outcome, "undecided");
  assert.ok(needs.length > 5);
});

test("an answer no clause gives by itself is explained by one of its possibilities", () => {
  const reference = sampleTerms(
    readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8"),
    (text) =>
      text.replace(
        "## 5 Ways",
        [
          ...["### 4.9 Bound {#cover.bound}", "", "Bound.", "Source: x.", "", "```terms", "kind: require"],
          ...["decision: coverage", "for: { device.priceBand: not none }"],
          ...[
            "when: { device.replacedBy: none }",
            "```",
            "",
            "### 4.8 Priced {#cover.priced}",
            "",
            "Priced.",
          ],
          ...["Source: x.", "", "```terms", "kind: require", "decision: coverage"],
          ...["when: { device.priceBand: not none }", "```", "", "## 5 Ways"],
        ].join("\n"),
      ),
  );
  const facts = withFact(withFact(known, "device.replacedBy", "C2"), "device.priceBand", "unknown");
  const receipt = reference.decide("coverage", facts);
  assert.equal(receipt.outcome, "paid");
  assert.deepEqual(receipt.needs, []);
  assert.equal(receipt.against.length, 1);
  assert.deepEqual(receipt.against[0]?.detail, { supposed: ["device.priceBand"] });
  assert.ok(!("device.priceBand" in (receipt.against[0]?.facts ?? {})));
});

test("a renewal takes an unknown code for none, and asks for none", () => {
  const facts = ["code.product", "plan.uses", "device.monthsCovered"].reduce<Facts>(
    (before, name) => withFact(before, name, "unknown"),
    withFact(withFact(coveredClip, "plan.product", "care-1y"), "plan.claimsPaid", "none"),
  );
  assert.deepEqual(terms.decide("renewal", facts).needs, ["device.monthsCovered", "plan.uses"]);
});

test("of two unknown instants that face each other both are asked for", () => {
  const facing = sampleTerms(
    readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8"),
    (text) =>
      text.replace(
        "## 5 Ways",
        [
          ...["### 4.9 Shipped first {#cover.shipped}", "", "Shipped.", "Source: x.", "", "```terms"],
          ...["kind: require", "decision: coverage", "when: { device.shippedAt: before device.purchasedAt }"],
          ...["```", "", "## 5 Ways"],
        ].join("\n"),
      ),
  );
  assert.deepEqual(facing.decide("coverage", known).needs, ["device.shippedAt", "device.purchasedAt"]);
});
