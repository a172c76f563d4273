import assert from "node:assert/strict";
import type { Money, Tx } from "../platform/index.ts";
import type { Charge, Purpose } from "./charge.ts";
import { bookCapture, type ChargeLine, sumOfLines } from "./ledger/index.ts";
import { insertCharge } from "./store.ts";

/** What is owed, and for what. */
export interface NewCharge {
  readonly purpose: Purpose;
  /** The claim's or contract's number within the root; absent for an order. */
  readonly subjectNo?: number;
  readonly amount: Money;
  /** What it is made of; they come to the amount. */
  readonly lines: readonly ChargeLine[];
  readonly dueAt?: Temporal.Instant;
}

/** Nobody takes what is nothing. */
const NOBODY = { kind: "clearing", party: "none" } as const;

/**
 * Makes a charge on a root the caller has locked. A charge of nothing is captured and booked here and now,
 * without a provider. There must be no other live charge for the same thing: a thing is never owed twice.
 */
export async function createCharge(tx: Tx, rootId: string, charge: NewCharge): Promise<Charge> {
  const { purpose, subjectNo = null, amount, lines, dueAt = null } = charge;
  const { amount: amountMinor, currency } = amount;
  assert.equal(sumOfLines(lines), amountMinor, "the lines of a charge come to its amount");
  const state = amountMinor === 0 ? "captured" : "open";
  const owed = [purpose, subjectNo, amountMinor, currency, state, dueAt, tx.at, JSON.stringify(lines)];
  const row = await insertCharge(tx, rootId, ...owed);
  assert(row !== undefined, `there is a live charge for this ${purpose} already`);
  const closedAt = state === "captured" ? tx.at : null;
  if (state === "captured") {
    const about = { purpose, subjectNo, chargeNo: row.no, attemptNo: null };
    await bookCapture(tx, { rootId, chargeNo: row.no, currency, lines }, NOBODY);
    tx.record(rootId, [{ type: "ChargeCaptured", ...about, amount, provider: "none" }]);
  }
  return {
    ...{ rootId, no: row.no, purpose, subjectNo, amountMinor, currency },
    ...{ state, dueAt, closedAt, attempt: null },
  };
}
