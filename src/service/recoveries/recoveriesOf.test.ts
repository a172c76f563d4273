import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { RecoveryAgreement } from "./agreement.ts";
import { recoveriesOf, type SettledCase } from "./recoveriesOf.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

function agreement(more: Partial<RecoveryAgreement> = {}): RecoveryAgreement {
  return {
    ...{ supplier: "maker", validFrom: day("2026-01-01"), kind: "maker", models: [], series: [] },
    ...{ currency: "EUR", labourMinor: 2_500, partMinor: { camera: 9_000 }, months: null },
    ...{
      claimDays: 30,
      answerDays: 30,
      version: 1,
      setBy: "x",
      setAt: Temporal.Instant.from("2026-01-01T00:00Z"),
    },
    ...more,
  };
}

const sony = agreement({
  supplier: "sony",
  kind: "part",
  labourMinor: 0,
  partMinor: { camera: 7_000 },
  months: 12,
});

function settled(more: Partial<SettledCase> = {}): SettledCase {
  return {
    ...{ route: "warranty", device: { model: "mini-3", series: "mini" } },
    findings: [{ no: 1, cause: "defect", parts: ["camera"], outcome: "warranty" }],
    ...{ usedFrom: day("2026-02-01"), failedOn: day("2026-08-01"), closedOn: day("2026-08-20") },
    ...more,
  };
}

const said = (case_: SettledCase, agreements: readonly RecoveryAgreement[]) =>
  recoveriesOf(case_, agreements).map(({ agreement: { supplier }, amountMinor }) => [supplier, amountMinor]);
const crash = { no: 2, cause: "drop", parts: ["gimbal"], outcome: "plan" } as const;
const defect = { no: 1, cause: "defect", parts: ["camera"], outcome: "plan" } as const;

describe("what suppliers owe for a case", () => {
  for (const [what, given, agreements, expected] of [
    ["by warranty: the maker", settled(), [agreement()], [["maker", 11_500]]],
    [
      "by law: the maker",
      settled({ route: "statutory", findings: [{ ...defect, outcome: "statutory" }] }),
      [agreement()],
      [["maker", 11_500]],
    ],
    ["a crash: nobody", settled({ route: "plan", findings: [crash] }), [agreement(), sony], []],
    [
      "a defect that the plan paid: who made the part",
      settled({ route: "plan", findings: [defect] }),
      [agreement(), sony],
      [["sony", 7_000]],
    ],
    ["sent back as it was: nobody", settled({ route: "return" }), [agreement(), sony], []],
    [
      "a part with its own supplier: that one, and no labour twice",
      settled(),
      [agreement(), sony],
      [["sony", 7_000]],
    ],
    [
      "after its months: the maker",
      settled({ failedOn: day("2027-02-02") }),
      [agreement(), sony],
      [["maker", 11_500]],
    ],
    [
      "on the last day of its months: still who made it",
      settled({ failedOn: day("2027-02-01") }),
      [agreement(), sony],
      [["sony", 7_000]],
    ],
    ["another model: nobody", settled(), [agreement({ models: ["mavic-3"] })], []],
    ["before the agreement began: nobody", settled({ closedOn: day("2025-12-31") }), [agreement()], []],
    [
      "the newest agreement of a supplier counts",
      settled(),
      [agreement(), agreement({ validFrom: day("2026-07-01"), labourMinor: 0 })],
      [["maker", 9_000]],
    ],
    [
      "nothing is agreed for it: nothing is claimed",
      settled(),
      [agreement({ labourMinor: 0, partMinor: {} })],
      [],
    ],
    [
      "a defect beside a crash: the defect alone",
      settled({ route: "plan", findings: [defect, crash] }),
      [sony],
      [["sony", 7_000]],
    ],
  ] as const) {
    it(what, () => {
      assert.deepEqual(said(given, agreements), expected);
    });
  }

  it("comes to the sum of its lines, in whole minor units, whatever the amounts", () => {
    fc.assert(
      fc.property(fc.nat(10 ** 12), fc.nat(10 ** 12), (labourMinor, camera) => {
        for (const one of recoveriesOf(settled(), [agreement({ labourMinor, partMinor: { camera } })])) {
          assert.equal(
            one.amountMinor,
            one.lines.reduce((sum, line) => sum + line.amountMinor, 0),
          );
          assert.ok(Number.isSafeInteger(one.amountMinor));
        }
      }),
    );
  });
});
