import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Claim } from "../../client/index.ts";
import { draftOf, inspectionOf, isPriceClear, isWhole, withFinding } from "./draft.ts";

const zone = "Europe/Warsaw";
const claim = { id: "clm_a_1", currency: "PLN" } as Claim;
const found = { cause: "water", intentional: false, modified: true, warrantyEndsAt: "2027-03-01T00:00:00Z" };
const paid = { route: "paid", fee: { amount: 24950, currency: "PLN" } };

describe("a draft of findings", () => {
  it("says nothing of what is not judged", () => {
    assert.deepEqual(inspectionOf(draftOf(claim, zone), claim, zone), { id: "clm_a_1", findings: {} });
  });

  it("begins with what was found before, price and papers with it", () => {
    const before = { ...claim, findings: found, choices: [paid] } as unknown as Claim;
    assert.deepEqual(inspectionOf(draftOf(before, zone), before, zone), {
      id: "clm_a_1",
      findings: found,
      repairPrice: { amount: 24950, currency: "PLN" },
    });
  });

  it("leaves parts out that nobody ticked", () => {
    const draft = { ...draftOf(claim, zone), parts: [] };
    assert.deepEqual(inspectionOf(draft, claim, zone).findings, {});
  });

  it("begins with every finding of the last look, and says of each what was judged of it", () => {
    const defect = { cause: "defect", parts: ["camera"], intentional: false } as const;
    const decided = [
      { no: 1, findings: found },
      { no: 2, findings: defect },
    ];
    const before = { ...claim, findings: found, found: decided } as unknown as Claim;
    assert.deepEqual(inspectionOf(draftOf(before, zone), before, zone).further, [defect]);
  });

  it("leaves a finding out until it has its cause and its parts, and is not whole before", () => {
    const blank = withFinding(draftOf(claim, zone));
    assert.deepEqual([isWhole(draftOf(claim, zone)), isWhole(blank)], [true, false]);
    const caused = { ...blank, further: blank.further.map((each) => ({ ...each, cause: "drop" as const })) };
    assert.deepEqual([isWhole(caused), inspectionOf(caused, claim, zone).further], [false, undefined]);
    const told = caused.further.map((each) => ({ ...each, parts: ["camera" as const] }));
    const whole = { ...caused, further: told };
    assert.ok(isWhole(whole));
    assert.deepEqual(inspectionOf(whole, claim, zone).further, [{ cause: "drop", parts: ["camera"] }]);
    assert.deepEqual(
      withFinding(whole).further.map(({ key }) => key),
      [1, 2],
    );
  });

  const lastDays = [
    ["2026-10-24", "Europe/Warsaw", "2026-10-24T22:00:00Z"],
    ["2026-10-25", "Europe/Warsaw", "2026-10-25T23:00:00Z"],
    ["2027-02-28", "America/New_York", "2027-03-01T05:00:00Z"],
    ["2026-12-31", "Pacific/Auckland", "2026-12-31T11:00:00Z"],
    ["2026-09-05", "America/Santiago", "2026-09-06T04:00:00Z"],
  ] as const;
  for (const [day, at, ends] of lastDays) {
    it(`ends a warranty with its last day, ${day}, by the clock of ${at}, and shows that day again`, () => {
      const { findings } = inspectionOf({ ...draftOf(claim, at), warrantyEnds: day }, claim, at);
      assert.deepEqual(findings, { warrantyEndsAt: ends });
      assert.equal(draftOf({ ...claim, findings }, at).warrantyEnds, day);
    });
  }

  it("leaves the end that was found before as it is, to the second, until another day is written", () => {
    const findings = { warrantyEndsAt: "2027-03-01T10:20:30Z" };
    const before = { ...claim, findings } as unknown as Claim;
    const draft = draftOf(before, zone);
    assert.deepEqual(inspectionOf(draft, before, zone).findings, findings);
    const changed = inspectionOf({ ...draft, warrantyEnds: "2027-03-02" }, before, zone);
    assert.deepEqual(changed.findings, { warrantyEndsAt: "2027-03-02T23:00:00Z" });
    const none = inspectionOf({ ...draft, warrantyEnds: "" }, before, zone);
    assert.deepEqual(none.findings, {});
  });

  it("has an unclear price when the price cannot be read, and none when it is empty", () => {
    const draft = draftOf(claim, zone);
    assert.ok(isPriceClear(draft, "PLN"));
    assert.ok(isPriceClear({ ...draft, price: "89,50" }, "PLN"));
    assert.ok(!isPriceClear({ ...draft, price: "about 90" }, "PLN"));
  });
});
