import assert from "node:assert/strict";
import { test } from "node:test";
import { differences, factsOf, type Row, used } from "../samples/limitRows.ts";
import { smallTerms } from "../samples/smallTerms.ts";

/** A year's plan of 2023: two replacements of which one may be a flyaway, for the models that have it. */
const terms = smallTerms(
  "def.plans\n\n| product | length | uses |\n|---|---|---|\n| one | 1 year | 2 |\n| two | 2 years | 3 |",
  "def.series\n\n| series | parts |\n|---|---|\n| wing | aircraft, battery |\n| hand | camera, battery |",
  "def.models\n\n| model | series |\n|---|---|\n| wing-3 | wing |\n| wing-old | wing |\n| hand-4 | hand |",
  "term\nkind: period\nlength: length of plan.product\nstarts: start-of-day",
  "limit\nkind: benefit\nbenefit: replacement\ngrants: uses of plan.product",
  "limit.flyaway\nkind: benefit\nbenefit: flyaway\ngrants: 1\nsub-limit-of: replacement",
  "cover.period\nkind: require\ndecision: coverage\nwhen: { incident.at: within plan period }",
  `cover.bound
   kind: require
   decision: coverage
   for: { incident.cause: flyaway }
   when: { incident.boundThroughout: yes, device.model: wing-3 }`,
  `cover.parts
   kind: require
   decision: coverage
   for: { incident.cause: not flyaway }
   when: { incident.parts: all in parts of device.series }`,
  "parts.back\nkind: return\nparts: parts of device.series\npartial: hold\n" +
    "when: { incident.cause: not flyaway }",
  "excl.stolen\nkind: exclude\napplies-to: [plan]\nwhen: { incident.stolen: yes }",
  `route.warranty
   kind: route
   route: warranty
   when: { incident.cause: defect, incident.at: before device.warrantyEndsAt }
   fee: 0`,
  "route.flyaway\nkind: route\nroute: plan\nwhen: { incident.cause: flyaway }\n" +
    "uses: flyaway\nfee: fee.flyaway",
  "route.damage\nkind: route\nroute: plan\nwhen: { incident.cause: not flyaway }\n" +
    "uses: replacement\nfee: fee.damage",
  `fee.flyaway
   kind: fee
   benefit: flyaway
   tax: included

   | model | currency | each |
   |---|---|---|
   | wing-3 | PLN | 1149 |`,
  `fee.damage
   kind: fee
   tax: included

   | model | currency | 1st | 2nd | 3rd |
   |---|---|---|---|---|
   | wing-3, wing-old | PLN | 289 | 289 | 289 |
   | hand-4 | PLN | 119 | 185 | 249 |`,
);

const wing = {
  "device.model": "wing-3",
  "device.warrantyEndsAt": "2026-09-30T22:00:00Z",
  "plan.startsAt": "2025-03-09T23:00:00Z",
  "plan.endsAt": "2026-03-09T23:00:00Z",
  "incident.at": "2025-08-01T10:00:00Z",
  "incident.stolen": false,
  "incident.parts": ["aircraft"],
  "incident.boundThroughout": true,
  "claim.returnedParts": ["aircraft", "battery"],
};
const hand = {
  ...wing,
  "device.model": "hand-4",
  "plan.product": "two",
  "plan.endsAt": "2027-03-09T23:00:00Z",
  "incident.parts": ["camera"],
  "claim.returnedParts": ["camera", "battery"],
};
const flyaway = {
  ...wing,
  "incident.cause": "flyaway",
  "incident.parts": "none",
  "claim.returnedParts": "none",
};

const scenarios: readonly Row[] = [
  {
    name: "S20: a crash ten minutes before the last midnight",
    facts: { ...wing, "incident.at": "2026-03-09T22:50:00Z" },
    outcome: "plan",
    fee: "28900 PLN",
  },
  {
    name: "at that midnight",
    facts: { ...wing, "incident.at": "2026-03-09T23:00:00Z" },
    outcome: "paid",
    against: ["cover.period"],
  },
  { name: "S25: the first flyaway", facts: flyaway, outcome: "plan", fee: "114900 PLN", nth: 1, left: 0 },
  {
    name: "S25: then one replacement is left",
    facts: wing,
    uses: used(["flyaway"]),
    outcome: "plan",
    nth: 2,
    left: 0,
  },
  { name: "S27: two swaps, then a flyaway", facts: flyaway, uses: 2, outcome: "paid", against: ["limit"] },
  {
    name: "S29: unbound the day before",
    facts: { ...flyaway, "incident.boundThroughout": false },
    outcome: "paid",
    against: ["cover.bound"],
  },
  {
    name: "S30: a model without it",
    facts: { ...flyaway, "device.model": "wing-old" },
    outcome: "paid",
    against: ["cover.bound"],
  },
  {
    name: "S32: stolen",
    facts: { ...hand, "incident.stolen": true },
    outcome: "paid",
    against: ["excl.stolen"],
  },
  {
    name: "S33: a defect in the warranty uses nothing, whatever was used",
    facts: { ...wing, "incident.cause": "defect" },
    uses: 2,
    outcome: "warranty",
    fee: "0 PLN",
    feeNth: null,
  },
  {
    name: "S34: only the controller is broken",
    facts: { ...wing, "incident.parts": ["controller"] },
    outcome: "paid",
    against: ["cover.parts"],
  },
  {
    name: "S35: the battery is missing",
    facts: { ...wing, "claim.returnedParts": ["aircraft"] },
    outcome: "hold",
    against: ["parts.back"],
  },
  { name: "S37: first", facts: hand, outcome: "plan", fee: "11900 PLN", left: 2 },
  { name: "S37: second", facts: hand, uses: 1, outcome: "plan", fee: "18500 PLN", left: 1 },
  {
    name: "S38: third, in month 14",
    facts: { ...hand, "incident.at": "2026-05-01T10:00:00Z" },
    uses: 2,
    outcome: "plan",
    fee: "24900 PLN",
    left: 0,
  },
  { name: "a fourth", facts: hand, uses: 3, outcome: "paid", against: ["limit"] },
];

test("the scenarios of a year's plan that turn on limits, fees and periods", () => {
  assert.deepEqual(differences(terms, scenarios), []);
});

test("A3: a year from 10 March 2025 ends with 9 March 2026", () => {
  assert.deepEqual(terms.period("one", "2025-03-10T13:00:00Z", "EU"), {
    startsAt: "2025-03-09T23:00:00Z",
    endsAt: "2026-03-09T23:00:00Z",
    zone: "Europe/Warsaw",
    lastDay: "2026-03-09",
  });
});

test("S25: the receipt of a flyaway tells what is left of all replacements as well", () => {
  const { because, uses } = terms.decide("coverage", factsOf({ name: "", outcome: "", facts: flyaway }));
  assert.deepEqual(uses, { benefit: "flyaway", nth: 1, left: 0 });
  assert.deepEqual(because.find(({ clause }) => clause === "limit")?.detail, {
    granted: 2,
    used: 0,
    left: 2,
  });
});

test("what a plan grants says which benefit is part of which", () => {
  assert.deepEqual(terms.grants("one"), [
    { benefit: "replacement", count: 2 },
    { benefit: "flyaway", count: 1, partOf: "replacement" },
  ]);
  assert.deepEqual(
    terms.fees("wing-3", "EU").map(({ nth, amount, benefit }) => [nth, amount, benefit]),
    [
      [1, 28_900, undefined],
      [2, 28_900, undefined],
      [3, 28_900, undefined],
      [1, 114_900, "flyaway"],
    ],
  );
});
