import assert from "node:assert/strict";
import { test } from "node:test";
import { differences, factsOf, limit, plan, type Row, used } from "../samples/limitRows.ts";
import { smallTerms } from "../samples/smallTerms.ts";

test("a part of a limit: its uses count for both, and a use needs both", () => {
  const terms = smallTerms(
    limit("grants: 2"),
    `limit.flyaway
     kind: benefit
     benefit: flyaway
     grants: 1
     sub-limit-of: replacement`,
    `route.flyaway
     kind: route
     route: plan
     when: { incident.cause: flyaway }
     uses: flyaway
     fee: 0`,
    `route.damage
     kind: route
     route: plan
     when: { incident.cause: not flyaway }
     uses: replacement
     fee: 0`,
  );
  const flyaway = { "incident.cause": "flyaway" };
  assert.deepEqual(
    differences(terms, [
      { name: "first flyaway", facts: flyaway, outcome: "plan", nth: 1, left: 0, uses: [] },
      { name: "S25: then one of all is left", uses: used(["flyaway"]), outcome: "plan", nth: 2, left: 0 },
      {
        name: "no second flyaway",
        facts: flyaway,
        uses: used(["flyaway"]),
        outcome: "paid",
        against: ["limit.flyaway"],
      },
      {
        name: "S27: two swaps used, then a flyaway",
        facts: flyaway,
        uses: 2,
        outcome: "paid",
        against: ["limit"],
      },
      {
        name: "a swap and a flyaway, then damage",
        uses: used(["replacement"], ["flyaway"]),
        outcome: "paid",
        against: ["limit"],
      },
      {
        name: "a use that was taken back",
        uses: [{ benefit: "flyaway", reversed: true }],
        facts: flyaway,
        outcome: "plan",
      },
    ]),
    [],
  );
});

test("without a limit nothing is counted, and nobody is asked", () => {
  const terms = smallTerms(limit("grants: unlimited"), plan);
  assert.deepEqual(
    differences(terms, [
      { name: "the hundredth", uses: 99, outcome: "plan", nth: 100, left: null },
      { name: "uses unknown", uses: "unknown", outcome: "plan", nth: null, left: null },
    ]),
    [],
  );
});

test("S43: one of this or two of that, whichever comes first, and the contract is fulfilled", () => {
  const terms = smallTerms(
    `limit.accident
     kind: benefit
     benefit: accident
     grants: 1
     either-or: [failure]
     ends-plan: yes`,
    `limit.failure
     kind: benefit
     benefit: failure
     grants: 2
     ends-plan: yes`,
    `route.accident
     kind: route
     route: plan
     when: { incident.cause: drop }
     uses: accident
     fee: 0`,
    `route.failure
     kind: route
     route: plan
     when: { incident.cause: defect }
     uses: failure
     fee: 0`,
  );
  const failure = { "incident.cause": "defect" };
  assert.deepEqual(
    differences(terms, [
      { name: "accident after a failure", uses: used(["failure"]), outcome: "plan", nth: 1, left: 0 },
      {
        name: "failure after an accident",
        facts: failure,
        uses: used(["accident"]),
        outcome: "paid",
        against: ["limit.failure"],
      },
      {
        name: "accident after two failures",
        uses: used(["failure"], ["failure"]),
        outcome: "paid",
        against: ["limit.accident"],
      },
      { name: "second failure", facts: failure, uses: used(["failure"]), outcome: "plan", nth: 2, left: 0 },
    ]),
    [],
  );
  const last = terms.decide(
    "coverage",
    factsOf({ name: "", outcome: "", facts: failure, uses: used(["failure"]) }),
  );
  assert.deepEqual(last.because.find(({ clause }) => clause === "limit.failure")?.detail, {
    granted: 2,
    used: 1,
    left: 1,
    endsPlan: true,
  });
});

test("S44: an amount from which the assessed damage is taken", () => {
  const terms = smallTerms(
    `limit.amount
     kind: benefit
     benefit: coverage
     grants: 520520 JPY
     balance: plan.balance
     ends-plan: yes`,
    `route.plan
     kind: route
     route: plan
     uses: coverage
     deducts: incident.assessedDamage
     settles: replacement
     fee: 0`,
  );
  const money = (amount: number, currency = "JPY"): unknown => ({ amount, currency });
  const of = (balance: unknown, damage: unknown): Row["facts"] => ({
    "plan.balance": balance,
    "incident.assessedDamage": damage,
  });
  assert.deepEqual(
    differences(terms, [
      {
        name: "the first",
        facts: of(money(520_520), money(130_000)),
        outcome: "plan",
        nth: 1,
        left: 390_520,
      },
      { name: "all of it", facts: of(money(130_000), money(130_000)), outcome: "plan", left: 0 },
      {
        name: "a yen too much",
        facts: of(money(129_999), money(130_000)),
        outcome: "paid",
        against: ["limit.amount"],
      },
      {
        name: "damage not assessed",
        facts: of(money(130_000), "unknown"),
        outcome: "undecided",
        needs: ["incident.assessedDamage"],
      },
      {
        name: "neither",
        facts: of("unknown", "unknown"),
        outcome: "undecided",
        needs: ["plan.balance", "incident.assessedDamage"],
      },
      {
        name: "uses unknown",
        facts: of(money(10), money(1)),
        uses: "unknown",
        outcome: "plan",
        nth: null,
        left: 9,
      },
      {
        name: "two currencies",
        facts: of(money(10), money(1, "USD")),
        outcome: "incomplete",
        against: ["limit.amount"],
      },
      { name: "no balance", facts: of("none", money(1)), outcome: "paid" },
    ]),
    [],
  );
  const receipt = terms.decide(
    "coverage",
    factsOf({ name: "", outcome: "", facts: of(money(520_520), money(130_000)) }),
  );
  assert.deepEqual(receipt.uses, {
    benefit: "coverage",
    nth: 1,
    left: 390_520,
    amount: 130_000,
    currency: "JPY",
  });
  assert.deepEqual(receipt.because.find(({ clause }) => clause === "route.plan")?.detail, {
    settles: "replacement",
  });
});

test("extras that no route asks for stand in no way", () => {
  const terms = smallTerms(
    limit("grants: 1"),
    `limit.battery
     kind: benefit
     benefit: battery
     grants: 2
     route: none`,
    plan,
  );
  assert.deepEqual(
    differences(terms, [
      { name: "all batteries used", uses: used(["battery"], ["battery"]), outcome: "plan", nth: 1 },
    ]),
    [],
  );
});
