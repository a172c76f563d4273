import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type Decision, type Facts, forOwner, type Receipt, type Terms } from "../index.ts";
import { exchanged } from "../samples/exchanged.ts";
import { sampleTerms } from "../samples/sampleTerms.ts";
import { withFact } from "./factSetting.ts";

const text = readFileSync(new URL("../samples/exchange.terms.md", import.meta.url), "utf8");
const terms = sampleTerms(text);

type Changes = Readonly<Record<string, unknown>>;

const laid = (changes: Changes): Facts =>
  Object.entries(changes).reduce((facts, [name, value]) => withFact(facts, name, value), exchanged);
const decide = (decision: Decision, changes: Changes = {}): Receipt => terms.decide(decision, laid(changes));
const clauses = (reasons: readonly { clause: string }[]): string[] => reasons.map(({ clause }) => clause);
const doors = (receipt: Receipt): string[] => receipt.doors.map(({ door }) => door);

/** Everything back, in time, and it is the unit of the case. */
const back: Changes = {
  at: "2025-09-10T10:00:00Z",
  "claim.returnedAt": "2025-09-10T09:00:00Z",
  "claim.returnedSerial": "H1",
  "claim.returnedForeign": false,
  "claim.returnedParts": ["aircraft", "gimbal", "battery"],
};

const listPrice = { amount: 39_900, currency: "USD" };
const waiting = { at: "2025-09-10T10:00:00Z", "claim.returnedAt": "never" };

/** What follows, and the fee that is taken. */
const table: readonly (readonly [string, Decision, Changes, string, number | null])[] = [
  ["S46 paid on the last day", "coverage", quoted("2025-07-02T14:00:00Z"), "plan", 3900],
  [
    "S46 not paid, still in time",
    "coverage",
    { ...quoted("never"), at: "2025-07-02T15:59:59Z" },
    "plan",
    3900,
  ],
  ["S46 still not paid the day after", "coverage", quoted("never"), "paid", 1500],
  ["S47 declined", "coverage", { ...quoted("never"), "claim.wants": "send-back" }, "paid", 1500],
  ["S48 complete and in time", "return", back, "release", null],
  ["S49 in time, another serial", "return", { ...back, "claim.returnedSerial": "H9" }, "capture", 14_900],
  ["S49 another maker's", "return", { ...back, "claim.returnedForeign": true }, "capture", 14_900],
  ["S50 the card forgets it first", "return", waiting, "ask", null],
  ["S51 a flyaway by the quick way", "coverage", { "incident.cause": "flyaway" }, "hold", 3900],
  ["S51 a defect by the quick way", "coverage", { "incident.cause": "defect" }, "warranty", 0],
  [
    "S52 the battery stayed at home",
    "return",
    { ...back, "claim.returnedParts": ["aircraft", "gimbal"] },
    "capture",
    14_900,
  ],
  ["S53 the last day", "return", { ...waiting, at: "2025-09-15T15:59:59Z" }, "remind", null],
  ["S53 the day after", "return", { ...waiting, at: "2025-09-15T16:00:00Z" }, "capture", 14_900],
  ["three days before the end", "return", { ...waiting, at: "2025-09-12T16:00:00Z" }, "remind", null],
  ["a moment before that", "return", { ...waiting, at: "2025-09-12T15:59:59Z" }, "ask", null],
  [
    "reminded already",
    "return",
    { ...waiting, at: "2025-09-13T16:00:00Z", "claim.remindedAt": "2025-09-13T09:00:00Z" },
    "ask",
    null,
  ],
  ["back, but late", "return", { ...back, "claim.returnedAt": "2025-09-16T09:00:00Z" }, "review", null],
  [
    "damage that is not covered",
    "return",
    { ...back, "claim.extraDamage": { amount: 4000, currency: "USD" } },
    "capture",
    4000,
  ],
  [
    "more damage than is held",
    "return",
    { ...back, "claim.extraDamage": { amount: 40_000, currency: "USD" } },
    "capture",
    14_900,
  ],
  ["less than half of it", "return", { ...back, "claim.returnedShare": 30 }, "review", null],
  ["the usual way sends nothing back", "return", { ...waiting, "claim.channel": "online" }, "release", null],
];

/** A quotation of 2 June, looked at on 3 July in Hong Kong. */
function quoted(paidAt: string): Changes {
  return {
    at: "2025-07-02T16:00:00Z",
    "claim.channel": "online",
    "claim.quotedAt": "2025-06-02T01:00:00Z",
    "claim.paidAt": paidAt,
  };
}

for (const [name, decision, changes, outcome, fee] of table) {
  test(`${name}: ${outcome}`, () => {
    const receipt = decide(decision, changes);
    assert.equal(receipt.outcome, outcome);
    assert.equal(receipt.fee?.amount ?? null, fee);
    assert.equal(terms.verdict(decision, laid(changes)), outcome);
  });
}

test("S46 and S47 use no replacement and take nobody's serial", () => {
  assert.equal(decide("coverage", quoted("never")).uses, null);
  assert.deepEqual(clauses(decide("coverage", quoted("never")).against), ["quote.pay"]);
  assert.deepEqual(decide("coverage", { ...quoted("never"), "claim.wants": "send-back" }).against, []);
});

test("S49 a capture for another serial leaves a person to ask", () => {
  const receipt = decide("return", { ...back, "claim.returnedSerial": "H9" });
  assert.deepEqual(clauses(receipt.against), ["exchange.return"]);
  assert.deepEqual(receipt.against[0]?.detail, { matter: ["mismatch"] });
  assert.deepEqual(clauses(receipt.because), ["exchange.return", "exchange.hold"]);
  assert.deepEqual(doors(receipt), ["person"]);
  assert.ok(receipt.wouldChange.every(({ correction }) => correction === true));
});

test("S50 a hold that ends before the return is due must be authorised anew by then", () => {
  const receipt = decide("return", waiting);
  assert.deepEqual(
    receipt.deadlines.map(({ clause, to, clock }) => `${clause} ${to} ${clock}`),
    ["exchange.return 2025-09-15T16:00:00Z 14 days", "exchange.hold 2025-09-08T10:00:00Z 168 hours"],
  );
  assert.equal(receipt.hold?.endsAt, "2025-09-08T10:00:00Z");
  const anew = decide("return", { ...waiting, "claim.heldAt": "2025-09-09T10:00:00Z" });
  assert.deepEqual(clauses(anew.deadlines), ["exchange.return"]);
});

test("S51 what the quick way is not for is asked to go the usual way", () => {
  const receipt = decide("coverage", { "incident.cause": "flyaway" });
  assert.deepEqual(doors(receipt), ["online"]);
  assert.deepEqual(clauses(receipt.against), ["quick.scope"]);
  assert.equal(receipt.wouldChange.find(({ fact }) => fact === "claim.channel")?.outcome, "plan");
});

test("S53 without a card the clause says what is charged, and at most the price of the device", () => {
  const charged = { ...waiting, at: "2025-09-15T16:00:00Z", "claim.hold": "none", "device.price": listPrice };
  assert.equal(decide("return", charged).fee?.amount, 14_900);
  const cheap = { ...charged, "device.price": { amount: 9900, currency: "USD" } };
  assert.equal(decide("return", cheap).fee?.amount, 9900);
  const elsewhere = { ...charged, "device.price": { amount: 9900, currency: "HKD" } };
  assert.equal(decide("return", elsewhere).fee, null);
});

test("an advance exchange shows the deposit with the answer, the usual way shows none", () => {
  const { hold, because, outcome } = decide("coverage");
  assert.equal(outcome, "plan");
  assert.deepEqual(hold, {
    amount: 14_900,
    currency: "USD",
    clause: "exchange.hold",
    endsAt: "2025-09-08T10:00:00Z",
  });
  assert.ok(clauses(because).includes("exchange.hold"));
  assert.equal("hold" in decide("coverage", { "claim.channel": "online" }), false);
});

test("only what is captured for by name is captured, the rest is looked at", () => {
  const mild = sampleTerms(text, (before) =>
    before.replace("capture-when: [late, mismatch, partial, foreign, damage]", "capture-when: [late]"),
  );
  const outcome = (changes: Changes): string => mild.verdict("return", laid(changes));
  assert.equal(outcome({ ...back, "claim.returnedSerial": "H9" }), "review");
  assert.equal(outcome({ ...back, "claim.extraDamage": { amount: 4000, currency: "USD" } }), "release");
  assert.equal(outcome({ ...waiting, at: "2025-09-15T16:00:00Z" }), "capture");
});

test("what has not been looked at yet is asked for, and no more than that", () => {
  const needs = (changes: Changes): readonly string[] => decide("return", { ...back, ...changes }).needs;
  assert.deepEqual(needs({ "claim.returnedParts": "unknown" }), ["claim.returnedParts"]);
  assert.deepEqual(needs({ "claim.returnedSerial": "unknown", "claim.returnedForeign": "unknown" }), [
    "claim.returnedForeign",
    "claim.returnedSerial",
  ]);
  assert.deepEqual(needs({ "claim.returnedForeign": "unknown" }), []);
  assert.deepEqual(needs({ "claim.returnedAt": "unknown", at: "2025-09-14T10:00:00Z" }), [
    "claim.returnedAt",
  ]);
  const mailed = { ...back, at: "2025-09-14T10:00:00Z", "claim.shippedAt": "unknown" };
  assert.deepEqual(decide("return", mailed).needs, ["claim.shippedAt"]);
  // The gravest is certain: what else may be the matter does not change it.
  assert.deepEqual(needs({ "claim.returnedSerial": "H9", "claim.returnedParts": "unknown" }), []);
});

test("the unit of the case is the device; while nobody has named it, the plan's is not taken for it", () => {
  const moved = {
    ...back,
    "claim.returnedForeign": "unknown",
    "plan.serial": "H1",
    "device.serial": "unknown",
  };
  const receipt = decide("return", moved);
  assert.deepEqual([receipt.outcome, receipt.needs], ["undecided", ["device.serial"]]);
  assert.equal(decide("return", { ...moved, "device.serial": "none" }).outcome, "release");
  // What did not come back need not be compared.
  assert.equal(decide("return", { ...moved, ...waiting }).outcome, "ask");
  assert.equal(decide("return", { ...moved, "claim.returnedParts": ["camera"] }).outcome, "capture");
});

test("damage that is not covered is asked for where a hold may be captured for it", () => {
  const asking = sampleTerms(text, (before) => before.replace(", claim.extraDamage: none", ""));
  assert.deepEqual(asking.decide("return", laid(back)).needs, ["claim.extraDamage"]);
  const mild = sampleTerms(text, (before) =>
    before.replace(", claim.extraDamage: none", "").replace(", foreign, damage]", ", foreign]"),
  );
  assert.equal(mild.verdict("return", laid(back)), "release");
});

test("missing parts can be sent after, and the receipt names them", () => {
  const asking = sampleTerms(text, (before) => before.replace("partial: capture", "partial: ask"));
  const receipt = asking.decide("return", laid({ ...back, "claim.returnedParts": ["aircraft", "gimbal"] }));
  assert.equal(receipt.outcome, "ask");
  assert.deepEqual(receipt.against[0]?.detail, { matter: ["partial"], missing: ["battery"] });
  assert.deepEqual(receipt.wouldChange[0]?.to, ["aircraft", "gimbal", "battery"]);
  assert.equal(receipt.wouldChange[0]?.says, "still to come: battery");
});

test("what is captured without an amount says why there is none, and goes to a person", () => {
  const late: Changes = { ...waiting, at: "2025-09-15T16:00:00Z" };
  const why = (from: Terms, changes: Changes): unknown => {
    const { outcome, fee, because, doors: ways } = from.decide("return", laid(changes));
    assert.deepEqual([outcome, fee], ["capture", null]);
    const reason = because.find(({ detail }) => detail?.amount === null);
    assert.deepEqual(ways, [{ door: "person", clause: reason?.clause }]);
    return reason?.detail?.why;
  };
  const without = sampleTerms(text, (before) => before.replace(/### 3\.2 [\s\S]*?(?=### 3\.3)/, ""));
  assert.equal(why(without, late), "the terms hold no deposit for such a case");
  const untold = "what the deposit is follows from something nobody has told";
  assert.equal(
    why(terms, { ...late, "claim.hold": "none", "device.model": "unknown", "device.series": "hawk" }),
    untold,
  );
  const yen = { "claim.extraDamage": { amount: 4000, currency: "JPY" } };
  const mixed = "the damage is told in no amount that can be held against the deposit";
  assert.equal(why(terms, { ...back, ...yen }), mixed);
  assert.match(forOwner(without.decide("return", laid(late))), /One of our people looks at it first/);
});
