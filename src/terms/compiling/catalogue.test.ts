import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { sampleTerms } from "../samples/sampleTerms.ts";
import { smallTerms } from "../samples/smallTerms.ts";

const text = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");
const terms = sampleTerms(text);

test("a plan that starts at once ends at 24:00 of the same date, in the zone of its region", () => {
  assert.deepEqual(terms.period("care-1y", "2026-03-10T14:00:00Z", "EU"), {
    startsAt: "2026-03-10T14:00:00Z",
    endsAt: "2027-03-10T23:00:00Z",
    zone: "Europe/Warsaw",
    lastDay: "2027-03-10",
  });
  assert.equal(terms.period("care-1y", "2026-03-10T16:00:00Z", "JP").lastDay, "2027-03-11");
});

test("a plan of 29 February ends with 28 February, by either reading of the last day", () => {
  assert.equal(terms.period("care-1y", "2028-02-29T12:00:00Z", "EU").lastDay, "2029-02-28");
  const eve = sampleTerms(text, (before) => before.replace("ends: same-date", "ends: day-before"));
  assert.equal(eve.period("care-1y", "2028-02-29T12:00:00Z", "EU").lastDay, "2029-02-28");
  assert.equal(eve.period("care-1y", "2026-03-10T14:00:00Z", "EU").lastDay, "2027-03-09");
});

test("a plan may start at the day's beginning or at the next midnight", () => {
  const starting = (when: string): string =>
    sampleTerms(text, (before) => before.replace("starts: at-once\nends", `starts: ${when}\nends`)).period(
      "care-1y",
      "2026-03-10T14:00:00Z",
      "EU",
    ).startsAt;
  assert.equal(starting("start-of-day"), "2026-03-09T23:00:00Z");
  assert.equal(starting("next-midnight"), "2026-03-10T23:00:00Z");
});

test("a product or region the terms do not know is a mistake of the caller", () => {
  assert.throws(() => terms.period("care-9y", "2026-03-10T14:00:00Z", "EU"), RangeError);
  assert.throws(() => terms.period("care-1y", "2026-03-10T14:00:00Z", "NZ"), RangeError);
});

test("what plan pages show", () => {
  const [oneYear, twoYears, plus] = terms.plans();
  assert.deepEqual(oneYear, {
    product: "care-1y",
    length: "1 year",
    replacements: 2,
    grants: [{ benefit: "replacement", count: 2 }],
    models: ["hawk-2", "hawk-mini", "lens-5", "clip-4"],
    regions: ["EU", "JP", "NO"],
    warrantyExtension: null,
    renewalClause: null,
  });
  assert.deepEqual(twoYears?.models, ["clip-4"]);
  assert.equal(plus?.warrantyExtension, "1 year");
  assert.equal(plus?.renewalClause, "renew.plus");
});

test("fees of a model in a region, in minor units", () => {
  assert.deepEqual(
    terms.fees("clip-4", "EU").map(({ nth, amount, currency }) => `${nth} ${amount} ${currency}`),
    ["1 11900 PLN", "2 18500 PLN", "3 24900 PLN", "1 2990 EUR", "2 4500 EUR", "3 0 EUR"],
  );
  assert.deepEqual(
    terms.fees("hawk-mini", "JP").map(({ amount }) => amount),
    [5990, 6990],
  );
  assert.deepEqual(terms.fees("lens-5", "EU"), []);
});

test("all that a product grants: what is counted, what has no limit, what is an amount", () => {
  const small = smallTerms(
    "def.plans\n\n| product | length | uses |\n|---|---|---|\n| one | 1 year | 2 |",
    "swap\nkind: benefit\nbenefit: replacement\ngrants: uses of plan.product\nends-plan: yes",
    "lost\nkind: benefit\nbenefit: flyaway\ngrants: 1\nsub-limit-of: replacement",
    "far\nkind: benefit\nbenefit: shipping\ngrants: unlimited\nroute: none\nwhen: { region: EU }",
    "sum\nkind: benefit\nbenefit: damage\ngrants: 1200.00 USD\n" +
      "balance: plan.balance\nper: contract-year\nroute: none",
  );
  assert.deepEqual(small.benefits("one"), [
    { benefit: "replacement", clause: "swap", count: 2, endsPlan: true, per: "term" },
    { benefit: "flyaway", clause: "lost", count: 1, partOf: "replacement", per: "term" },
    { benefit: "shipping", clause: "far", count: null, per: "term" },
    { benefit: "damage", clause: "sum", count: null, balance: "plan.balance", per: "contract-year" },
  ]);
  assert.deepEqual(
    small.benefits("one", { region: "US" }).map(({ benefit }) => benefit),
    ["replacement", "flyaway", "damage"],
  );
  assert.deepEqual(small.benefits("nine"), []);
});

test("models, series, groups and parts", () => {
  assert.equal(terms.seriesOf("hawk-mini"), "hawk");
  assert.equal(terms.groupOf("lens-5"), "gimbal");
  assert.equal(terms.groupOf("stranger"), undefined);
  assert.deepEqual(terms.parts("clip-4"), ["camera", "battery"]);
  assert.deepEqual(terms.parts("clip"), ["camera", "battery"]);
  assert.deepEqual(terms.grants("care-9y"), []);
});
