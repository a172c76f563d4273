import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { compileTerms } from "../compiling/compileTerms.ts";
import type { Clause, Decision, TermsDocument } from "../document.ts";
import type { Facts, Receipt, Terms } from "../index.ts";
import { readTerms } from "../reading/readTerms.ts";
import type { Rule } from "../rules.ts";
import { exchanged } from "../samples/exchanged.ts";
import { coveredClip, freshHawk } from "../samples/sampleTerms.ts";
import type { Condition } from "../tests.ts";
import { withFact } from "./factSetting.ts";

/** What a clause can matter to. A clause that takes the place of one that was taken away shows as well. */
const answerOf = ({ outcome, fee, uses, returns, deadlines, hold, refund }: Receipt): string =>
  JSON.stringify({ outcome, fee, uses, returns, deadlines, hold, refund });
const cited = ({ because }: Receipt): string => because.map(({ clause }) => clause).join();

/** A document with each of its clauses taken away, or turned into one that never holds for the same cases. */
class Altered {
  readonly terms: Terms;
  readonly #document: TermsDocument;
  readonly #known = new Map<string, readonly Terms[]>();

  constructor(file: URL) {
    const { document } = readTerms({ file: "x.terms.md", text: readFileSync(file, "utf8") });
    this.#document = document ?? assert.fail();
    this.terms = compileTerms(this.#document);
  }

  get examples(): TermsDocument["examples"] {
    return this.#document.examples;
  }

  without(id: string): readonly Terms[] {
    const known = this.#known.get(id) ?? [this.#altered(id, () => null), this.#altered(id, never)];
    this.#known.set(id, known);
    return known;
  }

  #altered(id: string, rewrite: (clause: Clause) => Rule | null): Terms {
    const clauses = this.#document.clauses.map((clause) =>
      clause.id === id ? { ...clause, rule: rewrite(clause) } : clause,
    );
    return compileTerms({ ...this.#document, clauses });
  }
}

const impossible: Condition = { kind: "not", of: { kind: "all", of: [] } };

function never({ rule }: Clause): Rule | null {
  switch (rule?.kind) {
    case "require":
    case "evidence":
      return { ...rule, when: impossible };
    case "duty":
    case "benefit": {
      const { place, presume, when } = rule;
      const route = rule.kind === "benefit" ? rule.route : (["plan"] as const);
      const scope = when === null ? {} : { for: when };
      const decision = (rule.kind === "duty" ? rule.decision : undefined) ?? ["coverage"];
      return { kind: "require", place, presume, decision, route, when: impossible, ...scope };
    }
    default:
      return null;
  }
}

/** Every clause cited matters: without it, or if it failed, the answer is another, or one stands in. */
function assertMinimal(
  altered: Altered,
  decision: Decision,
  facts: Facts,
  receipt: Receipt = altered.terms.decide(decision, facts),
): number {
  const weighed = receipt.because.filter(({ verdict }) => verdict !== "not-coded");
  for (const { clause } of weighed) {
    const changes = altered.without(clause).some((other) => {
      const after = other.decide(decision, facts);
      const standsIn = after.because.some(({ clause: id }) => !cited(receipt).split(",").includes(id));
      return answerOf(after) !== answerOf(receipt) || standsIn;
    });
    assert.ok(changes, `${clause} does not matter to ${decision} ${JSON.stringify(facts)}`);
  }
  return weighed.length;
}

const sample = new Altered(new URL("../samples/sample.terms.md", import.meta.url));
const exchange = new Altered(new URL("../samples/exchange.terms.md", import.meta.url));

const changes: Readonly<Record<string, readonly unknown[]>> = {
  "device.model": ["clip-4", "hawk-2", "unknown"],
  "device.modified": [true, false],
  "device.plan": ["none", "care-1y"],
  "device.activatedAt": ["never", "2026-02-01T00:00:00Z"],
  "code.state": ["sold", "redeemed"],
  "plan.product": ["care-1y", "care-2y", "unknown"],
  "plan.status": ["active", "expired", "none"],
  "plan.uses": [0, 1, 3],
  "incident.cause": ["drop", "water", "collision", "defect", "flyaway"],
  "incident.lost": ["none", "partial"],
  "incident.cosmeticOnly": [true, false, "unknown"],
  "incident.flightLog": ["none", "cloud"],
  "incident.reportedAt": ["2026-06-01T00:00:00Z", "2026-12-01T00:00:00Z"],
  "incident.causedBy": [[], ["excl.modified"]],
  "claim.currency": ["PLN", "USD", "JPY"],
  "claim.wants": ["replacement", "repair"],
  "claim.channel": ["quick", "online"],
  "claim.returnedParts": [["camera"], ["camera", "battery"], ["aircraft", "gimbal", "battery"]],
  "claim.returnedAt": ["never", "2025-09-05T09:00:00Z", "2025-09-20T09:00:00Z"],
  "claim.returnedSerial": ["H1", "H2"],
  "invitation.reason": ["video", "repair"],
  "plan.concludedAt": ["2025-09-01T00:00:00Z", "2026-05-25T00:00:00Z", "2025-01-01T00:00:00Z"],
  "plan.price": [{ amount: 9900, currency: "USD" }],
  "cancellation.deviceReturned": [true, false],
  signals: ["none", [{ kind: "many-claims", weight: 80 }]],
  "transfer.to": ["holder", "device"],
  "transfer.times": [0, 1],
};

const clip: Facts = { ...coveredClip, ...freshHawk, device: { ...freshHawk.device, ...coveredClip.device } };

const casesOf = (base: Facts): fc.Arbitrary<Facts> =>
  fc
    .uniqueArray(fc.constantFrom(...Object.keys(changes)), { maxLength: 6 })
    .chain((names) =>
      fc.tuple(
        ...names.map((name) => fc.tuple(fc.constant(name), fc.constantFrom(...(changes[name] ?? [])))),
      ),
    )
    .map((told) => told.reduce<Facts>((facts, [name, value]) => withFact(facts, name, value), base));

const decisions = fc.constantFrom<Decision>(
  "offer",
  "activation",
  "coverage",
  "renewal",
  "transfer",
  "return",
  "refund",
);

for (const [name, altered, base] of [
  ["sample", sample, clip],
  ["exchange", exchange, exchanged],
] as const) {
  test(`every clause a receipt of the ${name} cites matters to its case`, () => {
    let seen = 0;
    fc.assert(
      fc.property(decisions, casesOf(base), (decision, facts) => {
        seen += assertMinimal(altered, decision, facts);
      }),
      { numRuns: 300, seed: 11 },
    );
    assert.ok(seen > 200, `${seen} clauses were taken away`);
  });
}

test("every clause cited by the examples of the seeds matters to them", () => {
  const seeds = new Altered(new URL("../../../programmes/dji-care-refresh/seeds.terms.md", import.meta.url));
  let seen = 0;
  for (const { decision, facts } of seeds.examples) {
    seen += assertMinimal(seeds, decision, facts);
  }
  assert.ok(seen > 300, `${seen} clauses were taken away`);
});

test("a clause that does not matter is found out", () => {
  const receipt = sample.terms.decide("coverage", clip);
  const [first = assert.fail()] = receipt.because;
  for (const clause of ["excl.lost", "excl.cosmetic.water", "proof.log", "activate.code", "renew.plus"]) {
    const padded = { ...receipt, because: [...receipt.because, { ...first, clause }] };
    assert.throws(() => assertMinimal(sample, "coverage", clip, padded), /does not matter/, clause);
  }
});
