import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Claim } from "../../client/index.ts";
import { draftOf, inspectionOf, isPriceClear, isWhole, withFinding } from "./draft.ts";

const claim = { id: "clm_a_1", currency: "PLN" } as Claim;
const found = { cause: "water", intentional: false, modified: true, warrantyEndsAt: "2027-03-01T00:00:00Z" };
const paid = { route: "paid", fee: { amount: 24950, currency: "PLN" } };

describe("a draft of findings", () => {
  it("says nothing of what is not judged", () => {
    assert.deepEqual(inspectionOf(draftOf(claim), claim), { id: "clm_a_1", findings: {} });
  });

  it("begins with what was found before, price and papers with it", () => {
    const before = { ...claim, findings: found, choices: [paid] } as unknown as Claim;
    assert.deepEqual(inspectionOf(draftOf(before), before), {
      id: "clm_a_1",
      findings: found,
      repairPrice: { amount: 24950, currency: "PLN" },
    });
  });

  it("leaves parts out that nobody ticked", () => {
    const draft = { ...draftOf(claim), parts: [] };
    assert.deepEqual(inspectionOf(draft, claim).findings, {});
  });

  it("begins with every finding of the last look, and says of each what was judged of it", () => {
    const defect = { cause: "defect", parts: ["camera"], intentional: false } as const;
    const decided = [
      { no: 1, findings: found },
      { no: 2, findings: defect },
    ];
    const before = { ...claim, findings: found, found: decided } as unknown as Claim;
    assert.deepEqual(inspectionOf(draftOf(before), before).further, [defect]);
  });

  it("leaves a finding out until it has its cause and its parts, and is not whole before", () => {
    const blank = withFinding(draftOf(claim));
    assert.deepEqual([isWhole(draftOf(claim)), isWhole(blank)], [true, false]);
    const caused = { ...blank, further: blank.further.map((each) => ({ ...each, cause: "drop" as const })) };
    assert.deepEqual([isWhole(caused), inspectionOf(caused, claim).further], [false, undefined]);
    const told = caused.further.map((each) => ({ ...each, parts: ["camera" as const] }));
    const whole = { ...caused, further: told };
    assert.ok(isWhole(whole));
    assert.deepEqual(inspectionOf(whole, claim).further, [{ cause: "drop", parts: ["camera"] }]);
    assert.deepEqual(
      withFinding(whole).further.map(({ key }) => key),
      [1, 2],
    );
  });

  it("has an unclear price when the price cannot be read, and none when it is empty", () => {
    const draft = draftOf(claim);
    assert.ok(isPriceClear(draft, "PLN"));
    assert.ok(isPriceClear({ ...draft, price: "89,50" }, "PLN"));
    assert.ok(!isPriceClear({ ...draft, price: "about 90" }, "PLN"));
  });
});
