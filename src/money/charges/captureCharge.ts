import assert from "node:assert/strict";
import { publicId, type Tx } from "../../platform/index.ts";
import { bookCapture, type Into } from "../ledger/index.ts";
import type { AttemptEnd } from "../matter.ts";
import { balanceAccount, moveBalance, resellerIn } from "../resellerAccounts/index.ts";
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
  const resellerId = resellerIn(end.providerRef);
  const into = intoWhat({ rootId, no, currency, provider, resellerId });
  await bookCapture(tx, { rootId, chargeNo: no, currency, lines }, into);
  if (purpose === "top_up") {
    await moveBalance(tx, rootId, currency, amountMinor);
  }
  if (provider === "invoice") {
    await issueInvoice(tx, { rootId, chargeNo: no, amountMinor, currency, resellerId });
  }
  tx.record(rootId, [
    { type: "ChargeCaptured", purpose, subjectNo, chargeNo: no, attemptNo, amount, provider },
  ]);
}

/** Where the money is now: owed on an invoice, taken out of a reseller's balance, or at its provider. */
function intoWhat(paid: {
  readonly rootId: string;
  readonly no: number;
  readonly currency: string;
  readonly provider: string;
  readonly resellerId: string | undefined;
}): Into {
  const { rootId, no, currency, provider, resellerId } = paid;
  if (provider === "invoice") {
    return { kind: "receivable", party: publicId("chg", rootId, no) };
  }
  if (provider === "balance") {
    assert(resellerId !== undefined, "a balance is a reseller's");
    return balanceAccount(resellerId, currency);
  }
  return { kind: "clearing", party: provider };
}
