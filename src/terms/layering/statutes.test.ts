import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { checkTerms, compileTerms, type Facts, readTerms, type TermsDocument, testTerms } from "../index.ts";

const folder = new URL("../../../statutes/", import.meta.url);
const statutes: readonly TermsDocument[] = readdirSync(folder)
  .filter((file) => file.endsWith(".terms.md"))
  .sort()
  .map((file) => {
    const { document, findings } = readTerms({ file, text: readFileSync(new URL(file, folder), "utf8") });
    return document ?? assert.fail(JSON.stringify(findings));
  });
const names = statutes.map(({ front }) => front.terms);

/** A programme whose own terms give little back, in regions the statutes are for. */
const base = readTerms({
  file: "mean.terms.md",
  text: `---
terms: mean-plan
version: "1"
status: published
vocabulary: device-plan/1
language: en
legal-form: service-contract
effective: { from: 2016-01-01, picks-by: plan.concludedAt }
overlays: [${names.join(", ")}]
regions:
  EU: { zone: Europe/Warsaw, currencies: [EUR, PLN], countries: [PL, DE, FR, SE] }
  US: { zone: America/Chicago, currencies: [USD], countries: [US] }
  UK: { zone: Europe/London, currencies: [GBP], countries: [GB] }
  CA: { zone: America/Toronto, currencies: [CAD], countries: [CA] }
  NZ: { zone: Pacific/Auckland, currencies: [NZD], countries: [NZ] }
---
# Mean

## 1 Half of what is left {#back.half}

At any time.
Source: made for the tests.

\`\`\`terms
kind: refund
formula: pro-rata
fee: 50 % of pro-rata
less-claims: yes
\`\`\`
`,
}).document;
assert.ok(base);
const terms = compileTerms(base, { overlays: statutes });
const plain = compileTerms(base);

interface Given {
  readonly region: string;
  readonly holder: object;
  readonly concluded: string;
  readonly days: readonly [string, string];
  readonly price: readonly [number, string];
  readonly plan?: object;
  readonly cancellation?: object;
  readonly channel?: string;
}

const factsOf = (given: Given, at: string): Facts => ({
  at,
  plan: {
    region: given.region,
    concludedAt: given.concluded,
    startsAt: given.days[0],
    endsAt: given.days[1],
    price: { amount: given.price[0], currency: given.price[1] },
    claimsPaid: "none",
    uses: 0,
    informed: true,
    expressRequest: true,
    status: "active",
    delivery: "at-sale",
    copyReceivedAt: given.concluded,
    ...given.plan,
  },
  holder: { kind: "consumer", state: "none", ...given.holder },
  order: { channel: given.channel ?? "distance" },
  cancellation: {
    by: "holder",
    reason: "withdrawal",
    deviceReturned: false,
    refundedAt: "never",
    ...given.cancellation,
  },
});

const inPoland: Given = {
  region: "EU",
  holder: { country: "PL" },
  concluded: "2025-08-01T10:00:00+02:00",
  days: ["2025-08-01T00:00:00+02:00", "2027-08-01T00:00:00+02:00"],
  price: [4425, "EUR"],
};
const inTexas: Given = {
  region: "US",
  holder: { country: "US", state: "US-TX" },
  concluded: "2025-03-01T12:00:00-06:00",
  days: ["2025-03-01T00:00:00-06:00", "2026-03-01T00:00:00-06:00"],
  price: [23_900, "USD"],
};
const inWisconsin: Given = {
  ...inTexas,
  holder: { country: "US", state: "US-WI" },
  days: ["2025-03-01T00:00:00-06:00", "2027-03-01T00:00:00-06:00"],
  price: [12_900, "USD"],
};
const inQuebec: Given = {
  region: "CA",
  holder: { country: "CA", state: "CA-QC" },
  concluded: "2025-09-01T12:00:00-04:00",
  days: ["2025-09-01T00:00:00-04:00", "2027-09-01T00:00:00-04:00"],
  price: [10_000, "CAD"],
};

/** What is paid back in minor units, and by whom: the scenarios of the domain's table, to the cent. */
const scenarios: readonly (readonly [string, Given, string, number, string])[] = [
  ["S59", inPoland, "2025-08-11T12:00:00+02:00", 4364, "eu"],
  ["S60", inPoland, "2025-08-18T20:00:00+02:00", 4322, "eu"],
  ["S60, a day later", inPoland, "2025-08-19T00:00:00+02:00", 2158, "terms"],
  ["S60, in Germany", { ...inPoland, holder: { country: "DE" } }, "2025-08-18T20:00:00+02:00", 2161, "terms"],
  ["S62, the 30th day", inTexas, "2025-03-31T23:00:00-05:00", 23_900, "us-tx"],
  [
    "S62, after a claim",
    { ...inTexas, plan: { uses: 1, claimsPaid: { amount: 3900, currency: "USD" } } },
    "2025-03-31T23:00:00-05:00",
    20_000,
    "us-tx",
  ],
  ["S62, the 31st day", inTexas, "2025-04-01T00:00:00-05:00", 16_870, "us-tx"],
  [
    "S63",
    { ...inTexas, cancellation: { noticeAt: "2025-04-10T12:00:00-05:00" } },
    "2025-05-26T00:00:00-05:00",
    17_909,
    "us-tx",
  ],
  ["S65", inWisconsin, "2026-03-01T12:00:00-06:00", 5805, "us-wi"],
  ["S68, the tenth day", inQuebec, "2025-09-11T12:00:00-04:00", 10_000, "ca-qc"],
  [
    "S68, no notice",
    { ...inQuebec, plan: { informed: false } },
    "2026-03-01T12:00:00-05:00",
    10_000,
    "ca-qc",
  ],
  [
    "S70",
    { ...inPoland, cancellation: { reason: "device-returned", deviceReturned: true } },
    "2025-08-11T12:00:00+02:00",
    4425,
    "eu",
  ],
];

for (const [name, given, at, amount, by] of scenarios) {
  test(`${name}: ${amount} by ${by}`, () => {
    const { refund } = terms.decide("refund", factsOf(given, at));
    assert.deepEqual([refund?.amount, refund?.by], [amount, by]);
  });
}

for (const statute of statutes) {
  test(`${statute.front.terms} is sound, and its examples hold`, () => {
    assert.deepEqual(checkTerms(statute, statutes), []);
    const failing = testTerms(statute, statutes).filter(({ passed }) => !passed);
    assert.deepEqual(failing, []);
    assert.ok(statute.examples.length > 2);
    assert.ok(statute.clauses.every(({ source }) => source !== null));
  });
}

test("whoever the holder is, no statute makes a refund smaller", () => {
  const instants = fc
    .integer({ min: 1_740_000_000, max: 1_800_000_000 })
    .map((seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`);
  const states = names.filter((name) => name.startsWith("us-")).map((name) => name.toUpperCase());
  const holders = fc.oneof(
    fc.constantFrom(...states).map((state) => ({ country: "US", state })),
    fc.constantFrom("PL", "DE", "SE", "NZ", "GB").map((country) => ({ country })),
    fc.constant({ country: "CA", state: "CA-QC" }),
  );
  let better = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(inPoland, inTexas, inWisconsin, inQuebec),
      holders,
      instants,
      fc.record({
        uses: fc.constantFrom(0, 1),
        informed: fc.boolean(),
        expressRequest: fc.boolean(),
        delivery: fc.constantFrom("mailed", "at-sale", "online"),
      }),
      fc.constantFrom("holder", "provider"),
      (given, holder, at, plan, by) => {
        const facts = factsOf({ ...given, holder, plan, cancellation: { by } }, at);
        const before = plain.decide("refund", facts).refund?.amount ?? -1;
        const { outcome, refund } = terms.decide("refund", facts);
        // A fee in dollars on a price in another currency is for a person to look at.
        assert.ok(outcome === "incomplete" || (refund?.amount ?? -1) >= before);
        better += (refund?.amount ?? -1) > before ? 1 : 0;
      },
    ),
    { numRuns: 500, seed: 31 },
  );
  assert.ok(better > 100, `${better} refunds were better`);
});
