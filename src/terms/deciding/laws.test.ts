import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import type { Decision, Facts } from "../index.ts";
import { coveredClip, freshHawk, sampleTerms } from "../samples/sampleTerms.ts";
import { withFact } from "./factSetting.ts";

const text = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");
const terms = sampleTerms(text);

const yesNo = fc.constantFrom(true, false, "yes", "no", "unknown");
const instant = fc
  .integer({ min: 1_760_000_000, max: 1_840_000_000 })
  .map((seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`);
const moment = fc.oneof(
  { weight: 6, arbitrary: instant },
  fc.constantFrom("never", "unknown", "2026-05-30", "2028-01-10"),
  fc.record({ from: instant, to: instant }),
);
const lists = fc.constantFrom([], ["camera"], ["battery"], ["camera", "battery"], "none", "unknown");

const changes: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  at: instant,
  "device.model": fc.constantFrom("clip-4", "hawk-2", "lens-5", "unknown", "stranger"),
  "device.modified": yesNo,
  "device.warrantyEndsAt": moment,
  "device.activatedAt": moment,
  "device.region": fc.constantFrom("EU", "JP", "NZ", "unknown"),
  "device.plan": fc.constantFrom("none", "care-1y", "unknown"),
  "device.monthsCovered": fc.constantFrom(0, 12, 24, 36, "unknown"),
  "code.state": fc.constantFrom("sold", "redeemed", "unknown"),
  "code.models": fc.constantFrom(["hawk"], ["clip-4"], [], "unknown"),
  "plan.product": fc.constantFrom("care-1y", "care-2y", "care-plus", "none", "unknown"),
  "plan.status": fc.constantFrom("active", "expired", "cancelled", "none", "unknown"),
  "plan.serial": fc.constantFrom("C1", "C2", "unknown"),
  "plan.region": fc.constantFrom("EU", "JP", "unknown"),
  "plan.endsAt": moment,
  "plan.uses": fc.constantFrom(0, 1, 2, 3, "unknown"),
  "plan.claimsPaid": fc.constantFrom("none", "unknown", { amount: 100, currency: "PLN" }),
  "incident.at": moment,
  "incident.cause": fc.constantFrom("drop", "water", "collision", "defect", "flyaway", "unknown"),
  "incident.lost": fc.constantFrom("none", "partial", "total", "unknown"),
  "incident.intentional": yesNo,
  "incident.cosmeticOnly": yesNo,
  "incident.flightLog": fc.constantFrom("none", "cloud", "unknown"),
  "incident.causedBy": fc.constantFrom([], ["excl.modified"], "unknown"),
  "claim.currency": fc.constantFrom("PLN", "EUR", "JPY", "unknown"),
  "claim.wants": fc.constantFrom("replacement", "repair", "unknown"),
  "claim.returnedParts": lists,
  "invitation.reason": fc.constantFrom("video", "repair", "unknown"),
  "invitation.sentAt": moment,
};

const base: Facts = {
  ...coveredClip,
  ...freshHawk,
  at: "2026-06-01T10:00:00Z",
  device: Object.assign({}, freshHawk.device, coveredClip.device),
};

/** The same facts with every mapping written the other way round. */
function turned(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, turned(inner)]),
  );
}

const cases: fc.Arbitrary<Facts> = fc
  .uniqueArray(fc.constantFrom(...Object.keys(changes)), { maxLength: 7 })
  .chain((names) =>
    fc.record(Object.fromEntries(names.map((name) => [name, changes[name] ?? fc.constant(0)]))),
  )
  .map((values) =>
    Object.entries(values).reduce((facts, [name, value]) => withFact(facts, name, value), base),
  );

const decisions = fc.constantFrom<Decision>("offer", "activation", "coverage", "renewal");

test("the verdict is the receipt's outcome", () => {
  fc.assert(
    fc.property(decisions, cases, (decision, facts) => {
      assert.equal(terms.verdict(decision, facts), terms.decide(decision, facts).outcome);
    }),
    { numRuns: 600, seed: 1 },
  );
});

test("the same case gives the same bytes, whatever came before and wherever the host is", () => {
  const host = process.env.TZ;
  fc.assert(
    fc.property(
      decisions,
      cases,
      cases,
      fc.constantFrom("Pacific/Apia", "UTC", "America/St_Johns"),
      (decision, facts, other, zone) => {
        process.env.TZ = zone;
        const before = JSON.stringify(terms.decide(decision, facts));
        terms.decide("coverage", other);
        process.env.TZ = "Asia/Kolkata";
        const again = sampleOnce.decide(decision, turned(JSON.parse(JSON.stringify(facts))) as Facts);
        assert.equal(JSON.stringify(again), before);
      },
    ),
    { numRuns: 300, seed: 2 },
  );
  process.env.TZ = host;
});
const sampleOnce = sampleTerms(text);

test("every clause a receipt names is in the document, and what it asks for is not known", () => {
  const ids = new Set(terms.clauses.map(({ id }) => id));
  fc.assert(
    fc.property(decisions, cases, (decision, facts) => {
      const receipt = terms.decide(decision, facts);
      for (const { clause } of [
        ...receipt.because,
        ...receipt.against,
        ...receipt.doors,
        ...receipt.deadlines,
      ]) {
        assert.ok(ids.has(clause), clause);
      }
      assert.equal(receipt.outcome === "undecided", receipt.needs.length > 0);
    }),
    { numRuns: 400, seed: 3 },
  );
});

test("every hint, applied, really changes the outcome, and none names who or which", () => {
  let hints = 0;
  fc.assert(
    fc.property(decisions, cases, (decision, facts) => {
      const receipt = terms.decide(decision, facts);
      for (const { fact, to, outcome } of receipt.wouldChange) {
        hints += 1;
        assert.equal(terms.verdict(decision, withFact(facts, fact, to)), outcome);
        assert.notEqual(outcome, receipt.outcome);
        assert.ok(!/serial|holder|replacedBy/i.test(fact));
      }
    }),
    { numRuns: 900, seed: 4 },
  );
  assert.ok(hints > 50, `${hints} hints were tried`);
});

const factIn = (facts: Facts, name: string): unknown =>
  name
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], facts);

test("what is asked for is enough: told that and no more, the case is answered as if all were told", () => {
  const names = Object.keys(changes).filter((name) => factIn(base, name) !== undefined && name !== "at");
  let asked = 0;
  fc.assert(
    fc.property(
      decisions,
      cases,
      fc.uniqueArray(fc.constantFrom(...names), { maxLength: 5 }),
      (decision, facts, forgotten) => {
        const whole = terms.decide(decision, facts);
        const open = forgotten.reduce((before, name) => withFact(before, name, "unknown"), facts);
        const { needs } = terms.decide(decision, open);
        const told = needs.reduce((before, name) => withFact(before, name, factIn(facts, name)), open);
        const known = needs.every((name) => forgotten.includes(name));
        if (whole.outcome !== "undecided" && known && !forgotten.includes("claim.wants")) {
          asked += needs.length > 0 ? 1 : 0;
          assert.equal(terms.verdict(decision, told), whole.outcome, needs.join());
        }
      },
    ),
    { numRuns: 600, seed: 7 },
  );
  assert.ok(asked > 30, `${asked} cases asked for something`);
});

const ranks = ["refused", "paid", "incomplete", "hold", "plan", "warranty"];

test("an exclusion more never helps on its routes", () => {
  const rules = [
    "incident.cause: drop",
    "plan.uses: at least 1",
    "incident.at: after plan.startsAt",
    "device.model: clip-4",
  ];
  const stricter = rules.map((rule) =>
    sampleTerms(text, (before) =>
      before.replace(
        "## 5 Ways",
        [
          ...["### 4.9 More {#excl.more}", "", "More.", "Source: x.", "", "```terms", "kind: exclude"],
          ...["applies-to: [plan]", `when: { ${rule} }`, "```", "", "## 5 Ways"],
        ].join("\n"),
      ),
    ),
  );
  fc.assert(
    fc.property(cases, fc.nat(rules.length - 1), (facts, which) => {
      const before = terms.verdict("coverage", facts);
      const after = stricter[which]?.verdict("coverage", facts) ?? assert.fail();
      const isOpen = before === "undecided" || after === "undecided";
      assert.ok(isOpen || ranks.indexOf(after) <= ranks.indexOf(before), `${before} became ${after}`);
    }),
    { numRuns: 400, seed: 5 },
  );
});

test("forgetting a fact never turns one answer into another", () => {
  fc.assert(
    fc.property(decisions, cases, fc.constantFrom(...Object.keys(changes)), (decision, facts, name) => {
      const before = terms.verdict(decision, facts);
      const after = terms.verdict(decision, withFact(facts, name, "unknown"));
      const isPresumed = name === "claim.wants" || name === "incident.reportedAt";
      assert.ok(
        isPresumed || before === "undecided" || after === "undecided" || after === before,
        `${name}: ${before}, ${after}`,
      );
    }),
    { numRuns: 800, seed: 6 },
  );
});
