import assert from "node:assert/strict";
import { test } from "node:test";
import { withFact } from "../deciding/factSetting.ts";
import type { Facts, Receipt, Terms } from "../index.ts";
import { smallCase, smallTerms } from "../samples/smallTerms.ts";

const plans = `
  def.plans

  | product | length | uses |
  |---|---|---|
  | one | 1 year | 2 |
  | two | 2 years | 4 |
  | plus | 1 year | 1 |`;

type Changes = Readonly<Record<string, unknown>>;
const renew = (terms: Terms, changes: Changes): Receipt =>
  terms.decide(
    "renewal",
    Object.entries({ code: "none", ...changes }).reduce<Facts>(
      (facts, [name, value]) => withFact(facts, name, value),
      smallCase,
    ),
  );

const renewal = (fields: string): Terms =>
  smallTerms(plans, ["renew", "kind: renewal", ...fields.split(";")].join("\n"));
const plus = renewal(
  "to: plus;when: { plan.product: one, plan.status: active, plan.uses: fewer than uses of plan.product };" +
    "until: plan.endsAt",
);
const cap = renewal("to: one;when: { plan.product: [one, two] };cap: 3 years");
const grace = renewal("to: one;when: { plan.product: one };until: plan.endsAt;grace: 15 days");
const share = renewal("to: one;when: { plan.balance: at least 30 % of plan.limit }");
const amounts = (balance: unknown, limit: unknown): Changes => ({
  "plan.balance": balance,
  "plan.limit": limit,
});
const yen = (amount: number): unknown => ({ amount, currency: "JPY" });

const rows: readonly (readonly [string, Terms, Changes, string, (readonly string[])?])[] = [
  ["S54: bought before the end, one left", plus, { "plan.uses": 1, at: "2026-12-30T10:00:00Z" }, "allowed"],
  ["S54: none left", plus, { "plan.uses": 2 }, "refused"],
  ["S54: a two-year plan", plus, { "plan.product": "two" }, "refused"],
  ["S54: after the end", plus, { at: "2026-12-31T23:00:00Z" }, "refused"],
  ["uses unknown", plus, { "plan.uses": "unknown" }, "undecided", ["plan.uses"]],
  ["S55: two years, then one", cap, { "plan.product": "two", "device.monthsCovered": 24 }, "allowed"],
  ["S55: then another", cap, { "device.monthsCovered": 36 }, "refused"],
  ["months unknown", cap, { "device.monthsCovered": "unknown" }, "undecided", ["device.monthsCovered"]],
  ["in the days of grace", grace, { at: "2027-01-15T22:59:59Z" }, "allowed"],
  ["after them", grace, { at: "2027-01-15T23:00:00Z" }, "refused"],
  ["S57: 29 % left", share, amounts(yen(290), yen(1000)), "refused"],
  ["30 % left", share, amounts(yen(300), yen(1000)), "allowed"],
  ["balance unknown", share, amounts("unknown", yen(1000)), "undecided", ["plan.balance"]],
  ["both unknown", share, amounts("unknown", "unknown"), "undecided", ["plan.balance", "plan.limit"]],
  ["another currency", share, amounts({ amount: 900, currency: "EUR" }, yen(1000)), "refused"],
];

test("who may renew, and until when", () => {
  for (const [name, terms, changes, outcome, needs = []] of rows) {
    const receipt = renew(terms, changes);
    assert.equal(receipt.outcome, outcome, name);
    assert.deepEqual(receipt.needs, needs, name);
  }
});

test("the holder is told between two days before a plan renews by itself", () => {
  const terms = renewal(
    "to: one;when: { plan.product: one };auto: yes;remind-from: 45 days;remind-until: 15 days",
  );
  const receipt = renew(terms, {});
  assert.deepEqual(receipt.because[0]?.detail, {
    to: "one",
    starts: "2026-12-31T23:00:00Z",
    carry: "none",
    restarts: [],
    auto: true,
  });
  assert.deepEqual(receipt.deadlines, [
    {
      clause: "renew",
      from: "2026-11-16T23:00:00Z",
      to: "2026-12-16T23:00:00Z",
      zone: "Europe/Warsaw",
      clock: "45 days to 15 days before",
      tells: true,
    },
  ]);
  assert.deepEqual(renew(terms, { "plan.product": "two" }).deadlines, []);
});

test("the receipt says from when until when a plan may be renewed, the grace included", () => {
  const deadlines = (terms: Terms, changes: Changes = {}): readonly string[] =>
    renew(terms, changes).deadlines.map(({ clause, from, to, clock }) => `${clause} ${from} ${to} ${clock}`);
  const [begin, end] = ["2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z"];
  assert.deepEqual(deadlines(plus), [`renew ${begin} ${end} until the end of the plan`]);
  const lasting = `renew ${begin} 2027-01-15T23:00:00Z until 15 days after the end of the plan`;
  assert.deepEqual(deadlines(grace), [lasting]);
  // One that has passed is shown too; who is not meant has none.
  assert.deepEqual(deadlines(grace, { at: "2027-02-01T10:00:00Z" }), [lasting]);
  assert.deepEqual(deadlines(cap), []);
  assert.deepEqual(deadlines(plus, { "plan.endsAt": "unknown" }), []);
  const early = renewal("to: one;from: plan.concludedAt;until: plan.endsAt;when: { plan.product: one }");
  const from = { "plan.concludedAt": "2026-10-01T10:00:00Z" };
  assert.equal(renew(early, from).deadlines[0]?.from, "2026-10-01T10:00:00Z");
  assert.equal(renew(early, { "plan.concludedAt": "2028-01-01T10:00:00Z" }).deadlines[0]?.from, end);
});

test("a clause whose only part is a deadline is cited for it", () => {
  const terms = smallTerms(
    plans,
    "renew\nkind: renewal\nto: one\nwhen: { plan.product: one }",
    "tell\nkind: duty\nwho: maker\nmust: send the contract\ndecision: renewal\nwithin: 15 days\nof: at",
  );
  const { because, deadlines } = renew(terms, {});
  assert.deepEqual(
    because.map(({ clause, verdict }) => `${clause} ${verdict}`),
    ["renew holds", "tell applies"],
  );
  assert.deepEqual(deadlines[0]?.clause, "tell");
});
