import assert from "node:assert/strict";
import { test } from "node:test";
import { compileTerms, type Facts, type Receipt, readTerms, type Terms } from "../index.ts";

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

interface Contract {
  readonly concluded: string;
  readonly price: string;
  /** First and last civil day, the zone's midnights given as instants. */
  readonly starts: string;
  readonly ends: string;
  readonly region?: string;
  readonly claims?: string;
}

const money = (text: string): { amount: number; currency: string } => {
  const [figures = "", currency = ""] = text.split(" ");
  return { amount: Math.round(Number(figures) * 100), currency };
};

function caseOf(contract: Contract, at: string, cancellation: object = {}): Facts {
  return {
    at,
    plan: {
      region: contract.region ?? "US",
      concludedAt: contract.concluded,
      startsAt: contract.starts,
      endsAt: contract.ends,
      price: money(contract.price),
      claimsPaid: contract.claims === undefined ? "none" : money(contract.claims),
    },
    cancellation: { by: "holder", ...cancellation },
  };
}

const paid = ({ outcome, refund }: Receipt): readonly unknown[] => [
  outcome,
  refund?.amount,
  refund?.currency,
];

test("S59: withdrawn after ten of 730 days, 43.64 of 44.25 come back", () => {
  const terms = termsOf("window: 14 days\nformula: pro-rata");
  const contract: Contract = {
    concluded: "2025-08-01T10:00:00+02:00",
    price: "44.25 EUR",
    starts: "2025-08-01T00:00:00+02:00",
    ends: "2027-08-01T00:00:00+02:00",
    region: "EU",
  };
  const receipt = terms.decide("refund", caseOf(contract, "2025-08-11T12:00:00+02:00"));
  assert.deepEqual(paid(receipt), ["amount", 4364, "EUR"]);
  assert.deepEqual(receipt.refund?.steps, [
    { says: "the price of the plan", amount: 4425 },
    { says: "720 of 730 days are left", amount: 4364 },
  ]);
});

const texan = [
  "window: 30 days\nformula: full\nless-claims: yes\nlate-penalty: 10 % per month after 45 days",
  "formula: pro-rata\nless-claims: yes\nfee: 50.00 USD\nlate-penalty: 10 % per month after 45 days",
];
const march: Contract = {
  concluded: "2025-03-01T12:00:00-06:00",
  price: "239.00 USD",
  starts: "2025-03-01T00:00:00-06:00",
  ends: "2026-03-01T00:00:00-06:00",
};

test("S62: before the 31st day all, less claims; from then on the part that is left, less a fee", () => {
  const terms = termsOf(...texan);
  const onDay = (at: string, claims?: string): readonly unknown[] =>
    paid(terms.decide("refund", caseOf({ ...march, ...(claims && { claims }) }, at)));
  assert.deepEqual(onDay("2025-03-31T23:59:59-05:00"), ["amount", 23900, "USD"]);
  assert.deepEqual(onDay("2025-03-31T12:00:00-05:00", "39.00 USD"), ["amount", 20000, "USD"]);
  // 334 of 365 days are left: 218.7014, less 50.
  assert.deepEqual(onDay("2025-04-01T00:00:00-05:00"), ["amount", 16870, "USD"]);
  assert.deepEqual(onDay("2025-04-01T00:00:00-05:00", "500.00 USD"), ["amount", 0, "USD"]);
});

test("S63: unpaid on the 46th day, ten per cent for each month begun", () => {
  const terms = termsOf(...texan);
  const notice = { noticeAt: "2025-03-10T12:00:00-05:00" };
  const unpaid = (at: string, more: object = {}): readonly unknown[] => {
    const { refund } = terms.decide("refund", caseOf(march, at, { ...notice, ...more }));
    return [refund?.penalty, refund?.amount];
  };
  // Noticed on 10 March, so that the 46th day is 25 April.
  assert.deepEqual(unpaid("2025-04-24T23:59:59-05:00"), [0, 23900]);
  assert.deepEqual(unpaid("2025-04-25T00:00:00-05:00"), [2390, 26290]);
  assert.deepEqual(unpaid("2025-05-24T23:59:59-05:00"), [2390, 26290]);
  assert.deepEqual(unpaid("2025-05-25T00:00:00-05:00"), [4780, 28680]);
  assert.deepEqual(
    unpaid("2025-09-01T00:00:00-05:00", { refundedAt: "2025-04-25T08:00:00-05:00" }),
    [2390, 26290],
  );
  assert.deepEqual(
    unpaid("2025-09-01T00:00:00-05:00", { refundedAt: "2025-04-01T08:00:00-05:00" }),
    [0, 23900],
  );
  const april = terms.decide(
    "refund",
    caseOf(march, "2025-05-26T00:00:00-05:00", { noticeAt: "2025-04-10T12:00:00-05:00" }),
  );
  // 325 of 365 days were left: 212.8082, less 50; a tenth of 162.81 on top.
  assert.deepEqual([april.refund?.penalty, april.refund?.amount], [1628, 17909]);
});

test("S65: half of 129 less the least of 25 and a tenth of the half is 58.05", () => {
  const terms = termsOf("formula: pro-rata\nless-claims: yes\nfee: least of 25.00 USD and 10 % of pro-rata");
  const contract: Contract = {
    concluded: "2025-01-01T12:00:00-06:00",
    price: "129.00 USD",
    starts: "2025-01-01T00:00:00-06:00",
    ends: "2027-01-01T00:00:00-06:00",
  };
  const { refund } = terms.decide("refund", caseOf(contract, "2026-01-01T09:00:00-06:00"));
  assert.equal(refund?.amount, 5805);
  assert.deepEqual(refund?.steps.at(-1), { says: "less a fee of 6.45 USD", amount: 5805 });
});

test("a floor keeps the fee small, and claims come off after it", () => {
  const terms = termsOf("formula: pro-rata\nfloor: 90 %\nfee: 60.00 USD\nless-claims: yes");
  const contract = { ...march, claims: "10.00 USD" };
  // 73 of 365 days are gone: 191.20; the fee may take 19.12 of it.
  const { refund } = terms.decide("refund", caseOf(contract, "2025-05-13T09:00:00-05:00"));
  assert.equal(refund?.amount, 16208);
});

test("S68: ten days, and a year on top when the notice failed", () => {
  const terms = termsOf(
    "window: 10 days\nformula: full",
    "window: 10 days\nextended: 12 months\nwhen: { plan.informed: no }\nformula: full",
  );
  const contract: Contract = {
    concluded: "2025-09-01T12:00:00-05:00",
    price: "100.00 USD",
    starts: "2025-09-01T00:00:00-05:00",
    ends: "2027-09-01T00:00:00-05:00",
  };
  const at = (moment: string, informed: boolean): Receipt => {
    const facts = caseOf(contract, moment);
    return terms.decide("refund", { ...facts, plan: { ...(facts.plan as object), informed } });
  };
  assert.equal(at("2025-09-11T23:00:00-05:00", true).refund?.amount, 10000);
  const late = at("2025-09-12T00:00:00-05:00", true);
  assert.equal(late.outcome, "refused");
  assert.deepEqual(
    late.against.map(({ clause, verdict }) => [clause, verdict]),
    [["refund.a", "passed"]],
  );
  assert.equal(at("2026-03-01T12:00:00-06:00", false).refund?.amount, 10000);
  assert.equal(at("2026-09-11T23:00:00-05:00", false).outcome, "amount");
  assert.equal(at("2026-09-12T00:00:00-05:00", false).outcome, "refused");
});

test("S70: the plan comes back with its device, and not without; the receipt says what would help", () => {
  const terms = termsOf("window: 14 days\nlinked-to: device-return\nformula: full\ndoor: device-return");
  const at = "2025-03-08T12:00:00-06:00";
  const back = terms.decide("refund", caseOf(march, at, { deviceReturned: true }));
  assert.deepEqual(paid(back), ["amount", 23900, "USD"]);
  const kept = terms.decide("refund", caseOf(march, at, { deviceReturned: false }));
  assert.deepEqual([kept.outcome, kept.doors[0]?.door], ["refused", "device-return"]);
  assert.deepEqual(
    kept.wouldChange.map(({ fact, to }) => [fact, to]),
    [["cancellation.deviceReturned", true]],
  );
  const open = terms.decide("refund", caseOf(march, at));
  assert.deepEqual([open.outcome, open.needs], ["undecided", ["cancellation.deviceReturned"]]);
});

test("a notice that came too late is told by how much, and until when there was time", () => {
  const terms = termsOf("window: 30 days\nformula: full");
  const facts = caseOf(march, "2025-04-03T00:00:00-05:00", { noticeAt: "2025-04-01T02:00:00-05:00" });
  const { deadlines, wouldChange } = terms.decide("refund", facts);
  assert.deepEqual(
    wouldChange.map(({ fact, to, says }) => [fact, to, says]),
    [["cancellation.noticeAt", "2025-04-01T04:59:59Z", "2 hours and 1 second too late"]],
  );
  assert.equal(deadlines[0]?.to, "2025-04-01T05:00:00Z");
});

test("of several clauses the best is paid and the others are told", () => {
  const terms = termsOf(
    "formula: pro-rata",
    "window: 60 days\nformula: full\nfee: 20.00 USD",
    "formula: none",
  );
  const { refund, because } = terms.decide("refund", caseOf(march, "2025-03-11T12:00:00-05:00"));
  assert.deepEqual([refund?.amount, refund?.clause, refund?.by], [23245, "refund.a", "terms"]);
  assert.deepEqual(refund?.others, [
    { clause: "refund.b", by: "terms", amount: 21900 },
    { clause: "refund.c", by: "terms", amount: 0 },
  ]);
  assert.deepEqual(
    because.map(({ clause }) => clause),
    ["refund.a"],
  );
});

test("what is not told and matters is asked for; what cannot be reckoned goes to a person", () => {
  const terms = termsOf("formula: pro-rata\nless-claims: yes\nfee: 25.00 USD");
  const facts = caseOf(march, "2025-04-11T12:00:00-05:00");
  const without = (name: string): Facts => ({
    ...facts,
    plan: { ...(facts.plan as object), [name]: "unknown" },
  });
  for (const name of ["price", "claimsPaid", "startsAt", "endsAt"]) {
    const { outcome, needs } = terms.decide("refund", without(name));
    assert.deepEqual([outcome, needs], ["undecided", [`plan.${name}`]]);
  }
  const inEuros = caseOf({ ...march, price: "239.00 EUR" }, "2025-04-11T12:00:00-05:00");
  assert.equal(terms.decide("refund", inEuros).outcome, "incomplete");
  assert.equal(terms.verdict("refund", inEuros), "incomplete");
});

test("who ends the contract is asked for, and a clause for the other side does not count", () => {
  const terms = termsOf("by: provider\nformula: pro-rata");
  const at = "2025-04-11T12:00:00-05:00";
  assert.deepEqual(terms.decide("refund", caseOf(march, at, { by: "unknown" })).needs, ["cancellation.by"]);
  assert.equal(terms.decide("refund", caseOf(march, at)).outcome, "refused");
  assert.equal(terms.decide("refund", caseOf(march, at, { by: "provider" })).outcome, "amount");
});

test("a clause that pays nothing refuses and is named", () => {
  const terms = termsOf("formula: none\nwhen: { cancellation.reason: fraud }");
  const receipt = terms.decide("refund", caseOf(march, "2025-04-11T12:00:00-05:00", { reason: "fraud" }));
  assert.deepEqual(
    [receipt.outcome, ...receipt.against.map(({ verdict }) => verdict)],
    ["refused", "applies"],
  );
});
