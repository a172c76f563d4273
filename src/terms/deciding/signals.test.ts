import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import type { Decision, Facts } from "../index.ts";
import { exchanged } from "../samples/exchanged.ts";
import { sampleTerms } from "../samples/sampleTerms.ts";
import { withFact } from "./factSetting.ts";

const text = readFileSync(new URL("../samples/exchange.terms.md", import.meta.url), "utf8");
const terms = sampleTerms(text);
const clauses = (reasons: readonly { clause: string }[]): string[] => reasons.map(({ clause }) => clause);

for (const kind of ["photo-seen-before", "activity-after-loss"]) {
  test(`S71, S72 ${kind}: a person looks at it, nobody is refused`, () => {
    const odd = withFact(exchanged, "signals", [{ kind, weight: 60 }]);
    for (const decision of ["coverage", "activation"] as const) {
      const receipt = terms.decide(decision, odd);
      assert.equal(receipt.outcome, "hold");
      assert.deepEqual(receipt.doors, [{ door: "person", clause: "review.signals" }]);
      assert.deepEqual(clauses(receipt.against), ["review.signals"]);
    }
    assert.equal(terms.verdict("coverage", withFact(exchanged, "signals", [{ kind, weight: 49 }])), "plan");
  });
}

test("a case that is refused anyway is not told that it looked odd", () => {
  const odd = withFact(exchanged, "signals", [{ kind: "many-claims", weight: 90 }]);
  const receipt = terms.decide("coverage", withFact(odd, "plan.status", "expired"));
  assert.equal(receipt.outcome, "paid");
  assert.deepEqual(clauses(receipt.against), ["cover.plan"]);
});

const signals = fc.oneof(
  fc.constantFrom<unknown>("none", "unknown", []),
  fc.array(fc.record({ kind: fc.constantFrom("photo-seen-before", "many-claims"), weight: fc.nat(100) }), {
    maxLength: 4,
  }),
);
const changes: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  "plan.status": fc.constantFrom("active", "expired", "unknown"),
  "plan.uses": fc.constantFrom(0, 1, 2, "unknown"),
  "incident.cause": fc.constantFrom("drop", "defect", "flyaway", "deformation", "unknown"),
  "claim.channel": fc.constantFrom("quick", "online", "unknown"),
  "claim.wants": fc.constantFrom("replacement", "send-back", "unknown"),
  "claim.returnedAt": fc.constantFrom("never", "2025-09-05T09:00:00Z", "2025-09-20T09:00:00Z"),
  "plan.concludedAt": fc.constantFrom("2025-09-01T00:00:00Z", "2025-06-01T00:00:00Z"),
  "plan.price": fc.constantFrom({ amount: 9900, currency: "USD" }, "unknown"),
  "transfer.times": fc.constantFrom(0, 1, "unknown"),
};
const cases = fc
  .record(changes)
  .map((told) =>
    Object.entries(told).reduce<Facts>((facts, [name, value]) => withFact(facts, name, value), exchanged),
  );
const decisions = fc.constantFrom<Decision>(
  "offer",
  "activation",
  "coverage",
  "renewal",
  "return",
  "refund",
  "transfer",
);

test("whatever the signals: the answer without them, or a person; never a refusal of their own", () => {
  let reviewed = 0;
  fc.assert(
    fc.property(decisions, cases, signals, (decision, facts, odd) => {
      const before = terms.verdict(decision, withFact(facts, "signals", "none"));
      const after = terms.verdict(decision, withFact(facts, "signals", odd));
      reviewed += after === "hold" && before !== "hold" ? 1 : 0;
      assert.ok(after === before || after === "hold", `${before} became ${after}`);
    }),
    { numRuns: 800, seed: 8 },
  );
  assert.ok(reviewed > 20, `${reviewed} cases went to a person`);
});
