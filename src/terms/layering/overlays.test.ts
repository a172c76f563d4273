import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { withFact } from "../deciding/factSetting.ts";
import { checkTerms, compileTerms, type Facts, readTerms, type TermsDocument } from "../index.ts";
import { clause, lawFront } from "../samples/layeredTexts.ts";
import { coveredClip, freshHawk } from "../samples/sampleTerms.ts";

const sampleText = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");

function documentOf(text: string): TermsDocument {
  const { document, findings } = readTerms({ file: "made.terms.md", text });
  return document ?? assert.fail(JSON.stringify(findings, null, 1));
}

/** The sample with refunds of its own, one of each kind, and the statutes it names. */
const base = documentOf(
  sampleText.replace("regions:\n", "overlays: [law, other]\nregions:\n") +
    clause("refund.early", "kind: refund\nwindow: 14 days\nformula: full\nless-claims: yes") +
    clause(
      "refund.later",
      "kind: refund\nformula: pro-rata\nfee: 10 % of plan.price\nwhen: { plan.uses: at most 1 }",
    ) +
    clause("refund.ended", "kind: refund\nby: provider\nformula: pro-rata") +
    clause(
      "refund.fraud",
      "kind: refund\nby: provider\nformula: none\nwhen: { cancellation.reason: fraud }",
    ) +
    clause("refund.asked", "kind: require\ndecision: refund\nwhen: { cancellation.reason: not breach }"),
);

/** Everything a statute may say, in rules that open something now and then. */
const lawful: readonly string[] = [
  "kind: refund\nwindow: 30 days\nformula: full",
  "kind: refund\nformula: pro-rata\nless-claims: yes\nfee: least of 25.00 EUR and 10 % of pro-rata",
  "kind: refund\nby: provider\nformula: pro-rata\nlate-penalty: 10 % per month after 30 days",
  ["kind: refund", "window: 14 days", "extended: 12 months", "when: { plan.informed: no }"]
    .concat("formula: full", "pay-within: 14 days")
    .join("\n"),
  "kind: refund\nlinked-to: device-return\nformula: full",
  "kind: refund\nformula: none",
  "kind: window\nwhen: { device.group: aircraft }\nfrom: device.activatedAt\nwindow: 10 working days",
  "kind: window\ndecision: [refund, activation]\nfrom: plan.startsAt\nwindow: 14 days",
  "kind: except\nof: excl.intentional\nwhen: { incident.cause: drop }",
  "kind: except\nof: excl.nothing\nwhen: { incident.cause: drop }",
  "kind: statute\nlaw: the law of conformity\nwhen: { incident.cause: defect }",
  "kind: duty\nwho: maker\nmust: answer\ndecision: [coverage, refund]\nwithin: 14 days\nof: claim.at",
  "kind: note\nnot-coded: judged by a person\ndecision: [refund, activation]",
];

const lawOf = (rules: readonly string[], applies: string, name = "law"): TermsDocument =>
  documentOf(
    lawFront(name, applies) + rules.map((rule, index) => clause(`${name}.c${index}`, rule)).join(""),
  );

const applying = ["{ holder.kind: consumer }", "{ holder.country: [PL, DE] }", "{ holder.age: at least 0 }"];
const statutes = fc
  .tuple(fc.subarray([...lawful], { minLength: 1 }), fc.constantFrom(...applying))
  .map(([rules, applies]) => lawOf(rules, applies));

const instant = fc
  .integer({ min: 1_767_225_600, max: 1_830_000_000 })
  .map((seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`);
const told: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  at: instant,
  "device.activatedAt": instant,
  "device.region": fc.constantFrom("EU", "JP"),
  "plan.concludedAt": instant,
  "plan.uses": fc.constantFrom(0, 1, 2),
  "plan.informed": fc.boolean(),
  "plan.price": fc.constantFrom({ amount: 10_000, currency: "EUR" }, { amount: 4425, currency: "EUR" }),
  "plan.claimsPaid": fc.constantFrom("none", { amount: 3000, currency: "EUR" }),
  "plan.status": fc.constantFrom("active", "cancelled"),
  "incident.cause": fc.constantFrom("drop", "water", "defect"),
  "incident.intentional": fc.boolean(),
  "holder.kind": fc.constantFrom("consumer", "business"),
  "holder.country": fc.constantFrom("PL", "JP"),
  "cancellation.by": fc.constantFrom("holder", "provider"),
  "cancellation.reason": fc.constantFrom("withdrawal", "fraud", "breach"),
  "cancellation.deviceReturned": fc.boolean(),
  "cancellation.noticeAt": fc.oneof(fc.constant("never"), instant),
  "cancellation.refundedAt": fc.oneof(fc.constant("never"), instant),
};

const start: Facts = {
  ...coveredClip,
  ...freshHawk,
  device: Object.assign({}, freshHawk.device, coveredClip.device, { model: "hawk-2" }),
  plan: { ...(coveredClip.plan as object), concludedAt: "2026-01-20T10:00:00Z" },
  holder: { age: 40 },
};
const cases = fc
  .record(told)
  .map((values) =>
    Object.entries(values).reduce((facts, [name, value]) => withFact(facts, name, value), start),
  );

const ranks = ["refused", "paid", "incomplete", "hold", "allowed", "plan", "warranty", "statutory", "amount"];
const plain = compileTerms(base);

test("a statute never hurts: not in cover, not in activation, not in what is paid back", () => {
  let helped = 0;
  fc.assert(
    fc.property(statutes, fc.array(cases, { minLength: 4, maxLength: 4 }), (statute, several) => {
      assert.deepEqual(checkTerms(statute, [base, statute]), []);
      const terms = compileTerms(base, { overlays: [statute] });
      for (const facts of several) {
        for (const decision of ["activation", "coverage", "renewal", "offer"] as const) {
          const before = plain.verdict(decision, facts);
          const after = terms.verdict(decision, facts);
          assert.ok(ranks.indexOf(after) >= ranks.indexOf(before), `${decision}: ${before} became ${after}`);
          helped += after === before ? 0 : 1;
        }
        const before = plain.decide("refund", facts);
        const after = terms.decide("refund", facts);
        assert.notEqual(after.outcome, "undecided");
        assert.ok((after.refund?.amount ?? -1) >= (before.refund?.amount ?? -1));
        helped += (after.refund?.amount ?? -1) > (before.refund?.amount ?? -1) ? 1 : 0;
      }
    }),
    { numRuns: 150, seed: 11 },
  );
  assert.ok(helped > 50, `${helped} cases were helped`);
});

test("what a statute may not say does hurt, so the check keeps it out", () => {
  const harmful = lawOf(
    ["kind: exclude\napplies-to: [plan]\nwhen: { incident.cause: drop }"],
    applying[2] ?? "",
  );
  const terms = compileTerms(base, { overlays: [harmful] });
  const hurt = fc.sample(cases, { numRuns: 60, seed: 13 }).filter((facts) => {
    const [before, after] = [plain, terms].map((each) => ranks.indexOf(each.verdict("coverage", facts)));
    return (after ?? 0) < (before ?? 0);
  });
  assert.ok(hurt.length > 0);
});

test("a statute that is not named, knows another form, or applies to others changes nothing", () => {
  const idle = [
    lawOf(lawful, "{ holder.kind: consumer }", "stranger"),
    documentOf(lawFront("law", "{ holder.kind: consumer }", "insurance") + clause("law.c", lawful[0] ?? "")),
    lawOf(lawful, "{ holder.age: at most 3 }"),
  ];
  fc.assert(
    fc.property(cases, fc.constantFrom(...idle), (facts, statute) => {
      const terms = compileTerms(base, { overlays: [statute] });
      assert.equal(terms.verdict("activation", facts), plain.verdict("activation", facts));
      assert.deepEqual(terms.decide("refund", facts).refund, plain.decide("refund", facts).refund);
    }),
    { numRuns: 60, seed: 12 },
  );
});

test("a contract of before the law's first day is not its", () => {
  const terms = compileTerms(base, {
    overlays: [lawOf(["kind: refund\nformula: full"], "{ holder.age: at least 0 }")],
  });
  const concluded = (day: string): Facts => ({
    ...start,
    plan: {
      ...(start.plan as object),
      concludedAt: `${day}T10:00:00Z`,
      uses: 2,
      price: { amount: 9900, currency: "EUR" },
      claimsPaid: "none",
    },
    cancellation: { by: "holder", reason: "withdrawal", deviceReturned: false },
  });
  assert.equal(terms.decide("refund", concluded("2026-01-14")).outcome, "refused");
  const receipt = terms.decide("refund", concluded("2026-01-15"));
  assert.deepEqual([receipt.refund?.by, receipt.terms.overlays], ["law", ["law"]]);
});

test("both results are shown, the better is paid, and of equals the terms'", () => {
  const facts: Facts = {
    ...start,
    at: "2026-02-25T10:00:00Z",
    plan: {
      ...(start.plan as object),
      concludedAt: "2026-02-20T10:00:00Z",
      startsAt: "2026-02-19T23:00:00Z",
      endsAt: "2027-02-19T23:00:00Z",
      uses: 1,
      price: { amount: 36_500, currency: "EUR" },
      claimsPaid: { amount: 3000, currency: "EUR" },
    },
    cancellation: { by: "holder", reason: "withdrawal", deviceReturned: false },
  };
  const better = compileTerms(base, {
    overlays: [lawOf(["kind: refund\nformula: pro-rata"], "{ holder.age: at least 0 }")],
  });
  const receipt = better.decide("refund", facts);
  assert.deepEqual([receipt.refund?.by, receipt.refund?.amount], ["law", 36_000]);
  assert.deepEqual(receipt.refund?.others, [
    { clause: "refund.early", by: "terms", amount: 33_500 },
    { clause: "refund.later", by: "terms", amount: 32_350 },
  ]);
  assert.deepEqual(
    receipt.because.map(({ clause, detail }) => [clause, detail]),
    [
      ["refund.early", { pays: "335.00 EUR" }],
      ["law.c0", { pays: "360.00 EUR" }],
    ],
  );
  const same = compileTerms(base, {
    overlays: [lawOf(["kind: refund\nformula: full\nless-claims: yes"], "{ holder.age: at least 0 }")],
  });
  assert.equal(same.decide("refund", facts).refund?.by, "terms");
});

test("a statute that is named and not there is a finding", () => {
  const codes = checkTerms(base, [base]).filter(({ code }) => code === "overlay_unknown");
  assert.equal(codes.length, 2);
});
