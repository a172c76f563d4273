import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { actionCamera, cleanFindings, droppedCamera, instant, terms } from "../../test/support/cases.ts";
import { type Choice, choicesOf } from "./choice.ts";
import { caseOf } from "./claimFacts.ts";
import { decideFindings, toFound } from "./eachFinding.ts";
import { causes, type Findings, type FurtherFinding } from "./incident.ts";

const at = instant("2026-09-08T10:00:00Z");
const claim = droppedCamera({ state: "received", returnedParts: ["camera", "battery"] });
const device = { modified: false, warrantyEndsAt: "2027-05-25T10:00:00Z" };
const judged = {
  ...{ intentional: false, cosmeticOnly: false, forceMajeure: false, unauthorisedParts: false },
  ...{ unauthorisedRepair: false, unsuitableConditions: false },
};
const found = (cause: FurtherFinding["cause"], change: object = {}): FurtherFinding => ({
  ...judged,
  ...{ cause, parts: cause === "battery" ? ["battery"] : ["camera"] },
  ...change,
});

const decide = ([first, ...further]: readonly FurtherFinding[]) =>
  decideFindings(
    actionCamera(),
    caseOf(claim),
    { findings: { ...(first as Findings), ...device }, further },
    terms,
    at,
  );
const price = { currency: "PLN", repairMinor: 30_000 };
const outcomes = (findings: readonly FurtherFinding[]) =>
  decide(findings).found.map(({ receipt }) => receipt.outcome);

describe("a case of several findings", () => {
  it("tells of the incident what is told of the first, and of the device what is told of all", () => {
    const lost = { ...caseOf(claim), incident: { ...claim.incident, lost: "total" as const } };
    const findings = { ...cleanFindings, ...device };
    const { found: each } = decideFindings(
      actionCamera(),
      lost,
      { findings, further: [found("drop")] },
      terms,
      at,
    );
    assert.deepEqual(
      each.map(({ receipt }) => receipt.outcome),
      ["refused", "plan"],
    );
    const changed = { findings: { ...findings, modified: true }, further: [found("drop")] };
    const both = decideFindings(actionCamera(), caseOf(claim), changed, terms, at);
    assert.deepEqual(
      both.found.map(({ receipt }) => receipt.outcome),
      ["paid", "paid"],
    );
  });

  it("has the receipt of the finding whose way it goes", () => {
    assert.deepEqual(outcomes([found("battery"), found("drop"), found("defect")]), [
      "paid",
      "plan",
      "warranty",
    ]);
    const decided = decide([found("battery"), found("drop"), found("defect")]);
    assert.equal(decided.receipt, decided.found[1]?.receipt);
    assert.deepEqual(
      toFound(decided.found, decided.combined).map(({ no, part, by }) => [no, part, by]),
      [
        [1, "needless", 2],
        [2, "taken", undefined],
        [3, "needless", 2],
      ],
    );
  });

  it("names a repair that costs nothing by what binds us most", () => {
    const { found: decided, combined, receipt } = decide([found("defect")]);
    const free = (...outcomes: ("statutory" | "warranty" | "goodwill")[]) => {
      const each = outcomes.map((outcome, index) => ({
        ...(decided[0] as (typeof decided)[number]),
        ...{ no: index + 1, receipt: { ...receipt, outcome } },
      }));
      return choicesOf({ receipt, found: each, combined }, price).map(({ route }) => route);
    };
    assert.deepEqual(free("warranty"), ["warranty", "return"]);
    assert.deepEqual(free("goodwill"), ["goodwill", "return"]);
    assert.deepEqual(free("goodwill", "warranty"), ["warranty", "return"]);
    assert.deepEqual(free("warranty", "statutory"), ["statutory", "return"]);
  });

  it("of one finding says nothing of ways", () => {
    const choices = choicesOf(decide([found("drop")]), price);
    assert.ok(choices.every(({ ways, furtherUses }) => ways === undefined && furtherUses === undefined));
  });
});

const anyFinding = fc
  .tuple(fc.constantFrom(...causes.filter((cause) => cause !== "flyaway")), fc.boolean(), fc.boolean())
  .map(([cause, intentional, cosmeticOnly]) => found(cause, { intentional, cosmeticOnly }));

/** What a sheet says but for the findings' numbers. */
const asSaid = (choices: readonly Choice[]) =>
  choices.map(({ route, fee, unit, uses, ways = [] }) => [
    ...[route, fee, unit, uses],
    ways.map(({ how }) => how).toSorted(),
  ]);

describe("the sheet of any findings", () => {
  it("is the same in whatever order they are told, apart from which of equal replacements is named", () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { minLength: 1, maxLength: 5 }), (findings) => {
        const one = choicesOf(decide(findings), price);
        const other = choicesOf(decide(findings.toReversed()), price);
        assert.deepEqual(asSaid(other), asSaid(one));
      }),
      { numRuns: 150 },
    );
  });

  it("says of each way what it does about each finding, once, and lets nobody pay for what is free", () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { minLength: 2, maxLength: 5 }), (findings) => {
        const decided = decide(findings);
        const alone = decided.found.map(({ receipt }) => receipt);
        for (const { route, fee, uses, ways = [] } of choicesOf(decided, price)) {
          assert.deepEqual(
            ways.map(({ finding }) => finding),
            alone.map((_, index) => index + 1),
          );
          for (const { finding, how } of ways) {
            const isFree = alone[finding - 1]?.outcome === "warranty";
            assert.ok(!isFree || how !== "paid", `${route}: ${how}`);
            assert.ok(how !== "plan" || alone[finding - 1]?.outcome === "plan", `${route}: ${how}`);
          }
          assert.equal(uses !== undefined, route === "plan");
          const dearest = Math.max(...alone.map((receipt) => receipt.fee?.amount ?? 0));
          assert.ok(route !== "plan" || fee.amount <= dearest);
        }
      }),
      { numRuns: 150 },
    );
  });
});
