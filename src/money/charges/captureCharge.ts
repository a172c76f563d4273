import assert from "node:assert/strict";
import { publicId, type Tx } from "../../platform/index.ts";
import { bookCaptures, type Into } from "../ledger/index.ts";
import type { AttemptEnd } from "../matter.ts";
import { balanceAccount, moveBalance, resellerIn } from "../resellerAccounts/index.ts";
import { type CapturedCharge, closeCaptured } from "../store.ts";
import { issueInvoice } from "./issueInvoice.ts";

/** A charge whose provider has taken what it is about, and how its try ended. */
export interface Taken {
  readonly rootId: string;
  readonly no: number;
  readonly end: AttemptEnd;
}

/**
 * Providers have taken what charges are about: the charges are captured, in the transaction that ends their
 * tries, their roots locked. The one place where a payment enters the books.
 */
export async function captureCharges(tx: Tx, taken: readonly Taken[]): Promise<void> {
  const closed = await closeCaptured(
    tx,
    taken.map(({ rootId }) => rootId),
    taken.map(({ no }) => no),
    tx.at,
  );
  const captured = taken.map(({ rootId, no, end }) => {
    const charge = closed.find((one) => one.rootId === rootId && one.no === no);
    assert(charge !== undefined, "while a try is open its charge stays open");
    const { currency } = charge;
    const resellerId = resellerIn(end.providerRef);
    const into = intoWhat({ rootId, no, currency, provider: end.provider, resellerId });
    return { ...charge, chargeNo: no, end, resellerId, into };
  });
  await bookCaptures(tx, captured);
  for (const one of captured) {
    await noteCaptured(tx, one);
  }
}

async function noteCaptured(
  tx: Tx,
  {
    rootId,
    chargeNo,
    purpose,
    subjectNo,
    amountMinor,
    currency,
    resellerId,
    end,
  }: CapturedCharge & {
    readonly chargeNo: number;
    readonly resellerId: string | undefined;
    readonly end: AttemptEnd;
  },
): Promise<void> {
  const { attemptNo, provider } = end;
  if (purpose === "top_up") {
    await moveBalance(tx, rootId, currency, amountMinor);
  }
  if (provider === "invoice") {
    await issueInvoice(tx, { rootId, chargeNo, amountMinor, currency, resellerId });
  }
  const amount = { amount: amountMinor, currency };
  tx.record(rootId, [{ type: "ChargeCaptured", purpose, subjectNo, chargeNo, attemptNo, amount, provider }]);
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
