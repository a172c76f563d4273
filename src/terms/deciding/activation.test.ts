import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Facts, Receipt } from "../index.ts";
import { freshHawk, sampleTerms } from "../samples/sampleTerms.ts";
import { smallTerms } from "../samples/smallTerms.ts";
import { withFact } from "./factSetting.ts";

const text = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");
const terms = sampleTerms(text);

const activate = (changes: Readonly<Record<string, unknown>>): Receipt =>
  terms.decide("activation", factsWith(changes));

function factsWith(changes: Readonly<Record<string, unknown>>): Facts {
  return Object.entries(changes).reduce<Facts>(
    (facts, [name, value]) => withFact(facts, name, value),
    freshHawk,
  );
}

const clauses = (reasons: readonly { clause: string }[]): string[] => reasons.map(({ clause }) => clause);

test("the 48th hour is in to its very end, one second later is out", () => {
  assert.equal(activate({ at: "2026-03-03T12:00:00Z" }).outcome, "allowed");
  const late = activate({ at: "2026-03-03T12:00:01Z" });
  assert.equal(late.outcome, "refused");
  assert.deepEqual(clauses(late.against), ["activate.aircraft"]);
  assert.deepEqual(late.doors, [{ door: "video-verification", clause: "activate.video" }]);
});

test("48 hours are elapsed hours, whatever the clocks do", () => {
  const facts = { "device.activatedAt": "2026-03-28T01:30:00Z" };
  assert.equal(activate({ ...facts, at: "2026-03-30T01:30:00Z" }).outcome, "allowed");
  assert.equal(activate({ ...facts, at: "2026-03-30T01:30:01Z" }).outcome, "refused");
});

test("how late, to the minute, and what would have been in time", () => {
  const { wouldChange } = activate({ at: "2026-03-03T12:47:00Z" });
  const [hint] = wouldChange;
  assert.deepEqual(hint, {
    fact: "device.activatedAt",
    to: "2026-03-01T12:47:00Z",
    outcome: "allowed",
    says: "47 minutes too late",
    by: "the maker",
    correction: true,
  });
  assert.equal(wouldChange.length, 1);
});

test("days end with the last one in the plan's region", () => {
  const clip = { "device.model": "clip-4", "code.models": ["clip-4"] };
  assert.equal(activate({ ...clip, at: "2026-03-31T21:59:59Z" }).outcome, "allowed");
  const late = activate({ ...clip, at: "2026-03-31T22:00:00Z" });
  assert.equal(late.outcome, "refused");
  assert.deepEqual(late.deadlines, [
    {
      clause: "activate.handheld",
      from: "2026-03-01T12:00:00Z",
      to: "2026-03-31T22:00:00Z",
      zone: "Europe/Warsaw",
      clock: "30 days",
    },
  ]);
  assert.equal(late.wouldChange[0]?.to, "2026-03-01T23:00:00Z");
});

test("of two open windows the one that ends last is cited", () => {
  const invited = { reason: "video", serial: "H1", sentAt: "2026-03-01T12:30:00Z" };
  const receipt = activate({ invitation: invited });
  assert.ok(clauses(receipt.because).includes("activate.video"));
  assert.ok(!clauses(receipt.because).includes("activate.aircraft"));
  assert.deepEqual(
    receipt.deadlines.map(({ to }) => to),
    ["2026-03-04T12:30:00Z"],
  );
});

test("an invitation for another device opens nothing", () => {
  const invited = { reason: "video", serial: "H2", sentAt: "2026-03-05T12:00:00Z" };
  assert.equal(activate({ at: "2026-03-05T13:00:00Z", invitation: invited }).outcome, "refused");
});

test("a date is an interval, and a boundary inside it is unknown", () => {
  const onDate = { "device.activatedAt": "2026-03-01" };
  assert.equal(activate({ ...onDate, at: "2026-03-02T20:00:00Z" }).outcome, "allowed");
  const torn = activate({ ...onDate, at: "2026-03-03T12:00:00Z" });
  assert.equal(torn.outcome, "undecided");
  assert.deepEqual(torn.needs, ["device.activatedAt"]);
  assert.equal(activate({ ...onDate, at: "2026-03-03T23:00:00Z" }).outcome, "refused");
});

test("an interval across the boundary is unknown as well", () => {
  const between = { from: "2026-03-01T10:00:00Z", to: "2026-03-01T14:00:00Z" };
  assert.equal(activate({ "device.activatedAt": between, at: "2026-03-03T12:00:00Z" }).outcome, "undecided");
  assert.equal(activate({ "device.activatedAt": between, at: "2026-03-03T14:00:01Z" }).outcome, "refused");
});

test("never is not unknown", () => {
  assert.equal(activate({ "device.activatedAt": "never" }).outcome, "allowed");
  assert.equal(
    activate({ "device.activatedAt": "unknown", at: "2026-03-09T12:00:00Z" }).outcome,
    "undecided",
  );
});

test("every reason of a refusal is told", () => {
  const receipt = activate({ at: "2026-03-09T12:00:00Z", "code.state": "redeemed", "device.region": "NZ" });
  assert.deepEqual(clauses(receipt.against), ["activate.aircraft", "activate.code", "offer.region"]);
  assert.deepEqual(receipt.wouldChange, []);
});

test("when no window was ever meant for the case, all of them speak against", () => {
  const receipt = activate({ "device.group": "controller" });
  assert.deepEqual(clauses(receipt.against), [
    "activate.new",
    "activate.aircraft",
    "activate.handheld",
    "activate.video",
  ]);
});

test("an unknown that cannot matter is not asked for", () => {
  const receipt = activate({ "code.state": "redeemed", "device.activatedAt": "unknown" });
  assert.equal(receipt.outcome, "refused");
  assert.deepEqual(receipt.needs, []);
});

test("odd facts are decided like unknown ones, never with an exception", () => {
  for (const odd of [
    {},
    { device: 7 },
    { device: { activatedAt: "yesterday" } },
    { at: 3 },
    { code: [] },
    { plan: null },
  ]) {
    for (const decision of ["offer", "activation", "coverage", "renewal"] as const) {
      assert.ok(terms.decide(decision, odd as Facts).outcome);
    }
  }
});

test("a window is shut until the moment it runs from", () => {
  const at = "2026-03-01T12:00:00Z";
  assert.equal(activate({ at, "device.activatedAt": at }).outcome, "allowed");
  const shipped = smallTerms(
    "early\nkind: window\ndecision: activation\nfrom: device.shippedAt\nwindow: 48 hours",
  );
  const decide = (shippedAt: string): Receipt =>
    shipped.decide("activation", { at, device: { shippedAt, activatedAt: at } });
  const early = decide("2026-03-01T12:00:01Z");
  assert.deepEqual([early.outcome, clauses(early.against)], ["refused", ["early"]]);
  assert.deepEqual(early.wouldChange, [
    {
      fact: "device.shippedAt",
      to: at,
      outcome: "allowed",
      says: "1 second too early",
      by: "the maker",
      correction: true,
    },
  ]);
  assert.equal(decide("2030-01-01").outcome, "refused");
});
