import assert from "node:assert/strict";
import type { Matter } from "../matter.ts";
import { completeRefund } from "./completeRefund.ts";
import { refundId, unsettledOf } from "./refund.ts";
import { aboutOf } from "./refundEvents.ts";
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
    await completeRefund(tx, refund, { kind: "clearing", party: provider }, providerRef);
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
