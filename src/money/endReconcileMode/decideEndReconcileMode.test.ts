import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decideEndReconcileMode } from "./decideEndReconcileMode.ts";

const at = Temporal.Instant.from("2026-06-15T12:00:00Z");
const mode = { no: 1, reason: "restored", startedBy: "system", startedAt: at };
const matched = { unasked: 0, uncompared: [], differences: 0, waiting: 0 };

test("each thing that is missing is in the way, and told by name", () => {
  for (const [unmatched, words] of [
    [{ ...matched, unasked: 2 }, /2 open payments were not asked about since/],
    [{ ...matched, unasked: 1 }, /1 open payment was not asked about since/],
    [{ ...matched, uncompared: ["stripe", "test"] }, /not compared since: stripe, test/],
    [{ ...matched, differences: 3 }, /3 open differences of money/],
    [{ ...matched, differences: 1 }, /1 open difference of money/],
  ] as const) {
    const { refused } = decideEndReconcileMode(mode, unmatched);
    equal(refused?.code, "reconcile_unfinished");
    match(refused?.says ?? "", words);
  }
});

test("what waits for the end itself is not in the way; what is not on cannot end", () => {
  deepEqual(decideEndReconcileMode(mode, { ...matched, waiting: 9 }).accepted, mode);
  equal(decideEndReconcileMode(undefined, matched).refused?.code, "reconcile_mode_off");
});

test("it ends exactly when nothing is missing", () => {
  const few = fc.nat({ max: 2 });
  const unmatched = fc.record({
    ...{ unasked: few, uncompared: fc.subarray(["stripe", "test"]), differences: few, waiting: few },
  });
  fc.assert(
    fc.property(unmatched, (one) => {
      const isMissing = one.unasked + one.uncompared.length + one.differences > 0;
      equal(decideEndReconcileMode(mode, one).refused !== undefined, isMissing);
    }),
  );
});
