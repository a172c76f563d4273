import assert from "node:assert/strict";
import type { Money, Tx } from "../platform/index.ts";
import type { Charge, Purpose } from "./charge.ts";
import { insertCharge } from "./store.ts";

/** What is owed, and for what. */
export interface NewCharge {
  readonly purpose: Purpose;
  /** The claim's or contract's number within the root; absent for an order. */
  readonly subjectNo?: number;
  readonly amount: Money;
  readonly dueAt?: Temporal.Instant;
}

/**
 * Makes a charge on a root the caller has locked. A charge of nothing is captured here and now, without a
 * provider. There must be no other live charge for the same thing: a thing is never owed twice.
 */
export async function createCharge(tx: Tx, rootId: string, charge: NewCharge): Promise<Charge> {
  const { purpose, subjectNo = null, amount, dueAt = null } = charge;
  const state = amount.amount === 0 ? "captured" : "open";
  const { amount: amountMinor, currency } = amount;
  const row = await insertCharge(tx, rootId, purpose, subjectNo, amountMinor, currency, state, dueAt, tx.at);
  assert(row !== undefined, `there is a live charge for this ${purpose} already`);
  const closedAt = state === "captured" ? tx.at : null;
  if (state === "captured") {
    const about = { purpose, subjectNo, chargeNo: row.no, attemptNo: null };
    tx.record(rootId, [{ type: "ChargeCaptured", ...about, amount, provider: "none" }]);
  }
  return {
    ...{ rootId, no: row.no, purpose, subjectNo, amountMinor, currency },
    ...{ state, dueAt, closedAt, attempt: null },
  };
}
