import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { bookCapture } from "../ledger/index.ts";
import type { AttemptEnd } from "../matter.ts";
import { closeCaptured } from "../store.ts";

/**
 * A provider has taken what a charge is about: the charge is captured, in the transaction that ends the
 * try, its root locked. The one place where a payment enters the books.
 */
export async function captureCharge(tx: Tx, rootId: string, no: number, end: AttemptEnd): Promise<void> {
  const charge = await closeCaptured(tx, rootId, no, tx.at);
  assert(charge !== undefined, "while a try is open its charge stays open");
  const { purpose, subjectNo, amountMinor, currency, lines } = charge;
  const amount = { amount: amountMinor, currency };
  const { attemptNo, provider } = end;
  await bookCapture(tx, { rootId, chargeNo: no, currency, lines }, { kind: "clearing", party: provider });
  tx.record(rootId, [
    { type: "ChargeCaptured", purpose, subjectNo, chargeNo: no, attemptNo, amount, provider },
  ]);
}
