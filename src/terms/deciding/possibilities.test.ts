import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Decision, Facts, Terms } from "../index.ts";
import { smallCase, smallTerms } from "../samples/smallTerms.ts";
import { withFact } from "./factSetting.ts";

/** A document unlike any we ship, and the facts it looks at with every value that could make a difference. */
interface Subject {
  readonly name: string;
  readonly decision: Decision;
  readonly terms: Terms;
  readonly open: Readonly<Record<string, readonly unknown[]>>;
}

const plan = (more = ""): string => `
  route.plan
  kind: route
  route: plan
  ${more}`;
const money = (amount: number, currency = "PLN"): unknown => ({ amount, currency });
const one = (at: string): unknown => [{ benefit: "replacement", at }];

const sets: Subject = {
  name: "sets of parts, names, numbers and words",
  decision: "coverage",
  terms: smallTerms(
    "def.series\n\n| series | parts |\n|---|---|\n| s-1 | screen, lens |\n| s-2 | screen, frame, motor |",
    `cover.parts
     kind: require
     decision: coverage
     for: { device.priceBand: not top }
     when: { incident.parts: all in parts of device.series }`,
    `cover.home
     kind: require
     decision: coverage
     when: { any: [ { holder.country: [PL, DE] }, { holder.state: US-TX } ] }`,
    `cover.serial
     kind: require
     decision: coverage
     when: { plan.serial: same as device.serial }`,
    `excl.frame
     kind: exclude
     applies-to: [plan]
     when: { incident.parts: "some in [frame, wheel]", device.qualifyingRepairs: fewer than 3 }`,
    `excl.young
     kind: exclude
     applies-to: [plan]
     when: { holder.age: fewer than 18, incident.damagedShare: more than 80 }`,
    `look.odd
     kind: require
     decision: coverage
     curable: review
     when: { signals: fewer than 50 }`,
    plan("fee: 0"),
  ),
  open: {
    "device.priceBand": ["top", "low"],
    "incident.parts": [
      [],
      ["screen"],
      ["screen", "lens"],
      ["frame"],
      ["screen", "frame"],
      ["wheel"],
      ["battery"],
    ],
    "device.series": ["s-1", "s-2"],
    "holder.country": ["PL", "US"],
    "holder.state": ["US-TX", "US-NY", "none"],
    "plan.serial": ["S1", "S2"],
    "device.serial": ["S1", "S2"],
    "device.qualifyingRepairs": [2, 3],
    "holder.age": [17, 18],
    "incident.damagedShare": [80, 81],
    signals: [[], [{ kind: "fresh", weight: 60 }]],
  },
};

const limits: Subject = {
  name: "limits by parts, years and editions",
  decision: "coverage",
  terms: smallTerms(
    "def.plans\n\n| product | uses |\n|---|---|\n| one | 2 |\n| two | unlimited |",
    "limit\nkind: benefit\nbenefit: replacement\ngrants: uses of plan.product\nper: contract-year",
    "limit.fly\nkind: benefit\nbenefit: flyaway\ngrants: 1\nsub-limit-of: replacement",
    plan("when: { incident.cause: flyaway }\nuses: flyaway\nfee: fee.fly"),
    plan("when: { incident.cause: not flyaway }\nuses: replacement\nfee: fee.table").replace(
      "route.plan",
      "route.other",
    ),
    "fee.fly\nkind: fee\nbenefit: flyaway\ntax: included\n\n| currency | each |\n|---|---|\n| PLN | 999 |",
    `fee.table
     kind: fee
     tax: included
     picks-by: claim.at

     | part | currency | from | until | 1st | further |
     |---|---|---|---|---|---|
     | screen | PLN | none | 2026-06-30 | 10 | 20 |
     | screen | PLN | 2026-07-01 | none | 11 | 21 |
     | any other | PLN | none | none | 100 | 200 |`,
  ),
  open: {
    "plan.uses": [
      [],
      one("2026-03-20T00:00:00Z"),
      one("2025-03-20T00:00:00Z"),
      [
        { benefit: "replacement", at: "2025-03-20T00:00:00Z" },
        { benefit: "replacement", at: "2025-03-20T00:00:00Z" },
      ],
      [
        { benefit: "replacement", at: "2026-03-20T00:00:00Z" },
        { benefit: "replacement", at: "2026-03-20T00:00:00Z" },
      ],
      1,
      2,
      [{ benefit: "flyaway" }],
      [{ benefit: "flyaway", at: "2025-03-20T00:00:00Z" }],
      [{ benefit: "flyaway" }, { benefit: "flyaway" }],
    ],
    "plan.product": ["one", "two", "none"],
    "plan.startsAt": [
      "never",
      "2024-12-31T23:00:00Z",
      "2025-03-15T00:00:00Z",
      "2025-03-21T00:00:00Z",
      "2025-12-31T23:00:00Z",
      "2026-03-15T00:00:00Z",
      "2026-03-21T00:00:00Z",
    ],
    "incident.at": [
      "2025-03-20T12:00:00Z",
      "2026-03-20T12:00:00Z",
      "2025-04-01T00:00:00Z",
      "2026-04-01T00:00:00Z",
    ],
    "incident.cause": ["drop", "flyaway"],
    "incident.parts": [["screen"], ["lens"]],
    "claim.at": ["2026-05-01T00:00:00Z", "2026-08-01T00:00:00Z", "never"],
    "claim.currency": ["PLN", "EUR"],
  },
};

const amounts: Subject = {
  name: "amounts, shares and currencies",
  decision: "coverage",
  terms: smallTerms(
    "limit\nkind: benefit\nbenefit: coverage\ngrants: 100.00 PLN\nbalance: plan.balance",
    plan("uses: coverage\ndeducts: incident.assessedDamage\nfee: 0\nwhen: { claim.wants: replacement }"),
    `excl.total
     kind: exclude
     applies-to: [plan]
     when: { incident.assessedDamage: more than 80 % of device.price }`,
    `excl.small
     kind: exclude
     applies-to: [plan]
     when: { incident.assessedDamage: fewer than 5.00 PLN }`,
    plan("when: { claim.wants: repair }\nuses: nothing\nfee: fee.share").replace("route.plan", "route.share"),
    "fee.share\nkind: fee\ntax: included\nshare: 50 % of claim.quote\nat-most: 30.00 PLN",
  ),
  open: {
    "plan.balance": [money(0), money(4000), money(10_000), money(1, "EUR"), "none"],
    "incident.assessedDamage": [
      money(400),
      money(3000),
      money(8000),
      money(8100),
      money(3000, "EUR"),
      "none",
    ],
    "device.price": [money(300), money(3000), money(20_000), money(300, "EUR"), money(20_000, "EUR"), "none"],
    "claim.wants": ["replacement", "repair", "cash"],
    "claim.quote": [money(1000), money(8000), money(9000), money(1000, "EUR"), "none"],
  },
};

const renewals: Subject = {
  name: "renewals with a cap and an amount",
  decision: "renewal",
  terms: smallTerms(
    "def.plans\n\n| product | length | uses |\n|---|---|---|\n| one | 1 year | 2 |\n| two | 2 years | 4 |",
    `renew.one
     kind: renewal
     to: one
     when: { plan.product: one, plan.uses: fewer than uses of plan.product }
     until: plan.endsAt
     grace: 15 days
     cap: 40 months`,
    `renew.two
     kind: renewal
     to: two
     when: { plan.product: two, plan.balance: at least 30 % of plan.limit, plan.poolSize: [3, 5] }`,
  ),
  open: {
    "plan.product": ["one", "two", "none"],
    "plan.uses": [0, 1, 2, 3, 4],
    "device.monthsCovered": [0, 28, 29],
    "plan.balance": [money(0), money(299), money(300), money(2000), "none"],
    "plan.limit": [money(0), money(1000), money(5000), "none"],
    "plan.poolSize": [2, 3, 4, 5],
    "plan.endsAt": ["2026-10-01T00:00:00Z", "2026-10-10T00:00:00Z", "2026-12-01T00:00:00Z"],
  },
};

/** Cases looked at for one comparison. */
const most = 4100;

function answerOf({ terms, decision }: Subject, facts: Facts): string {
  const outcome = terms.verdict(decision, facts);
  assert.notEqual(outcome, "undecided", JSON.stringify(facts));
  const fee = outcome === "plan" ? terms.decide(decision, facts).fee : undefined;
  return fee ? `${outcome} ${fee.amount} ${fee.currency}` : outcome;
}

/** For each way to fill the gaps, which values were taken, and what comes of it. */
function everything(subject: Subject, facts: Facts, names: readonly string[]): Map<string, string> {
  const [name, ...others] = names;
  if (name === undefined) {
    return new Map([["", answerOf(subject, facts)]]);
  }
  const found = new Map<string, string>();
  for (const [index, value] of (subject.open[name] ?? []).entries()) {
    for (const [key, answer] of everything(subject, withFact(facts, name, value), others)) {
      found.set(`${index},${key}`, answer);
    }
  }
  return found;
}

/** The facts on which the answer depends: two cases that differ only there, and are answered differently. */
function dependsOn(all: ReadonlyMap<string, string>, names: readonly string[]): string[] {
  return names.filter((_, at) => {
    const answers = new Map<string, string>();
    return [...all].some(([key, answer]) => {
      const rest = key.split(",").with(at, "").join();
      const before = answers.get(rest) ?? answer;
      answers.set(rest, before);
      return before !== answer;
    });
  });
}

/** Of these only two at a time: all the ways three instants can lie are more than the engine follows. */
const facing = ["plan.uses", "plan.startsAt", "incident.at"];

/** As many of the names, in this order, as can be tried out together. */
function triable({ open }: Subject, names: readonly string[]): readonly string[] {
  const some = facing.every((name) => names.includes(name))
    ? names.filter((name) => name !== "incident.at")
    : names;
  let cases = 1;
  return some.filter((name) => {
    const more = cases * (open[name]?.length ?? 1);
    cases = more <= most ? more : cases;
    return more <= most;
  });
}

for (const subject of [sets, limits, amounts, renewals]) {
  test(`what is asked for is what the answer depends on: ${subject.name}`, () => {
    const all = Object.keys(subject.open);
    const values = fc.record(
      Object.fromEntries(
        Object.entries(subject.open).map(([name, each]) => [name, fc.constantFrom(...each)]),
      ),
    );
    let asked = 0;
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: 1, maxLength: Math.min(12, all.length) }),
        values,
        (shuffled, given) => {
          const names = triable(subject, shuffled);
          const known = Object.entries(given).reduce(
            (facts, [name, value]) => withFact(facts, name, value),
            withFact(smallCase, "code", "none"),
          );
          const open = names.reduce((facts, name) => withFact(facts, name, "unknown"), known);
          const { needs, outcome } = subject.terms.decide(subject.decision, open);
          const expected = dependsOn(everything(subject, open, names), names);
          assert.deepEqual([...needs].sort(), expected.sort(), `${outcome} ${JSON.stringify(open)}`);
          asked += needs.length > 0 ? 1 : 0;
        },
      ),
      { numRuns: 40, seed: 20_261_121 },
    );
    assert.ok(asked > 10, `${asked} cases asked for something`);
  });
}
