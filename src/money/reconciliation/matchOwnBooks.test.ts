import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { matchOwnBooks } from "./matchOwnBooks.ts";

const day = (iso: string) => Temporal.PlainDate.from(iso);
const credit = { creditId: "c1", amountMinor: 900, currency: "EUR", bookedOn: day("2026-06-10") };
const invoice = {
  ...{ rootId: "r1", chargeNo: 2, missingMinor: 100, currency: "EUR", dueOn: day("2026-06-01") },
};

test("money may belong to nothing for a day; an invoice that is over is told at once", () => {
  const found = (today: string) =>
    matchOwnBooks([credit], [invoice], day(today)).map(({ cause, ourKey, amountMinor }) => [
      cause,
      ourKey,
      amountMinor,
    ]);
  const overdue = ["invoice_overdue", "chg_r1_2", 100];
  deepEqual(found("2026-06-11"), [overdue]);
  deepEqual(found("2026-06-12"), [["bank_credit_unallocated", "crd_c1", 900], overdue]);
});
