import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import type { Matter } from "../matter.ts";
import { moveBalance, resellerIn } from "../resellerAccounts/index.ts";
import { completeRefund } from "./completeRefund.ts";
import { type Refund, refundId, unsettledOf } from "./refund.ts";
import { aboutOf } from "./refundEvents.ts";
import type { PaidFrom } from "./refundPostings.ts";
import { failRefund, refundOf } from "./refundStore.ts";
import { settleByDispute } from "./settleByDispute.ts";
import { tookMoney } from "./tookMoney.ts";

/** Paying a refund by the provider that took the money. */
export const refundMatter: Matter = {
  about: "refund",
  async asked(db, rootId, no) {
    const refund = await refundOf(db, rootId, no);
    if (refund?.state !== "approved" || refund.means !== "provider") {
      return undefined;
    }
    const { providerRef: of } = await tookMoney(db, refund);
    return {
      amount: { amount: unsettledOf(refund), currency: refund.currency },
      reference: refundId(refund),
      ...(of === null ? {} : { of }),
    };
  },
  async succeed(tx, rootId, no, { provider, providerRef }) {
    const refund = await refundOf(tx, rootId, no);
    assert(refund !== undefined, "what is tried is there");
    const from = provider === "balance" ? await backToBalance(tx, refund) : undefined;
    await completeRefund(tx, refund, from ?? { kind: "clearing", party: provider }, providerRef);
  },
  async fail(tx, rootId, no, { provider, reason }) {
    const refund = await failRefund(tx, rootId, no, reason ?? "failed");
    assert(refund !== undefined, "while a try is open its refund stays approved");
    tx.record(rootId, [{ type: "RefundFailed", ...aboutOf(refund), reason: refund.failure }]);
    tx.platform.log.error({ rootId, refundNo: no, provider, reason }, "a refund failed; pay it another way");
    if (refund.chargeNo !== null) {
      await settleByDispute(tx, rootId, refund.chargeNo);
    }
  },
};

/** What was paid out of a reseller's balance goes back into it, as far as nobody has paid it yet. */
async function backToBalance(tx: Tx, refund: Refund): Promise<PaidFrom> {
  const resellerId = resellerIn((await tookMoney(tx, refund)).providerRef);
  assert(resellerId !== undefined, "a balance is a reseller's");
  await moveBalance(tx, resellerId, refund.currency, unsettledOf(refund));
  return { kind: "reseller_balance", party: resellerId };
}
