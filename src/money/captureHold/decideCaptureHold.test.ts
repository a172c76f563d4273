import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { askedHold, DUE, NOTICED } from "../../../test/support/askedHold.ts";
import { NOTICE_HOURS } from "../holds/index.ts";
import { decideCaptureHold } from "./decideCaptureHold.ts";

const over = NOTICED.add({ hours: NOTICE_HOURS });

test("a hold is captured after its deadline and its notice, and not a moment sooner", () => {
  const codeAt = (at: Temporal.Instant, more = {}) =>
    decideCaptureHold(undefined, askedHold({ at, noticedAt: NOTICED, ...more })).refused?.code;
  equal(codeAt(over), undefined);
  equal(codeAt(over.subtract({ nanoseconds: 1 })), "hold_notice_runs");
  equal(codeAt(DUE, { noticedAt: null }), "hold_without_notice");
  equal(codeAt(DUE.subtract({ nanoseconds: 1 })), "hold_not_due");
  equal(codeAt(over, { dueAt: null }), "hold_not_due");
  equal(codeAt(over, { ending: "release" }), "hold_underway");
  equal(codeAt(over, { state: "released" }), "hold_over");
  equal(codeAt(over, { authorisations: [] }), "hold_not_covered");
});

test("what is captured is what a person says, or the terms, or all; never more than is authorised", () => {
  const taken = (amount: number | undefined, captureMinor: number | null) => {
    const facts = askedHold({ at: over, noticedAt: NOTICED, captureMinor });
    const { accepted, refused } = decideCaptureHold(amount, facts);
    return accepted ?? refused.code;
  };
  deepEqual(taken(undefined, null), { authorisationNo: 1, amountMinor: 10_000 });
  deepEqual(taken(undefined, 4_000), { authorisationNo: 1, amountMinor: 4_000 });
  deepEqual(taken(1, 4_000), { authorisationNo: 1, amountMinor: 1 });
  deepEqual(taken(10_001, null), "hold_above_authorised");
});
