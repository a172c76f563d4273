import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { moveBalance, type ResellerAccount } from "../resellerAccounts/index.ts";
import { promiseRefund } from "./promiseRefund.ts";
import type { Refund } from "./refund.ts";
import { needsSecondPerson, readRefundLimits } from "./refundLimit.ts";
import { promiseBack } from "./refundStore.ts";
import { splitPayout } from "./splitPayout.ts";
import { latestTopUps } from "./topUpStore.ts";

/** A balance that is paid out whole. */
type Left = Pick<ResellerAccount, "resellerId" | "currency" | "balanceMinor">;

/**
 * Promises all that is on a reseller's balance back, on its root, which the caller has locked: a refund of
 * the kind `reseller_balance` for each top-up whose provider gives it back, and one transfer for
 * the rest. It is off the balance from now on, so that it is promised once. Above the limit, all together,
 * another person agrees to each.
 */
export async function payOutAccount(
  tx: Tx,
  { resellerId, currency, balanceMinor }: Left,
  reason: string,
): Promise<Refund[]> {
  assert(balanceMinor > 0, "what is paid out is there");
  const parts = splitPayout(balanceMinor, await latestTopUps(tx, resellerId, currency));
  const limits = readRefundLimits(tx.platform.config.refundLimit);
  const secondPerson = needsSecondPerson({ amount: balanceMinor, currency }, limits);
  await moveBalance(tx, resellerId, currency, -balanceMinor);
  const refunds: Refund[] = [];
  for (const { chargeNo, method, amountMinor } of parts) {
    if (chargeNo !== null) {
      const promised = await promiseBack(tx, resellerId, chargeNo, amountMinor);
      assert(promised !== undefined, "no more is promised than is left of a top-up");
    }
    const refund = await promiseRefund(tx, {
      ...{ rootId: resellerId, chargeNo, holdNo: null, kind: "reseller_balance", subject: null, currency },
      ...{ means: chargeNo === null ? "transfer" : "provider", method, reason, secondPerson },
      parts: [{ programme: "none", region: "none", amountMinor }],
    });
    refunds.push(refund);
  }
  return refunds;
}
