import assert from "node:assert/strict";
import { test } from "node:test";
import { differences, factsOf, limit, type Row, used } from "../samples/limitRows.ts";
import { smallTerms } from "../samples/smallTerms.ts";

const route = `
  route.plan
  kind: route
  route: plan
  uses: replacement
  fee: fee.table`;
const unlimited = limit("grants: unlimited");
const fee = (fields: string, table: string): string => `
  fee.table
  kind: fee
  tax: included
  ${fields}

  ${table}`;

test("the n-th use, the first and each further, or always the same", () => {
  const rising = smallTerms(
    limit("grants: 3"),
    route,
    fee(
      "",
      `| currency | 1st | 2nd | 3rd |
       |---|---|---|---|
       | PLN | 119 | 185 | 249 |`,
    ),
  );
  assert.deepEqual(
    differences(rising, [
      { name: "S37: first", uses: 0, outcome: "plan", fee: "11900 PLN", feeNth: 1 },
      { name: "S37: second", uses: 1, outcome: "plan", fee: "18500 PLN", feeNth: 2 },
      { name: "S38: third", uses: 2, outcome: "plan", fee: "24900 PLN", feeNth: 3 },
      { name: "uses unknown", uses: "unknown", outcome: "undecided", needs: ["plan.uses"] },
    ]),
    [],
  );
  const further = smallTerms(
    unlimited,
    route,
    fee("", "| currency | 1st | further |\n  |---|---|---|\n  | PLN | 459 | 479 |"),
  );
  assert.deepEqual(
    differences(further, [
      { name: "first", uses: 0, outcome: "plan", fee: "45900 PLN" },
      { name: "ninth", uses: 8, outcome: "plan", fee: "47900 PLN" },
    ]),
    [],
  );
  const flat = smallTerms(unlimited, route, fee("", "| currency | each |\n  |---|---|\n  | PLN | 289 |"));
  assert.deepEqual(
    differences(flat, [
      { name: "known", uses: 4, outcome: "plan", fee: "28900 PLN", feeNth: 5 },
      {
        name: "unknown, and it does not matter",
        uses: "unknown",
        outcome: "plan",
        fee: "28900 PLN",
        feeNth: null,
      },
    ]),
    [],
  );
});

test("the uses of a stretch pick the column, where the benefit is counted by stretches", () => {
  const terms = smallTerms(
    limit("grants: 2\nper: contract-year"),
    route,
    fee("", "| currency | 1st | 2nd |\n  |---|---|---|\n  | PLN | 100 | 200 |"),
  );
  const facts = { "plan.startsAt": "2025-01-01T00:00:00Z" };
  const uses = [{ benefit: "replacement", at: "2025-05-05T10:00:00Z" }];
  assert.deepEqual(
    differences(terms, [
      { name: "second year", facts, uses, outcome: "plan", fee: "10000 PLN", feeNth: 1 },
      {
        name: "first year",
        facts: { ...facts, "incident.at": "2025-08-01T00:00:00Z" },
        uses,
        outcome: "plan",
        fee: "20000 PLN",
      },
    ]),
    [],
  );
});

test("the part that is damaged: the smallest set that holds all of it, or what no other row names", () => {
  const terms = smallTerms(
    unlimited,
    route,
    fee(
      "",
      `| part | currency | each |
       |---|---|---|
       | screen | PLN | 25 |
       | screen, lens | PLN | 40 |
       | any other | PLN | 79 |`,
    ),
  );
  const damaged = (parts: unknown): Row["facts"] => ({ "incident.parts": parts });
  assert.deepEqual(
    differences(terms, [
      { name: "screen", facts: damaged(["screen"]), outcome: "plan", fee: "2500 PLN" },
      { name: "lens", facts: damaged(["lens"]), outcome: "plan", fee: "4000 PLN" },
      { name: "both", facts: damaged(["lens", "screen"]), outcome: "plan", fee: "4000 PLN" },
      { name: "screen and battery", facts: damaged(["screen", "battery"]), outcome: "plan", fee: "7900 PLN" },
      { name: "none", facts: damaged([]), outcome: "plan", fee: "7900 PLN" },
      { name: "unknown", facts: damaged("unknown"), outcome: "undecided", needs: ["incident.parts"] },
    ]),
    [],
  );
});

test("an edition of the table counts from one date through another, in the zone of the plan", () => {
  const terms = smallTerms(
    unlimited,
    route,
    fee(
      "picks-by: claim.at",
      `| currency | from | until | each |
       |---|---|---|---|
       | PLN | none | 2026-06-30 | 100 |
       | PLN | 2026-07-01 | none | 120 |`,
    ),
  );
  const claimed = (at: unknown): Row["facts"] => ({ "claim.at": at });
  assert.deepEqual(
    differences(terms, [
      { name: "the last moment", facts: claimed("2026-06-30T21:59:59Z"), outcome: "plan", fee: "10000 PLN" },
      {
        name: "the first of the next",
        facts: claimed("2026-06-30T22:00:00Z"),
        outcome: "plan",
        fee: "12000 PLN",
      },
      { name: "a day", facts: claimed("2026-07-01"), outcome: "plan", fee: "12000 PLN" },
      {
        name: "days on both sides",
        facts: claimed({ from: "2026-06-30", to: "2026-07-01" }),
        outcome: "undecided",
        needs: ["claim.at"],
      },
      { name: "unknown", facts: claimed("unknown"), outcome: "undecided", needs: ["claim.at"] },
      { name: "never", facts: claimed("never"), outcome: "incomplete" },
    ]),
    [],
  );
  assert.deepEqual(
    terms.fees("m-1", "EU").map(({ amount }) => amount),
    [12_000, 12_000, 12_000],
  );
});

test("country, state, price band and loss are keys", () => {
  const terms = smallTerms(
    unlimited,
    route,
    fee(
      "currency: USD",
      `| country | state | price-band | lost | channel | each |
       |---|---|---|---|---|---|
       | US | US-TX, US-CA | low | none | any | 10 |
       | US | US-TX, US-CA | high | none | walk-in | 29 |
       | US | US-TX, US-CA | high | none | any other | 49 |
       | US | any other | any | total, partial | any | 129 |`,
    ),
  );
  const of = (state: string, band: string, lost: string, channel = "online"): Row["facts"] => ({
    "holder.country": "US",
    "holder.state": state,
    "device.priceBand": band,
    "incident.lost": lost,
    "claim.channel": channel,
  });
  assert.deepEqual(
    differences(terms, [
      { name: "low band", facts: of("US-TX", "low", "none"), outcome: "plan", fee: "1000 USD" },
      { name: "walk in", facts: of("US-CA", "high", "none", "walk-in"), outcome: "plan", fee: "2900 USD" },
      { name: "sent in", facts: of("US-CA", "high", "none"), outcome: "plan", fee: "4900 USD" },
      { name: "lost elsewhere", facts: of("US-NY", "high", "total"), outcome: "plan", fee: "12900 USD" },
      { name: "no row", facts: of("US-TX", "low", "total"), outcome: "incomplete", against: ["fee.table"] },
    ]),
    [],
  );
});

test("a share of an amount, between a least and a most", () => {
  const terms = smallTerms(
    `limit.discount
     kind: benefit
     benefit: discount
     grants: 2`,
    `route.discount
     kind: route
     route: plan
     when: { claim.wants: repair }
     uses: discount
     settles: repair
     fee: fee.share`,
    `fee.share
     kind: fee
     benefit: discount
     tax: excluded
     share: 85 % of claim.quote
     at-least: 20.00 PLN
     at-most: 500.00 PLN`,
  );
  const quote = (amount: unknown): Row["facts"] => ({
    "claim.wants": "repair",
    "claim.quote": typeof amount === "number" ? { amount, currency: "PLN" } : amount,
  });
  assert.deepEqual(
    differences(terms, [
      { name: "85 %", facts: quote(10_001), outcome: "plan", fee: "8501 PLN", feeNth: null, left: 1 },
      { name: "at least", facts: quote(100), outcome: "plan", fee: "2000 PLN" },
      { name: "at most", facts: quote(1_000_000), outcome: "plan", fee: "50000 PLN" },
      { name: "no quotation yet", facts: quote("unknown"), outcome: "undecided", needs: ["claim.quote"] },
      { name: "another currency", facts: quote({ amount: 5, currency: "EUR" }), outcome: "incomplete" },
      { name: "both taken", facts: quote(100), uses: used(["discount"], ["discount"]), outcome: "paid" },
    ]),
    [],
  );
});

test("a fee is a guide where the claim is made elsewhere", () => {
  const terms = smallTerms(
    unlimited,
    route,
    fee("indicative: yes", "| currency | each |\n  |---|---|\n  | PLN | 289 |"),
  );
  const at = (region: string): boolean | undefined =>
    terms.decide("coverage", factsOf({ name: "", outcome: "", facts: { "claim.region": region } })).fee
      ?.indicative;
  assert.equal(at("EU"), undefined);
  assert.equal(at("JP"), true);
});

test("what the law gives comes before warranty and plan, and no exclusion takes it away", () => {
  const terms = smallTerms(
    unlimited,
    route,
    fee("", "| currency | each |\n  |---|---|\n  | PLN | 289 |"),
    `law.guarantee
     kind: statute
     law: Consumer guarantees
     when: { incident.cause: defect }
     settles: repair`,
    `excl.all
     kind: exclude
     applies-to: [statutory, warranty, plan]
     when: { device.modified: yes }`,
  );
  const receipt = terms.decide(
    "coverage",
    factsOf({ name: "", outcome: "", facts: { "incident.cause": "defect", "device.modified": true } }),
  );
  assert.equal(receipt.outcome, "statutory");
  assert.equal(receipt.fee?.amount, 0);
  assert.deepEqual(receipt.because[0]?.detail, { law: "Consumer guarantees", settles: "repair" });
});
