import assert from "node:assert/strict";
import { test } from "node:test";
import { compileTerms, type Facts, forOwner, type Receipt, readTerms, type Terms } from "../index.ts";

const front = `---
terms: refunds
version: "1"
status: published
vocabulary: device-plan/1
language: en
legal-form: service-contract
effective: { from: 2020-01-01, picks-by: plan.concludedAt }
regions:
  EU: { zone: Europe/Warsaw, currencies: [EUR], countries: [PL, DE] }
  US: { zone: America/Chicago, currencies: [USD], countries: [US] }
---
# Refunds
`;

function termsOf(...rules: readonly string[]): Terms {
  const clauses = rules.map(
    (rule, index) => `
## ${index + 1} Clause {#refund.${"abcdef"[index]}}

Words.
Source: made for the tests.

\`\`\`terms
kind: refund
${rule}
\`\`\`
`,
  );
  const { document, findings } = readTerms({ file: "refunds.terms.md", text: front + clauses.join("") });
  return compileTerms(document ?? assert.fail(JSON.stringify(findings)));
}

/** A year of 2025 in Chicago, ended by its holder. */
const caseOf = (at: string, cancellation: object = {}): Facts => ({
  at,
  plan: {
    region: "US",
    concludedAt: "2025-01-01T06:00:00Z",
    startsAt: "2025-01-01T06:00:00Z",
    endsAt: "2026-01-01T06:00:00Z",
    price: { amount: 36_500, currency: "USD" },
    claimsPaid: "none",
  },
  cancellation: { by: "holder", ...cancellation },
});

test("a clause that is not addressed to the case says nothing about it; one that asks for more does", () => {
  const against = (terms: Terms, changes: object): readonly string[] =>
    terms.decide("refund", caseOf("2025-05-01T10:00:00Z", changes)).against.map(({ clause }) => clause);
  const terms = termsOf(
    "by: holder\nwhen: { cancellation.deviceReturned: yes }\nformula: full",
    "by: provider\nformula: pro-rata",
    "by: holder\nwhen: { region: EU, cancellation.deviceReturned: yes }\nformula: full",
    "by: holder\n" +
      "when: { not: { any: [ { region: US }, { cancellation.deviceReturned: no } ] } }\nformula: full",
  );
  assert.deepEqual(against(terms, { deviceReturned: false }), ["refund.a"]);
  assert.deepEqual(against(terms, { by: "provider" }), []);
  const unaddressed = termsOf("by: provider\nformula: full").decide("refund", caseOf("2025-05-01T10:00:00Z"));
  assert.deepEqual([unaddressed.outcome, unaddressed.against, unaddressed.doors], ["refused", [], []]);
  assert.equal(forOwner(unaddressed), "Nothing is paid back, for no clause is meant for this case.");
});

const reviewed = `
## 9 Looked at first {#review.signals}

Where a case looks odd, one of our people looks at it first.
Source: made for the tests.

\`\`\`terms
kind: require
decision: refund
when: { signals: fewer than 50 }
curable: review
presume: { signals: none }
\`\`\`
`;

const free = (days: number): string => `---
terms: us-il
version: "1"
status: published
vocabulary: device-plan/1
language: en
legal-form: statute
applies: { region: US }
effective: { from: 2016-01-01, picks-by: plan.concludedAt }
regions:
  US: { zone: America/Chicago, currencies: [USD], countries: [US] }
---
# A law

## 1 Free look {#us-il.free-look}

Everything comes back within {{window}}.
Source: made for the tests.

\`\`\`terms
kind: refund
window: ${days} days
formula: full
\`\`\`
`;

function underLaw(terms: string, law: string): Terms {
  const read = (file: string, text: string) =>
    readTerms({ file, text }).document ?? assert.fail(JSON.stringify(readTerms({ file, text }).findings));
  const named = front.replace("effective:", "overlays: [us-il]\neffective:");
  return compileTerms(read("refunds.terms.md", named + terms), { overlays: [read("us-il.terms.md", law)] });
}

test("a review holds back what the terms pay, and never what the law gives", () => {
  const ofTerms = `
## 1 Any time {#refund.days}

The days that are left.
Source: made for the tests.

\`\`\`terms
kind: refund
formula: pro-rata
\`\`\`
`;
  const terms = underLaw(ofTerms + reviewed, free(30));
  const signals = [{ kind: "many-claims", weight: 90 }];
  const at = (day: string, odd = true): Receipt =>
    terms.decide("refund", { ...caseOf(`${day}T18:00:00Z`), ...(odd ? { signals } : {}) });
  const law = at("2025-01-11");
  assert.deepEqual([law.outcome, law.refund?.by, law.refund?.amount], ["amount", "us-il", 36_500]);
  assert.deepEqual(
    law.because.map(({ clause }) => clause),
    ["review.signals", "us-il.free-look"],
  );
  assert.deepEqual(law.doors, [{ door: "person", clause: "review.signals" }]);
  assert.equal(terms.verdict("refund", { ...caseOf("2025-01-11T18:00:00Z"), signals }), "amount");
  const late = at("2025-03-02");
  assert.deepEqual([late.outcome, late.refund, late.deadlines], ["hold", undefined, []]);
  assert.deepEqual(at("2025-03-02", false).refund?.amount, 30_500);
  // Where nobody has said whether the case is odd, the law's answer does not wait to be told.
  assert.deepEqual(at("2025-01-11", false).refund?.by, "us-il");
});
