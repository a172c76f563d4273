import assert from "node:assert/strict";
import { test } from "node:test";
import type { Facts } from "../index.ts";
import { differences } from "../samples/limitRows.ts";
import { smallTerms } from "../samples/smallTerms.ts";

const plans = `
  def.plans

  | product | length |
  |---|---|
  | one | 1 year |
  | month | 1 month |`;
const period = (fields: string, id = "term"): string => `
  ${id}
  kind: period
  length: length of plan.product
  ${fields}`;
const unlimited = "limit\nkind: benefit\nbenefit: replacement\ngrants: unlimited";
const plan = "route.plan\nkind: route\nroute: plan\nuses: replacement\nfee: 0";

interface Row {
  readonly fields: string;
  readonly starts?: string;
  readonly product?: string;
  readonly facts?: Facts;
  readonly is: string;
}

const noon = "2026-03-10T11:00:00Z";
const rows: readonly Row[] = [
  { fields: "starts: start-of-day", is: "2026-03-09T23:00:00Z 2027-03-09" },
  { fields: "starts: start-of-day\nends: same-date", is: "2026-03-09T23:00:00Z 2027-03-10" },
  {
    fields: "from: later of plan.concludedAt and device.shippedAt",
    facts: { plan: { concludedAt: noon }, device: { shippedAt: "2026-03-15T11:00:00Z" } },
    is: "2026-03-15T11:00:00Z 2027-03-14",
  },
  {
    fields: "from: later of plan.concludedAt and device.shippedAt",
    facts: { plan: { concludedAt: noon }, device: { shippedAt: "never" } },
    is: "2026-03-10T11:00:00Z 2027-03-09",
  },
  {
    fields: "from: earlier of device.activatedAt and device.purchasedAt\nstarts: next-midnight",
    facts: { device: { activatedAt: "2026-03-05T11:00:00Z", purchasedAt: "2026-03-01T11:00:00Z" } },
    is: "2026-03-01T23:00:00Z 2027-03-01",
  },
  {
    fields: "from: first of device.activatedAt, device.purchasedAt, device.shippedAt",
    facts: { device: { activatedAt: "unknown", purchasedAt: "2026-03-01T11:00:00Z", shippedAt: noon } },
    is: "2026-03-01T11:00:00Z 2027-02-28",
  },
  {
    fields: "from: device.manufacturedAt\nafter: 90 days",
    facts: { device: { manufacturedAt: "2026-01-01T11:00:00Z" } },
    is: "2026-03-31T22:00:00Z 2027-03-31",
  },
  { fields: "after: 48 hours", is: "2026-03-12T11:00:00Z 2027-03-11" },
  { fields: "overflow: last-day", starts: "2028-02-29T11:00:00Z", is: "2028-02-29T11:00:00Z 2029-02-28" },
  {
    fields: "overflow: next-day\nends: same-date",
    starts: "2028-02-29T11:00:00Z",
    is: "2028-02-29T11:00:00Z 2029-03-01",
  },
  { fields: "", product: "month", starts: "2026-01-31T11:00:00Z", is: "2026-01-31T11:00:00Z 2026-02-28" },
  {
    fields: "",
    product: "month",
    starts: "2026-02-28T23:00:00Z",
    facts: { plan: { startsAt: "2026-01-31T11:00:00Z" } },
    is: "2026-02-28T23:00:00Z 2026-03-30",
  },
  {
    fields: "",
    product: "month",
    starts: "2026-03-30T22:00:00Z",
    facts: { plan: { startsAt: "2026-01-31T11:00:00Z" } },
    is: "2026-03-30T22:00:00Z 2026-04-30",
  },
];

test("when a plan runs: what it runs from, when it starts, when it ends", () => {
  for (const { fields, starts = noon, product = "one", facts, is } of rows) {
    const { startsAt, lastDay } = smallTerms(plans, period(fields)).period(product, starts, "EU", facts);
    assert.equal(`${startsAt} ${lastDay}`, is, JSON.stringify({ fields, starts, facts }));
  }
});

test("the clause whose condition holds says how long: thirteen months when devices share a plan", () => {
  const terms = smallTerms(
    plans,
    period("when: { plan.pooled: no }"),
    "term.pool\nkind: period\nwhen: { plan.pooled: yes }\nfrom: plan.poolOpenedAt\nlength: 13 months",
  );
  const lastDay = (facts?: Facts): string => terms.period("one", noon, "EU", facts).lastDay;
  assert.equal(lastDay({ plan: { pooled: false } }), "2027-03-09");
  assert.equal(lastDay({ plan: { pooled: true, poolOpenedAt: "2026-03-01T11:00:00Z" } }), "2027-03-31");
  assert.equal(lastDay(), "2027-03-09");
  assert.throws(() => terms.period("one", noon, "XX"), RangeError);
});

test("nothing is covered in the days of waiting, and the period's clause says so", () => {
  const terms = smallTerms(plans, period("waiting: 30 days"), unlimited, plan);
  const from = { "plan.startsAt": "2026-09-30T22:00:00Z" };
  assert.deepEqual(
    differences(terms, [
      {
        name: "the last moment",
        facts: { ...from, "incident.at": "2026-10-31T22:59:59Z" },
        outcome: "paid",
        against: ["term"],
      },
      {
        name: "the first after it",
        facts: { ...from, "incident.at": "2026-10-31T23:00:00Z" },
        outcome: "plan",
      },
      { name: "a day in it", facts: { ...from, "incident.at": "2026-10-31" }, outcome: "paid" },
      {
        name: "unknown",
        facts: { ...from, "incident.at": "unknown" },
        outcome: "undecided",
        needs: ["incident.at"],
      },
      {
        name: "the plan's start is unknown",
        facts: { "plan.startsAt": "unknown" },
        outcome: "undecided",
        needs: ["plan.startsAt"],
      },
    ]),
    [],
  );
});
