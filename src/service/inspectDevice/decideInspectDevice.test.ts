import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  actionCamera,
  cleanFindings,
  droppedCamera,
  instant,
  terms,
  twoYearPlan,
} from "../../../test/support/cases.ts";
import { heldContract, heldDevice, slots } from "../../../test/support/heldDevice.ts";
import {
  type ClaimRow,
  type ClaimState,
  claimStates,
  type Findings,
  type Incident,
} from "../../claims/index.ts";
import type { DeviceRecord } from "../../contracts/index.ts";
import { decideInspectDevice } from "./decideInspectDevice.ts";

const at = instant("2026-09-08T10:00:00Z");
/** Claim 7 holds the first of three replacements. */
const promised = actionCamera([twoYearPlan({ slots: slots({ reserved: 1, free: 2 }) })]);

function inspect(
  findings: Findings,
  change: Partial<ClaimRow> = {},
  { record = promised, repairMinor = 30000 }: { record?: DeviceRecord; repairMinor?: number | null } = {},
) {
  const whole = { no: 7, state: "received", returnedParts: ["camera", "battery"] } as const;
  const facts = { claim: droppedCamera({ ...whole, ...change }), record, terms };
  return decideInspectDevice({ findings, sheet: { repairMinor: repairMinor ?? undefined } }, facts, at);
}

function lines({ accepted }: ReturnType<typeof inspect>): string[] | undefined {
  return accepted?.choices.map(({ route, fee }) => `${route} ${fee.amount}`);
}

/** What becomes of the slots of a claim. */
function slotOf({ accepted }: Pick<ReturnType<typeof inspect>, "accepted">): string | undefined {
  const { give = [], take = [] } = accepted?.slots ?? {};
  const words = [
    ...give.map((name) => `release ${name}`),
    ...take.map(({ benefit }) => `reserve ${benefit}`),
  ];
  return accepted === undefined ? undefined : words.join(", ") || "keep";
}

describe("inspecting a device", () => {
  it("offers the replacement for the fee that was said, beside a repair and the way back", () => {
    const made = inspect(cleanFindings);
    assert.equal(made.accepted?.decided.receipt.outcome, "plan");
    assert.deepEqual(lines(made), ["plan 11900", "paid 30000", "return 0"]);
    assert.equal(slotOf(made), "keep");
  });

  it("offers no repair that has no price", () => {
    assert.deepEqual(lines(inspect(cleanFindings, {}, { repairMinor: null })), ["plan 11900", "return 0"]);
  });

  const against: [string, Findings, string][] = [
    ["broken on purpose", { intentional: true }, "except.intentional"],
    ["only scratched", { cosmeticOnly: true }, "except.cosmetic"],
    ["struck by lightning", { forceMajeure: true }, "except.force-majeure"],
    ["broken by foreign parts", { unauthorisedParts: true }, "except.unapproved"],
    ["broken by a change", { modified: true }, "except.modified"],
    ["worn in its battery", { cause: "battery" }, "cover.cause"],
    ["lacking a part for good", { lost: "partial" }, "except.lost"],
    ["broken in its case alone", { parts: ["other"] }, "except.accessories"],
  ];
  for (const [found, findings, clause] of against) {
    it(`leaves a paid repair to a device ${found}, by ${clause}, and frees the replacement`, () => {
      const made = inspect({ ...cleanFindings, ...findings });
      assert.equal(made.accepted?.decided.receipt.outcome, "paid");
      assert.ok(made.accepted.decided.receipt.against.some((reason) => reason.clause === clause));
      assert.deepEqual(lines(made), ["paid 30000", "return 0"]);
      assert.equal(slotOf(made), "release replacement");
    });
  }

  it("leaves the bench's price and the way back where the terms refuse", () => {
    const gone = { ...cleanFindings, lost: "total" } as const;
    assert.equal(inspect(gone).accepted?.decided.receipt.outcome, "refused");
    assert.deepEqual(lines(inspect(gone)), ["paid 30000", "return 0"]);
    assert.deepEqual(lines(inspect(gone, {}, { repairMinor: null })), ["return 0"]);
    assert.equal(slotOf(inspect(gone)), "release replacement");
  });

  it("takes the cause that was found for the one that was reported", () => {
    const incident: Incident = { at: "2026-09-04T10:00:00Z", cause: "battery", parts: ["camera"] };
    assert.equal(
      inspect({ ...cleanFindings, cause: "water" }, { incident }).accepted?.decided.receipt.outcome,
      "plan",
    );
    const { cause: _, ...silent } = cleanFindings;
    assert.equal(inspect(silent, { incident }).accepted?.decided.receipt.outcome, "paid");
  });

  it("sends a defect to the warranty that the papers prove, for nothing, and frees the replacement", () => {
    const defect = { ...cleanFindings, cause: "defect" } as const;
    const made = inspect({ ...defect, warrantyEndsAt: "2027-01-01T00:00:00Z" });
    assert.deepEqual(
      [made.accepted?.decided.receipt.outcome, lines(made)],
      ["warranty", ["warranty 0", "return 0"]],
    );
    assert.equal(slotOf(made), "release replacement");
    assert.deepEqual(inspect(defect).refused?.code, "findings_incomplete");
  });

  const slotCases: [string, Parameters<typeof slots>[0], string, number][] = [
    ["promises one that nothing was promised to", { free: 3 }, "reserve replacement", 11900],
    ["keeps the promise of the second", { used: 1, reserved: 1, free: 1 }, "keep", 18500],
    ["keeps the promise of the last", { used: 2, reserved: 1 }, "keep", 24900],
  ];
  for (const [what, taken, slot, fee] of slotCases) {
    it(`${what}, at its own fee`, () => {
      const { accepted } = inspect(
        cleanFindings,
        {},
        { record: actionCamera([twoYearPlan({ slots: slots(taken) })]) },
      );
      assert.deepEqual([slotOf({ accepted }), accepted?.decided.receipt.fee?.amount], [slot, fee]);
    });
  }

  it("promises nothing where none is left", () => {
    const record = actionCamera([twoYearPlan({ state: "exhausted", slots: slots({ used: 3 }) })]);
    const made = inspect(cleanFindings, {}, { record });
    assert.deepEqual([slotOf(made), lines(made)], ["keep", ["paid 30000", "return 0"]]);
  });

  const unsettled = ["intentional", "cosmeticOnly", "forceMajeure", "modified"] as const;
  for (const fact of unsettled) {
    it(`asks the bench for ${fact} when it was not judged`, () => {
      const { [fact]: _, ...rest } = cleanFindings;
      const { refused } = inspect(rest);
      assert.equal(refused?.code, "findings_incomplete");
      const { needs } = refused.receipt as { needs: string[] };
      assert.equal(needs.length, 1);
      assert.match(needs[0] ?? "", new RegExp(`\\.${fact}$`));
    });
  }

  it("asks for nothing that cannot matter any more", () => {
    assert.equal(inspect({ lost: "total" }).accepted?.decided.receipt.outcome, "refused");
  });

  it("waits for parts that must come back", () => {
    const { refused } = inspect(cleanFindings, { returnedParts: ["camera"] });
    assert.equal(refused?.code, "parts_missing");
    assert.equal((refused.receipt as { outcome: string }).outcome, "hold");
  });

  it("hands a model without a fee to the manager", () => {
    const inspire = { serial: "I2TEST0001", model: "inspire-2", series: "inspire-2", group: "aircraft" };
    const found = { ...cleanFindings, parts: ["aircraft" as const] };
    const back = { returnedParts: ["aircraft", "propellers"], currency: "EUR" };
    const { refused } = inspect(found, back, { record: heldDevice([heldContract()], inspire) });
    assert.equal(refused?.code, "terms_incomplete");
  });

  it("hands a case in a currency without fees to the manager, though all parts are here", () => {
    assert.equal(inspect(cleanFindings, { currency: "EUR" }).refused?.code, "terms_incomplete");
  });

  it("stays with the plan it was opened under when another has begun since", () => {
    const first = twoYearPlan({
      state: "expired",
      endsAt: instant("2026-09-06T00:00:00Z"),
      slots: slots({ used: 1, reserved: 1 }),
    });
    const second = twoYearPlan({ no: 2, startsAt: instant("2026-09-06T00:00:00Z"), renewsNo: 1 });
    const incident: Incident = { at: "2026-09-04", cause: "drop", parts: ["camera"] };
    const { accepted } = inspect(cleanFindings, { incident }, { record: actionCamera([first, second]) });
    assert.deepEqual([accepted?.decided.receipt.fee?.amount, slotOf({ accepted })], [18500, "keep"]);
  });

  it("is repeated until the owner chooses", () => {
    const again = inspect(
      { ...cleanFindings, cosmeticOnly: true },
      { state: "inspected", findings: cleanFindings },
    );
    assert.deepEqual(lines(again), ["paid 30000", "return 0"]);
  });

  const open: readonly ClaimState[] = ["received", "inspected"];
  for (const state of claimStates.filter((name) => !open.includes(name))) {
    it(`is refused for a claim that is ${state}`, () => {
      assert.equal(inspect(cleanFindings, { state }).refused?.code, "claim_not_at_this_step");
    });
  }
});
