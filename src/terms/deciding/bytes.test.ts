import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import type { Decision, Facts, Terms } from "../index.ts";
import { exchanged } from "../samples/exchanged.ts";
import { coveredClip, freshHawk, sampleTerms } from "../samples/sampleTerms.ts";
import { withFact } from "./factSetting.ts";

const termsOf = (file: string): Terms =>
  sampleTerms(readFileSync(new URL(`../samples/${file}`, import.meta.url), "utf8"));
const decisions: readonly Decision[] = [
  ...["offer", "activation", "coverage", "renewal", "refund", "return", "transfer"],
] as Decision[];

const told: Readonly<Record<string, readonly unknown[]>> = {
  "plan.uses": [0, 3, "unknown"],
  "plan.concludedAt": ["2025-08-25T10:00:00Z", "2026-05-30T22:30:00Z"],
  "plan.price": [{ amount: 9900, currency: "PLN" }, "unknown"],
  "incident.cause": ["drop", "defect", "unknown"],
  "incident.at": [{ from: "2026-05-30T09:00:00Z", to: "2026-05-31T09:00:00Z" }, "2026-05-30", "unknown"],
  "incident.reportedAt": ["2026-05-31T20:15:30Z", "2026-12-31T20:15:30Z"],
  "claim.returnedAt": ["never", "2025-09-10T09:00:00Z", "2025-09-16T09:00:00Z", "unknown"],
  "claim.returnedParts": [["camera"], ["aircraft", "gimbal", "battery"]],
  "transfer.to": ["holder", "device"],
  "transfer.newPurchasedAt": ["2025-08-25T10:00:00Z"],
  signals: [[{ kind: "many-claims", weight: 80 }], "none"],
};

const factsOn = (base: Facts): fc.Arbitrary<Facts> =>
  fc
    .subarray(Object.keys(told))
    .chain((names) =>
      fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), fc.constantFrom(...(told[name] ?? []))))),
    )
    .map((laid) => laid.reduce<Facts>((facts, [name, value]) => withFact(facts, name, value), base));

/** The same facts with the keys of every mapping in another order and every instant in another offset. */
function rewritten(value: unknown, random: () => number): unknown {
  if (typeof value === "string") {
    return isInstant.test(value) ? inOffset(value, Math.floor(random() * 53) - 24) : value;
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((each) => rewritten(each, random));
  }
  const entries = Object.entries(value).map(([key, inner]) => ({ key, inner, by: random() }));
  return Object.fromEntries(
    entries.sort((a, b) => a.by - b.by).map(({ key, inner }) => [key, rewritten(inner, random)]),
  );
}

const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** In half hours east of Greenwich. */
function inOffset(instant: string, halves: number): string {
  const local = Temporal.Instant.from(instant)
    .add({ minutes: halves * 30 })
    .toString()
    .slice(0, 19);
  const [hours, minutes] = [Math.floor(Math.abs(halves) / 2), (Math.abs(halves) % 2) * 30];
  const two = (figure: number): string => String(figure).padStart(2, "0");
  return `${local}${halves < 0 ? "-" : "+"}${two(hours)}:${two(minutes)}`;
}

/** Numbers from 0 to 1 that a seed repeats. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const clip: Facts = {
  ...coveredClip,
  ...freshHawk,
  device: { ...freshHawk.device, ...coveredClip.device },
};

for (const [file, base] of [
  ["sample.terms.md", clip],
  ["exchange.terms.md", exchanged],
] as const) {
  test(`equal facts give equal bytes, whatever their order and their offsets: ${file}`, () => {
    const terms = termsOf(file);
    const again = termsOf(file);
    fc.assert(
      fc.property(fc.constantFrom(...decisions), factsOn(base), fc.nat(), (decision, facts, seed) => {
        const otherwise = rewritten(facts, seeded(seed)) as Facts;
        const before = JSON.stringify(terms.decide(decision, facts));
        assert.equal(JSON.stringify(again.decide(decision, otherwise)), before);
        assert.equal(JSON.stringify(terms.decide(decision, otherwise)), before);
      }),
      { numRuns: 400, seed: 12 },
    );
  });
}

test("another instant is not the same bytes", () => {
  const terms = termsOf("sample.terms.md");
  const later = inOffset("2026-06-01T10:00:01Z", 3);
  assert.notEqual(
    JSON.stringify(terms.decide("coverage", { ...clip, at: later })),
    JSON.stringify(terms.decide("coverage", clip)),
  );
  assert.equal(Temporal.Instant.from(later).toString(), "2026-06-01T10:00:01Z");
});
