import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { withFact } from "../deciding/factSetting.ts";
import { compileTerms, type Facts, readTerms, type TermsDocument } from "../index.ts";
import { factNamed } from "../vocabulary.ts";

const folder = new URL("../../../statutes/", import.meta.url);

function documentOf(file: string, text: string): TermsDocument {
  const { document, findings } = readTerms({ file, text });
  return document ?? assert.fail(JSON.stringify(findings));
}

const statutes = readdirSync(folder)
  .filter((file) => file.endsWith(".terms.md"))
  .map((file) => documentOf(file, readFileSync(new URL(file, folder), "utf8")));

const base = documentOf(
  "plain.terms.md",
  `---
terms: plain-plan
version: "1"
status: published
vocabulary: device-plan/1
language: en
legal-form: service-contract
effective: { from: 2016-01-01, picks-by: plan.concludedAt }
overlays: [eu, us-tx, us-nv, us-fl]
regions:
  EU: { zone: Europe/Warsaw, currencies: [EUR], countries: [PL, DE, FR, SE] }
  US: { zone: America/Chicago, currencies: [EUR], countries: [US] }
---
# Plain

## 1 A week {#back.week}

Within {{window}}.
Source: made for the tests.

\`\`\`terms
kind: refund
window: 7 days
formula: full
when: { plan.uses: at most 0 }
\`\`\`
`,
);
const terms = compileTerms(base, { overlays: statutes });

const instant = fc
  .integer({ min: 1_754_000_000, max: 1_758_000_000 })
  .map((seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`);
const told: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  at: instant,
  "plan.region": fc.constantFrom("EU", "US"),
  "plan.concludedAt": fc.constantFrom("2025-08-01T10:00:00Z", "2025-08-04T10:00:00Z"),
  "plan.startsAt": fc.constant("2025-08-05T10:00:00Z"),
  "plan.endsAt": fc.constant("2026-08-05T10:00:00Z"),
  "plan.price": fc.constant({ amount: 9900, currency: "EUR" }),
  "plan.claimsPaid": fc.constantFrom("none", { amount: 1000, currency: "EUR" }),
  "plan.uses": fc.constantFrom(0, 1),
  "plan.informed": fc.boolean(),
  "plan.expressRequest": fc.boolean(),
  "order.channel": fc.constantFrom("distance", "shop"),
  "holder.country": fc.constantFrom("PL", "DE", "SE", "US"),
  "holder.state": fc.constantFrom("none", "US-NV", "US-FL"),
  "holder.kind": fc.constantFrom("consumer", "business"),
  "cancellation.by": fc.constantFrom("holder", "provider"),
  "cancellation.reason": fc.constant("withdrawal"),
  "cancellation.deviceReturned": fc.boolean(),
};
const cases = fc
  .record(told)
  .map((values) =>
    Object.entries(values).reduce<Facts>((facts, [name, value]) => withFact(facts, name, value), {}),
  );
const forgettable = Object.keys(told).filter((name) => name !== "plan.region" && name !== "at");

test("what is forgotten is asked for only if it matters, and told again it gives the same refund", () => {
  let asked = 0;
  fc.assert(
    fc.property(cases, fc.subarray(forgettable, { minLength: 1, maxLength: 2 }), (facts, forgotten) => {
      const whole = terms.decide("refund", facts);
      const less = forgotten.reduce((given, name) => withFact(given, name, "unknown"), facts);
      const { outcome, refund, needs } = terms.decide("refund", less);
      assert.notEqual(whole.outcome, "undecided");
      if (outcome !== "undecided") {
        assert.deepEqual([outcome, refund?.amount], [whole.outcome, whole.refund?.amount]);
        return;
      }
      asked += 1;
      assert.ok(needs.length > 0 && needs.every((name) => forgotten.includes(name)), needs.join());
      const again = needs.reduce(
        (given, name) => withFact(given, name, factNamed(name).read(facts as never) ?? "none"),
        less,
      );
      const answer = terms.decide("refund", again);
      assert.deepEqual([answer.outcome, answer.refund?.amount], [whole.outcome, whole.refund?.amount]);
    }),
    { numRuns: 400, seed: 41 },
  );
  assert.ok(asked > 60, `${asked} cases asked for something`);
});
