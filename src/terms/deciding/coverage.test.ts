import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Facts, Receipt } from "../index.ts";
import { planMoves } from "../planMoves.ts";
import { coveredClip, sampleTerms } from "../samples/sampleTerms.ts";
import { withFact } from "./factSetting.ts";

const text = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");
const terms = sampleTerms(text);

const factsWith = (changes: Readonly<Record<string, unknown>>): Facts =>
  Object.entries(changes).reduce<Facts>((facts, [name, value]) => withFact(facts, name, value), coveredClip);
const decide = (changes: Readonly<Record<string, unknown>> = {}): Receipt =>
  terms.decide("coverage", factsWith(changes));
const clauses = (reasons: readonly { clause: string }[]): string[] => reasons.map(({ clause }) => clause);

test("the receipt has the shape that is stored, key by key", () => {
  const receipt = decide({ "plan.uses": 1 });
  assert.deepEqual(Object.keys(receipt), [
    ...[
      "decision",
      "outcome",
      "at",
      "terms",
      "because",
      "against",
      "needs",
      "fee",
      "uses",
      "returns",
      "deadlines",
    ],
    ...["wouldChange", "doors"],
  ]);
  assert.deepEqual(receipt.fee, {
    amount: 18_500,
    currency: "PLN",
    clause: "fee.table",
    nth: 2,
    tax: "included",
  });
  assert.deepEqual(receipt.uses, { benefit: "replacement", nth: 2, left: 1 });
  assert.deepEqual(receipt.returns, { parts: ["camera", "battery"], by: "2026-06-15T22:00:00Z" });
  const count = receipt.because.find(({ clause }) => clause === "limit.count");
  assert.deepEqual(count?.facts, { "plan.uses": 1, "plan.product": "care-2y" });
  assert.deepEqual(count?.detail, { granted: 3, used: 1, left: 2 });
  assert.equal(count?.says, "You have 2 replacements with the one-year plan.");
  assert.deepEqual(receipt.terms.programme, "sample-plan");
  assert.match(receipt.terms.hash, /^sha256:[0-9a-f]{64}$/);
});

test("a defect in the warranty goes to the warranty, costs nothing and uses nothing", () => {
  const receipt = decide({ "incident.cause": "defect", "plan.uses": 3 });
  assert.equal(receipt.outcome, "warranty");
  assert.deepEqual(receipt.fee, {
    amount: 0,
    currency: "PLN",
    clause: "route.warranty",
    nth: null,
    tax: null,
  });
  assert.equal(receipt.uses, null);
});

test("without a plan's conditions it is a paid repair, and all of them are named", () => {
  const receipt = decide({ "plan.uses": 3, "incident.lost": "partial", "incident.intentional": "yes" });
  assert.equal(receipt.outcome, "paid");
  assert.deepEqual(clauses(receipt.against), ["limit.count", "excl.lost", "excl.intentional"]);
  assert.equal(receipt.fee, null);
});

test("the n-th fee counts promised uses and leaves out reversed ones", () => {
  const used = { benefit: "replacement", at: "2026-02-01T00:00:00Z" };
  const uses = [
    used,
    { ...used, reversed: true },
    { ...used, reversed: "2026-03-01T00:00:00Z" },
    { ...used, benefit: "battery" },
  ];
  assert.equal(decide({ "plan.uses": uses }).fee?.nth, 2);
});

test("a part that is still at home holds the case and says which", () => {
  const receipt = decide({ "claim.returnedParts": ["camera"] });
  assert.equal(receipt.outcome, "hold");
  assert.ok(clauses(receipt.because).includes("parts.return"));
  assert.deepEqual(clauses(receipt.against), ["parts.return"]);
  assert.equal(receipt.fee?.amount, 11_900);
  assert.deepEqual(receipt.wouldChange, [
    {
      fact: "claim.returnedParts",
      to: ["camera", "battery"],
      outcome: "plan",
      says: "still to come: battery",
      by: "the technician",
    },
  ]);
});

test("a lost part ends the matter, a part not sent does not add to it", () => {
  const receipt = decide({ "claim.returnedParts": ["camera"], "incident.lost": "partial" });
  assert.equal(receipt.outcome, "paid");
  assert.deepEqual(clauses(receipt.against), ["excl.lost"]);
});

test("a missing fee is never a paid repair", () => {
  const receipt = decide({ "claim.currency": "NOK" });
  assert.equal(receipt.outcome, "incomplete");
  assert.equal(receipt.fee, null);
  assert.deepEqual(clauses(receipt.against), ["fee.table"]);
});

test("a fee of nothing is a fee", () => {
  assert.deepEqual(decide({ "claim.currency": "EUR", "plan.uses": 2 }).fee?.amount, 0);
});

test("an exception beats the exclusion it names and no other", () => {
  assert.equal(decide({ "incident.cosmeticOnly": true }).outcome, "paid");
  const water = decide({ "incident.cosmeticOnly": true, "incident.cause": "water" });
  assert.equal(water.outcome, "plan");
  assert.ok(clauses(water.because).includes("excl.cosmetic.water"));
  assert.equal(decide({ "incident.lost": "total", "incident.cause": "water" }).outcome, "paid");
});

test("a causal exclusion applies only to damage it caused", () => {
  assert.equal(decide({ "device.modified": true }).outcome, "plan");
  assert.equal(decide({ "device.modified": true, "incident.causedBy": ["excl.modified"] }).outcome, "paid");
  assert.deepEqual(decide({ "device.modified": true, "incident.causedBy": "unknown" }).needs, [
    "incident.causedBy",
  ]);
});

test("the plan's period is half-open", () => {
  assert.equal(decide({ "incident.at": "2026-01-10T10:00:00Z" }).outcome, "plan");
  assert.equal(decide({ "incident.at": "2026-01-10T09:59:59Z" }).outcome, "paid");
  assert.equal(decide({ "incident.at": "2028-01-10T22:59:59Z", at: "2028-01-20T00:00:00Z" }).outcome, "plan");
  const after = decide({ "incident.at": "2028-01-13T23:00:00Z", at: "2028-01-20T00:00:00Z" });
  assert.equal(after.outcome, "paid");
  assert.equal(after.wouldChange[0]?.says, "3 days and 1 second too late");
});

test("an incident known by its date is in if the whole day is, and unknown if the end is inside it", () => {
  assert.equal(decide({ "incident.at": "2028-01-10" }).outcome, "plan");
  const torn = decide({ "incident.at": "2026-01-10" });
  assert.equal(torn.outcome, "undecided");
  assert.deepEqual(torn.needs, ["incident.at"]);
});

test("evidence that is not there holds the case", () => {
  const hawk = {
    "device.model": "hawk-2",
    "claim.currency": "JPY",
    "claim.returnedParts": ["aircraft", "propellers", "battery"],
  };
  assert.equal(decide({ ...hawk, "incident.cause": "collision" }).outcome, "hold");
  assert.equal(
    decide({ ...hawk, "incident.cause": "collision", "incident.flightLog": "file" }).outcome,
    "plan",
  );
  assert.equal(decide(hawk).outcome, "plan");
});

test("a duty with teeth refuses when it was done too late, and its deadline is told", () => {
  assert.equal(decide({ "incident.reportedAt": "2026-07-29T10:00:00Z" }).outcome, "plan");
  const late = decide({ "incident.reportedAt": "2026-07-30T10:00:00Z" });
  assert.deepEqual(clauses(late.against), ["report.time"]);
  assert.deepEqual(
    late.deadlines.map(({ to }) => to),
    ["2026-07-29T22:00:00Z"],
  );
});

test("who wants a repair gets one, and nothing speaks against the plan", () => {
  const receipt = decide({ "claim.wants": "repair" });
  assert.equal(receipt.outcome, "paid");
  assert.deepEqual(receipt.against, []);
  assert.deepEqual(decide({ "claim.wants": "unknown" }).because[0]?.clause, "cover.cause");
  const presumed = decide({ "claim.wants": "unknown" }).because.find(({ clause }) => clause === "route.plan");
  assert.deepEqual(presumed?.detail, { rebinds: true, presumed: ["claim.wants"] });
});

test("when the plan moves is in the receipt where the terms say it, and nowhere else", () => {
  const detailOf = (moves: string) => {
    const told = sampleTerms(text, (all) => all.replaceAll("rebinds: yes\n", `rebinds: yes\n${moves}`));
    const { because } = told.decide("coverage", factsWith({}));
    return because.find(({ clause }) => clause === "route.plan")?.detail;
  };
  assert.deepEqual(detailOf(""), { rebinds: true });
  for (const at of planMoves) {
    assert.deepEqual(detailOf(`rebinds-at: ${at}\n`), { rebinds: true, rebindsAt: at });
  }
});

test("no plan at all: the facts of the plan are absent, not unknown", () => {
  const receipt = decide({ plan: "none" });
  assert.equal(receipt.outcome, "paid");
  assert.deepEqual(receipt.needs, []);
});

test("a renewal is allowed while the plan runs, one use is left and the cap is not reached", () => {
  const renew = (changes: Readonly<Record<string, unknown>>): Receipt =>
    terms.decide(
      "renewal",
      factsWith({
        "plan.product": "care-1y",
        "plan.claimsPaid": { amount: 0, currency: "PLN" },
        "device.monthsCovered": 12,
        ...changes,
      }),
    );
  const allowed = renew({});
  assert.equal(allowed.outcome, "allowed");
  assert.deepEqual(allowed.because[0]?.detail, {
    to: "care-plus",
    starts: "2028-01-10T23:00:00Z",
    carry: "none",
    restarts: [],
  });
  assert.equal(renew({ "plan.uses": 2 }).outcome, "refused");
  assert.equal(renew({ "device.monthsCovered": 25 }).outcome, "refused");
  assert.equal(renew({ "plan.product": "care-2y" }).outcome, "refused");
  assert.equal(renew({ at: "2028-01-25T22:59:59Z" }).outcome, "allowed");
  assert.equal(renew({ at: "2028-01-25T23:00:00Z" }).outcome, "refused");
  assert.equal(renew({ "plan.claimsPaid": "none" }).because.at(-1)?.verdict, "not-coded");
});

test("no currency is none, also beside a fee of nothing", () => {
  const fee = decide({ "incident.cause": "defect", "claim.currency": "none" }).fee;
  assert.equal(fee?.amount, 0);
  assert.equal(fee?.currency, null);
});

test("equal facts give equal bytes, however they are written", () => {
  const written = { "device.modified": false, "incident.at": "2026-05-30T09:00:00Z" };
  const otherwise = { "device.modified": "no", "incident.at": "2026-05-30T11:00:00.000+02:00" };
  assert.equal(JSON.stringify(decide(otherwise)), JSON.stringify(decide(written)));
});

test("what a fee still unknown decides is asked for before anything is held", () => {
  const monthly = readFileSync(
    new URL("../../../programmes/samples/monthly-request.terms.md", import.meta.url),
    "utf8",
  );
  const terms = sampleTerms(monthly);
  const unpaid = (currency: string): Facts => ({
    at: "2025-06-09T20:00:00Z",
    device: { serial: "P-0001", model: "phone-a", region: "US" },
    plan: {
      ...{ product: "monthly", status: "active", serial: "P-0001", region: "US", uses: [] },
      ...{ startsAt: "2025-03-10T10:00:00Z", endsAt: "2025-06-10T10:00:00Z" },
      ...{ billing: "monthly", paidUntil: "2025-05-10T10:00:00Z" },
    },
    incident: { at: "2025-06-02T01:00:00Z", cause: "drop", parts: ["housing"], lost: "none" },
    claim: { at: "2025-06-09T19:00:00Z", region: "US", currency, wants: "replacement" },
    holder: { isFirstBuyer: true },
  });
  const outcomes = ["USD", "EUR"].map((currency) => terms.verdict("coverage", unpaid(currency)));
  assert.deepEqual(outcomes, ["hold", "incomplete"]);
  const { outcome, needs } = terms.decide("coverage", unpaid("unknown"));
  assert.deepEqual({ outcome, needs }, { outcome: "undecided", needs: ["claim.currency"] });
});
