import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { post } from "../ledger/index.ts";
import { balanceParts, takePayoutBack, waitingPayouts } from "./balanceStore.ts";
import { type Refund, unsettledOf } from "./refund.ts";
import { aboutOf } from "./refundEvents.ts";
import { declinePostings, payerOf } from "./refundPostings.ts";
import { paidIntoBalance } from "./refundStore.ts";
import { DISPUTE, settledEvent, takeOff } from "./settleParts.ts";
import { sumOfParts, takeParts } from "./takeParts.ts";

/** The balance of a charge's payer, and who took the payment. */
export interface DisputedBalance {
  readonly rootId: string;
  readonly chargeNo: number;
  readonly provider: string;
}

/**
 * Takes out of a payer's balance what refunds have put there and a lost dispute has paid as well, on a root
 * the caller has locked. What is on its way out of it and not paid comes back first, where it is needed.
 */
export async function settleBalance(tx: Tx, balance: DisputedBalance, mostMinor: number): Promise<void> {
  const { rootId, chargeNo, provider } = balance;
  const payer = payerOf(rootId, chargeNo);
  const refunds = await paidIntoBalance(tx, rootId, chargeNo);
  const wanted = Math.min(
    mostMinor,
    refunds.reduce((sum, refund) => sum + unsettledOf(refund), 0),
  );
  if (wanted === 0) {
    return;
  }
  const there = await fetchBack(tx, balance, wanted);
  let taken = 0;
  const all = Math.min(wanted, sumOfParts(there));
  for (const refund of refunds) {
    const amountMinor = Math.min(all - taken, unsettledOf(refund));
    if (amountMinor > 0) {
      const settled = await takeOff(tx, refund, amountMinor);
      const postings = takeParts(there, amountMinor, taken).map(
        ({ programme, region, amountMinor: part }) => {
          const place = { programme, region, currency: refund.currency };
          return {
            debit: { ...place, kind: "payer_balance", party: payer } as const,
            credit: { ...place, kind: "provider_costs", party: provider } as const,
            ...{ amountMinor: part, chargeNo },
          };
        },
      );
      await post(tx, rootId, `refund/${refund.no}/settled/${refund.settledMinor}`, postings);
      tx.record(rootId, [settledEvent(settled, amountMinor)]);
      taken += amountMinor;
    }
  }
}

/** What is in the balance, once enough has come back that was on its way out. */
async function fetchBack(tx: Tx, { rootId, chargeNo }: DisputedBalance, wantedMinor: number) {
  const payer = payerOf(rootId, chargeNo);
  const there = await balanceParts(tx, payer);
  let missing = wantedMinor - sumOfParts(there);
  const waiting = missing > 0 ? await waitingPayouts(tx, rootId, chargeNo) : [];
  for (const payout of waiting) {
    if (missing > 0) {
      missing -= payout.amountMinor;
      await comeBack(tx, payout);
    }
  }
  return waiting.length === 0 ? there : await balanceParts(tx, payer);
}

/** Why a payout comes back, as its payee is told. */
const TAKEN_BACK = "Your bank has paid this money to you, in a dispute about the payment.";

async function comeBack(tx: Tx, { rootId, no }: Refund): Promise<void> {
  const payout = await takePayoutBack(tx, rootId, no, DISPUTE, tx.at, TAKEN_BACK);
  assert(payout !== undefined, "under the lock of its root a payout that waits goes on waiting");
  await post(tx, rootId, `refund/${no}/declined`, declinePostings(payout));
  tx.record(rootId, [{ type: "RefundDeclined", ...aboutOf(payout) }]);
}
