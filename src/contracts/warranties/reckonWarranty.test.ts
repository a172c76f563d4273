import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { endOfReplacement, type NewWarranty, reckonWarranty, type WarrantyFacts } from "./reckonWarranty.ts";
import { type Warranty, type WarrantySource, warrantyEndAt, warrantyOfParts } from "./warranty.ts";
import type { WarrantyRule } from "./warrantyRule.ts";

const at = Temporal.Instant.from("2026-06-10T10:00:00Z");
const day = (text: string) => Temporal.PlainDate.from(text);
const instant = (text: string) => Temporal.Instant.from(text);

function source(no: number, what: WarrantySource["what"], told: string, more = {}): WarrantySource {
  const isMoment = what === "activated" || what === "ends";
  return {
    ...{ no, what, toldAt: isMoment ? instant(told) : null, toldOn: isMoment ? null : day(told) },
    ...{ toldBy: "registry", proof: null, reason: "told", claimNo: null, at, actor: "key:1", ...more },
  };
}

function rule(more: Partial<WarrantyRule> = {}): WarrantyRule {
  return {
    ...{ scope: "*", region: "*", component: "device", validFrom: day("2010-01-01"), months: 12 },
    ...{
      shippedDays: 90,
      madeDays: 120,
      replacementDays: null,
      beginsBy: "told",
      version: 1,
      setAt: at,
      setBy: "system",
    },
    ...more,
  };
}

function facts(sources: readonly WarrantySource[], more: Partial<WarrantyFacts> = {}): WarrantyFacts {
  const ruled = { model: "mini-3", series: "mini", maker: "dji" };
  const given = { ruled, region: "EU", zone: "Europe/Warsaw", sources, rules: [rule()] };
  return { ...given, warranties: [], plans: [], ...more };
}

const kept = (versions: readonly NewWarranty[]): Warranty[] =>
  versions.map((version, place) => ({ ...version, no: place + 1, reason: "told", at, actor: "key:1" }));
const said = (versions: readonly NewWarranty[]) =>
  versions.map(({ component, basis, startsOn, endsAt }) => [
    component,
    basis,
    startsOn?.toString() ?? null,
    endsAt.toString(),
  ]);

const activated = source(1, "activated", "2026-06-02T22:30:00Z");
const purchased = source(2, "purchased", "2026-05-20");
const shipped = source(3, "shipped", "2026-05-01");
const made = source(4, "made", "2026-03-01");

describe("a warranty begins", () => {
  it("with the first of the chain that is told, by the day it was where the device is", () => {
    for (const [sources, basis, startsOn] of [
      [[made, shipped, purchased, activated], "activated", "2026-06-03"],
      [[made, shipped, purchased], "purchased", "2026-05-20"],
      [[made, shipped], "shipped", "2026-07-30"],
      [[made], "made", "2026-06-29"],
    ] as const) {
      const [begun] = reckonWarranty(facts(sources));
      assert.deepEqual([begun?.basis, begun?.startsOn?.toString()], [basis, startsOn]);
    }
    assert.equal(reckonWarranty(facts([activated]))[0]?.endsAt.toString(), "2027-06-03T22:00:00Z");
  });

  it("not by what its rule does not let begin it, and not where nothing is told", () => {
    const strict = { rules: [rule({ shippedDays: null, madeDays: null })] };
    assert.deepEqual(reckonWarranty(facts([shipped, made], strict)), []);
    assert.deepEqual(reckonWarranty(facts([])), []);
  });

  it("by the paper the office has seen where nothing else is known, never by what the bench noted", () => {
    const paper = source(5, "ends", "2027-01-01T00:00:00Z", { toldBy: "office", proof: "invoice 7" });
    assert.deepEqual(said(reckonWarranty(facts([paper]))), [
      ["device", "ends", null, "2027-01-01T00:00:00Z"],
    ]);
    assert.deepEqual(reckonWarranty(facts([{ ...paper, toldBy: "bench", proof: null }])), []);
  });

  it("by the narrowest rule there is, of its first day and of each component", () => {
    const rules = [
      rule(),
      rule({ component: "battery", months: 6 }),
      rule({ scope: "series:mini", months: 18 }),
      rule({ scope: "model:mini-3", region: "JP", months: 30 }),
      rule({ scope: "series:mini", validFrom: day("2027-01-01"), months: 36 }),
    ];
    assert.deepEqual(said(reckonWarranty(facts([purchased], { rules }))), [
      ["device", "purchased", "2026-05-20", "2027-11-20T23:00:00Z"],
      ["battery", "purchased", "2026-05-20", "2026-11-20T23:00:00Z"],
    ]);
  });
});

describe("begun anew", () => {
  const plan = {
    contractNo: 1,
    clause: "warranty.length",
    by: "1 year",
    countsFrom: instant("2026-06-05T00:00:00Z"),
  };

  it("it has on top of it what plans give, once, and what a replacement was given", () => {
    const first = kept(reckonWarranty(facts([purchased], { plans: [plan] })));
    assert.deepEqual(said(first).at(-1), ["device", "plan", null, "2028-05-20T22:00:00Z"]);
    const again = reckonWarranty(facts([purchased, activated], { plans: [plan], warranties: first }));
    assert.deepEqual(
      again.map(({ basis, endsAt }) => [basis, endsAt.toString()]),
      [
        ["activated", "2027-06-03T22:00:00Z"],
        ["plan", "2028-06-03T22:00:00Z"],
      ],
    );
  });

  it("a replacement has the rest of the original or its least days, whichever is later", () => {
    const shippedAt = instant("2027-05-20T10:00:00Z");
    const original = instant("2027-06-03T22:00:00Z");
    assert.equal(
      endOfReplacement(original, shippedAt, 90, "Europe/Warsaw").toString(),
      "2027-08-18T22:00:00Z",
    );
    assert.equal(endOfReplacement(original, shippedAt, 7, "Europe/Warsaw"), original);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
        const end = endOfReplacement(original, shippedAt, count, "Europe/Warsaw");
        assert.ok(Temporal.Instant.compare(end, original) >= 0);
      }),
    );
  });
});

describe("what was lost", () => {
  it("is judged by the warranty of the moment it was lost, not of the moment it is looked at", () => {
    const plan = { contractNo: 1, clause: "x", by: "1 year", countsFrom: instant("2027-07-01T00:00:00Z") };
    const versions = kept(reckonWarranty(facts([purchased], { plans: [plan] })));
    const base = "2027-05-20T22:00:00Z";
    const lost = (text: string) => warrantyEndAt(versions, "device", instant(text))?.toString();
    assert.equal(lost("2027-06-15T00:00:00Z"), base, "over when it was lost, longer only afterwards");
    assert.equal(lost("2027-07-02T00:00:00Z"), "2028-05-20T22:00:00Z");
    assert.equal(
      versions.at(-1)?.endsAt.toString(),
      "2028-05-20T22:00:00Z",
      "what stands would have covered it",
    );
  });

  it("of parts that have a warranty of their own is judged by theirs", () => {
    const rules = [rule(), rule({ component: "battery", months: 6 })];
    const versions = kept(reckonWarranty(facts([purchased], { rules })));
    const end = (...parts: string[]) => warrantyOfParts(versions, parts, at)?.toString();
    assert.equal(end("battery"), "2026-11-20T23:00:00Z");
    assert.equal(end("battery", "gimbal"), "2027-05-20T22:00:00Z");
    assert.equal(end(), "2027-05-20T22:00:00Z");
  });
});
