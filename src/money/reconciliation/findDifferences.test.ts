import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { anySides, misplaced, nightFrom, shuffled, sorted } from "../../../test/support/anySides.ts";
import { reportLine } from "../../../test/support/reportLine.ts";
import type { OurRow, TheirLine } from "./comparison.ts";
import { findDifferences } from "./findDifferences.ts";

const RUNS = { numRuns: 2_000 };
const at = Temporal.Instant.from("2026-06-12T12:00:00Z");
const row: OurRow = {
  ...{ key: "chg_root_1_1", entry: "payment", reference: "a", amountMinor: 500, currency: "EUR", at },
  ...{ state: "done", programme: "care", region: "EU", feeMinor: 0 },
};
const line = reportLine({ at });
const night = nightFrom(Temporal.PlainDate.from("2026-06-01"));
const later = (days: number) => at.add({ hours: 24 * days });

test("every line and every row is in exactly one of the same, different and untold", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(anySides, ({ ours, theirs, night: told }) => {
      const comparison = findDifferences(ours, theirs, told);
      deepEqual(misplaced({ ours, theirs }, comparison), []);
      for (const { cause } of comparison.findings) {
        seen.set(cause, (seen.get(cause) ?? 0) + 1);
      }
    }),
    RUNS,
  );
  ok(seen.size >= 15, `few causes came up: ${[...seen.keys()].join(", ")}`);
});

test("the control: a comparison that forgets what was done twice is found out", () => {
  const broken = fc.property(anySides, ({ ours, theirs, night: told }) => {
    const { findings, ...others } = findDifferences(ours, theirs, told);
    const forgetful = { ...others, findings: findings.filter(({ cause }) => cause !== "doubled_there") };
    deepEqual(misplaced({ ours, theirs }, forgetful), []);
  });
  equal(fc.check(broken, RUNS).failed, true);
});

test("the order of lines and rows does not matter", () => {
  fc.assert(
    fc.property(anySides, fc.nat({ max: 999 }), ({ ours, theirs, night: told }, seed) => {
      const one = findDifferences(ours, theirs, told);
      const other = findDifferences(shuffled(ours, seed), shuffled(theirs, seed), told);
      deepEqual(sorted(other.findings), sorted(one.findings));
      const pairs = ({ same }: typeof one) => same.map((pair) => pair.line.lineId + pair.row.key).toSorted();
      deepEqual(pairs(other), pairs(one));
    }),
    RUNS,
  );
});

test("two sides that say the same differ in nothing", () => {
  fc.assert(
    fc.property(anySides, ({ ours, night: told }) => {
      const done = ours.map((one) => ({ ...one, state: "done" as const, reference: null, currency: "EUR" }));
      const mirrored = done.map(({ key, entry, amountMinor, currency, at: when }, no) => ({
        ...{ ...line, lineId: `l${no}`, theirId: `t${no}`, ourKey: key },
        ...{ entry, amountMinor, currency, at: when },
      }));
      const unpriced = { ...told, tariffs: [] };
      const { same, findings } = findDifferences(done, mirrored, unpriced);
      deepEqual([same.length, findings], [done.length, []]);
    }),
    RUNS,
  );
});

const refund = { ...row, entry: "refund", key: "rfd_root_1_1" } as const;
const theirRefund = { ...line, entry: "refund", ofReference: "p" } as const;
const CASES: readonly (readonly [says: string, OurRow[], TheirLine[], causes: string[]])[] = [
  ["both have it", [row], [line], []],
  ["they have it under our key alone", [row], [{ ...line, reference: "z", ourKey: row.key }], []],
  ["they name nothing, and sum and day agree", [row], [{ ...line, reference: "" }], []],
  [
    "they name nothing, two days apart",
    [row],
    [{ ...line, reference: "", at: later(2) }],
    ["unknown_reference", "captured_here_not_there"],
  ],
  ["the day is the next one", [row], [{ ...line, at: later(1) }], ["day_boundary"]],
  ["the day is the second one", [row], [{ ...line, at: later(2) }], []],
  ["another sum", [row], [{ ...line, amountMinor: 501 }], ["amount_differs"]],
  ["another currency comes before another sum", [row], [{ ...line, currency: "PLN" }], ["currency_differs"]],
  ["another programme comes before both", [row], [{ ...line, programme: "x" }], ["other_programme"]],
  ["twice there", [row], [line, { ...line, lineId: "l2" }], ["doubled_there"]],
  ["twice here", [row, { ...row, key: "chg_root_2_1" }], [line], ["doubled_here"]],
  ["a fee of a payment", [row], [{ ...line, feeMinor: 1 }], ["fee_unexpected"]],
  ["a fee by itself", [], [{ ...line, entry: "fee" }], ["fee_unexpected"]],
  ["ours failed", [{ ...row, state: "failed" }], [line], ["captured_there_not_here"]],
  ["ours is open for long", [{ ...row, state: "open" }], [line], ["captured_there_not_here"]],
  ["ours is open since yesterday", [{ ...row, state: "open" }], [{ ...line, at: later(7) }], ["late"]],
  ["only here, for long", [row], [], ["captured_here_not_there"]],
  ["only here, three days", [{ ...row, at: later(5) }], [], ["late"]],
  ["only here, four days", [{ ...row, at: later(4) }], [], ["captured_here_not_there"]],
  ["a refund only here", [refund], [], ["refund_here_not_there"]],
  ["a refund of ours only there", [], [theirRefund], ["refund_there_not_here"]],
  ["a refund of another payment", [], [{ ...theirRefund, ofReference: "q" }], ["unknown_reference"]],
  ["a refund of another sum", [refund], [{ ...theirRefund, amountMinor: 1 }], ["refund_amount_differs"]],
  ["a dispute of our payment", [], [{ ...theirRefund, entry: "dispute" }], ["dispute_unknown"]],
  ["a dispute only here", [{ ...row, entry: "dispute" }], [], ["dispute_here_not_there"]],
  ["our key, and no try", [], [{ ...line, ourKey: "chg_root_9_1" }], ["captured_there_not_here"]],
];

test("each way to differ has its cause", () => {
  for (const [says, ours, theirs, causes] of CASES) {
    const { findings } = findDifferences(ours, theirs, night);
    deepEqual(
      findings.map(({ cause }) => cause),
      causes,
      says,
    );
  }
});

test("what their reports do not tell of yet is untold, not missing", () => {
  const { findings, untold } = findDifferences([row], [], nightFrom(Temporal.PlainDate.from("2026-06-13")));
  deepEqual([findings, untold], [[], [row]]);
});
