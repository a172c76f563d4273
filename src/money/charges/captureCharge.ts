import assert from "node:assert/strict";
import { publicId, type Tx } from "../../platform/index.ts";
import { bookCapture } from "../ledger/index.ts";
import type { AttemptEnd } from "../matter.ts";
import { closeCaptured } from "../store.ts";
import { issueInvoice } from "./issueInvoice.ts";

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
  const into =
    provider === "invoice"
      ? ({ kind: "receivable", party: publicId("chg", rootId, no) } as const)
      : ({ kind: "clearing", party: provider } as const);
  await bookCapture(tx, { rootId, chargeNo: no, currency, lines }, into);
  if (provider === "invoice") {
    await issueInvoice(tx, { rootId, chargeNo: no, amountMinor, currency });
  }
  tx.record(rootId, [
    { type: "ChargeCaptured", purpose, subjectNo, chargeNo: no, attemptNo, amount, provider },
  ]);
}
