import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { withFact } from "../deciding/factSetting.ts";
import { compileTerms, type Facts, type Receipt, readTerms, type TermsDocument } from "../index.ts";
import { coveredClip, freshHawk } from "../samples/sampleTerms.ts";
import { asInAnnex } from "./withAnnexes.ts";

const sampleText = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");

function documentOf(text: string): TermsDocument {
  const { document, findings } = readTerms({ file: "made.terms.md", text });
  return document ?? assert.fail(JSON.stringify(findings, null, 1));
}

const front = (replaces: readonly string[], adds: readonly string[]): string => `---
terms: sample-plan
version: "japan"
status: published
vocabulary: device-plan/1
language: en
legal-form: service-contract
effective: { from: 2026-01-01, picks-by: plan.startsAt }
annex: { of: "2026-01", regions: [JP, NO], replaces: [${replaces}], adds: [${adds}] }
---
# Elsewhere
`;

const clause = (id: string, rule: string): string =>
  `\n## Clause {#${id}}\n\nWords of the annex.\nSource: made here.\n\n\`\`\`terms\n${rule}\n\`\`\`\n`;

const replacing: Readonly<Record<string, string>> = {
  "activate.aircraft":
    "kind: window\nwhen: { device.group: aircraft }\nfrom: device.activatedAt\nwindow: 96 hours",
  "activate.handheld":
    "kind: window\nwhen: { device.group: handheld }\nfrom: device.activatedAt\nwindow: 5 working days",
  "activate.code":
    "kind: require\ndecision: activation\nwhen: { code.state: [sold, stock], device.plan: none }",
  "excl.intentional": "kind: exclude\napplies-to: [plan]\nwhen: { incident.cause: water }",
  "refund.device": "kind: refund\nformula: pro-rata",
};
const adding: Readonly<Record<string, string>> = {
  "offer.adult": "kind: require\ndecision: [offer, activation]\nwhen: { holder.age: at least 18 }",
  "excl.wear": "kind: exclude\napplies-to: [plan]\nwhen: { incident.cause: drop, plan.uses: at least 1 }",
  "offer.soon": "kind: window\ndecision: offer\nfrom: device.purchasedAt\nwindow: 60 days",
};

const base = documentOf(sampleText);
const known = Object.keys(replacing).filter((id) => base.clauses.some((each) => each.id === id));
const annexes = fc
  .tuple(fc.subarray(known, { minLength: 1 }), fc.subarray(Object.keys(adding)))
  .map(([replaces, adds]) =>
    documentOf(
      front(replaces, adds) +
        [...replaces, ...adds].map((id) => clause(id, replacing[id] ?? adding[id] ?? "")).join(""),
    ),
  );

const instant = fc
  .integer({ min: 1_767_225_600, max: 1_800_000_000 })
  .map((seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`);
const told: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  at: instant,
  "device.model": fc.constantFrom("hawk-2", "clip-4"),
  "device.activatedAt": instant,
  "device.purchasedAt": instant,
  "code.state": fc.constantFrom("sold", "stock", "redeemed"),
  "plan.uses": fc.constantFrom(0, 1, 2),
  "incident.cause": fc.constantFrom("drop", "water", "defect"),
  "incident.intentional": fc.boolean(),
  "holder.age": fc.constantFrom(16, 40, "unknown"),
  "cancellation.deviceReturned": fc.boolean(),
  region: fc.constantFrom("EU", "JP", "NO"),
};
const start: Facts = {
  ...coveredClip,
  ...freshHawk,
  device: Object.assign({}, freshHawk.device, coveredClip.device),
  plan: { ...(coveredClip.plan as object), price: { amount: 9900, currency: "EUR" }, claimsPaid: "none" },
  cancellation: { by: "holder", reason: "withdrawal", noticeAt: "never", refundedAt: "never" },
};
const cases = fc
  .record(told)
  .map((values) =>
    Object.entries(values).reduce((facts, [name, value]) => withFact(facts, name, value), start),
  );

/** What is decided, without the words and the order of clauses. */
const gist = ({ outcome, fee, uses, refund, deadlines, against }: Receipt): unknown => ({
  outcome,
  fee,
  uses,
  refund,
  deadlines,
  against: against.map(({ clause, verdict }) => `${clause} ${verdict}`).sort(),
});

test("an annex counts in its regions as if it were the terms, and nowhere else at all", () => {
  const decisions = ["offer", "activation", "coverage", "renewal", "refund"] as const;
  const plain = compileTerms(base);
  let differing = 0;
  fc.assert(
    fc.property(annexes, fc.array(cases, { minLength: 5, maxLength: 5 }), (annex, several) => {
      const merged = compileTerms(base, { annexes: [annex] });
      const within = compileTerms(asInAnnex(base, annex));
      for (const facts of several) {
        for (const decision of decisions) {
          const expected = (facts.region === "EU" ? plain : within).decide(decision, facts);
          assert.deepEqual(gist(merged.decide(decision, facts)), gist(expected), decision);
          differing += plain.verdict(decision, facts) === expected.outcome ? 0 : 1;
        }
      }
    }),
    { numRuns: 120, seed: 21 },
  );
  assert.ok(differing > 50, `${differing} answers differed in the annex's regions`);
});
