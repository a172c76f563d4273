import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import type { Facts, Terms } from "../index.ts";
import { coveredClip, freshHawk, sampleTerms } from "../samples/sampleTerms.ts";
import { withFact } from "./factSetting.ts";

const text = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");
const compiled = (): Terms => sampleTerms(text);
const clip: Facts = { ...coveredClip, ...freshHawk, device: { ...freshHawk.device, ...coveredClip.device } };

const told: Readonly<Record<string, readonly unknown[]>> = {
  "plan.uses": [0, 1, 3, "unknown"],
  "plan.status": ["active", "cancelled", "none"],
  "incident.cause": ["drop", "defect", "unknown"],
  "incident.at": ["2026-05-30T09:00:00Z", "2026-05-30", "2024-13-41T99:00:00Z", "unknown"],
  "incident.parts": [["camera"], ["aircraft", "gimbal"], []],
  "claim.region": ["EU", "US"],
  "claim.returnedParts": [["camera"], ["aircraft", "gimbal", "battery"]],
};

const someFacts: fc.Arbitrary<Facts> = fc
  .subarray(Object.keys(told))
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), fc.constantFrom(...(told[name] ?? []))))),
  )
  .map((laid) => laid.reduce<Facts>((facts, [name, value]) => withFact(facts, name, value), clip));

const answers = (terms: Terms, facts: Facts): string =>
  JSON.stringify([
    terms.verdict("coverage", facts),
    terms.clauseVerdicts("coverage", facts),
    terms.decide("coverage", facts),
  ]);

test("what terms remember of earlier cases changes no byte of a later one", () => {
  const warm = compiled();
  fc.assert(
    fc.property(fc.array(someFacts, { minLength: 1, maxLength: 6 }), (cases) => {
      const first = cases.map((facts) => answers(warm, facts));
      const turned = cases.toReversed().map((facts) => answers(warm, facts));
      const cold = compiled();
      assert.deepEqual(turned.toReversed(), first);
      assert.deepEqual(
        cases.map((facts) => answers(cold, facts)),
        first,
      );
    }),
    { numRuns: 25, seed: 31 },
  );
});

test("two lists of models that read alike with commas between are two lists", () => {
  const warm = compiled();
  const sold = (models: readonly string[]): Facts => withFact(freshHawk, "code.models", models);
  const verdicts = [["hawk,clip"], ["hawk", "clip"], ["hawk,clip"]].map((models) =>
    warm.verdict("activation", sold(models)),
  );
  assert.deepEqual(verdicts, ["refused", "allowed", "refused"]);
});
