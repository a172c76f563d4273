import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type Facts, factProblems, type Receipt } from "../index.ts";
import { coveredClip, freshHawk, sampleTerms } from "../samples/sampleTerms.ts";
import { withFact } from "./factSetting.ts";

const terms = sampleTerms(readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8"));

const laid = (base: Facts, changes: Readonly<Record<string, unknown>>): Facts =>
  Object.entries(changes).reduce((facts, [name, value]) => withFact(facts, name, value), base);
const cover = (changes: Readonly<Record<string, unknown>>): Receipt =>
  terms.decide("coverage", laid(coveredClip, changes));
const saysOf = ({ wouldChange }: Receipt, name: string): string | undefined =>
  wouldChange.find(({ fact }) => fact === name)?.says;

test("however many uses there were, the hint is the most that would still do", () => {
  for (const uses of [3, 1_000_000, Number.MAX_SAFE_INTEGER]) {
    const hint = cover({ "plan.uses": uses }).wouldChange.find(({ fact }) => fact === "plan.uses");
    assert.equal(hint?.to, 2);
    assert.equal(hint?.says, uses === 3 ? "1 use too many" : `${uses - 2} uses too many`);
  }
});

test("a count beyond any device's is no fact", () => {
  assert.deepEqual(factProblems({ plan: { uses: 10_000 }, device: { monthsCovered: 10_000 } }), []);
  assert.equal(factProblems({ plan: { uses: 10_001 } }).length, 1);
  assert.equal(factProblems({ device: { monthsCovered: 10_001 } }).length, 1);
});

test("a fact known as a date is measured from the end of the day that is nearer", () => {
  const late = terms.decide(
    "activation",
    laid(freshHawk, { "device.activatedAt": "2026-03-01", at: "2026-03-04T12:00:00Z" }),
  );
  assert.equal(saysOf(late, "device.activatedAt"), "13 hours too late");
});

test("what came before its time is too early, by a date as by an instant", () => {
  assert.equal(saysOf(cover({ "incident.at": "2026-01-10T09:00:00Z" }), "incident.at"), "1 hour too early");
  assert.match(saysOf(cover({ "incident.at": "2026-01-08" }), "incident.at") ?? "", /^1 day.* too early$/);
  assert.match(saysOf(cover({ "incident.at": "2028-01-20" }), "incident.at") ?? "", /^\d+ days.* too late$/);
});

test("what has happened is only a correction, what can still be brought is not", () => {
  const { wouldChange } = cover({
    "incident.lost": "partial",
    "incident.at": "2028-01-20T00:00:00Z",
    at: "2028-02-01T00:00:00Z",
  });
  assert.ok(wouldChange.every(({ correction }) => correction === true));
  const [missing] = cover({ "claim.returnedParts": ["camera"] }).wouldChange;
  assert.equal(missing?.correction, undefined);
  const [lost] = cover({ "incident.lost": "partial" }).wouldChange;
  assert.deepEqual([lost?.fact, lost?.by, lost?.correction], ["incident.lost", "you", true]);
});

test("what can still be done comes first, then the smallest correction", () => {
  const aircraft = terms.decide(
    "activation",
    laid(freshHawk, { "code.state": "redeemed", "device.plan": "care-1y" }),
  );
  assert.deepEqual(aircraft.wouldChange, []);
  const used = terms.decide("activation", laid(freshHawk, { "code.state": "redeemed" }));
  assert.deepEqual(
    used.wouldChange.map(({ fact, by, correction }) => [fact, by, correction]),
    [["code.state", "the maker", undefined]],
  );
  const tooMany = cover({ "plan.uses": 4 }).wouldChange.map(({ fact }) => fact);
  assert.deepEqual(tooMany, [...new Set(tooMany)]);
});
