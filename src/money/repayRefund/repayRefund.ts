import assert from "node:assert/strict";
import { Type } from "typebox";
import { accepted, act, badField, IdParams, line, shape } from "../../platform/index.ts";
import {
  completeRefund,
  lockRefund,
  openRefundTry,
  payableNow,
  payerOf,
  type Refund,
  RefundSchema,
  refundView,
  repayMeans,
  startRefundTry,
  takeUp,
} from "../refunds/index.ts";
import { decideRepayRefund } from "./decideRepayRefund.ts";

/**
 * POST /v1/refunds/{id}/payment: has a refund that failed tried again, says that it was transferred by the
 * bank (with the transfer's reference), or puts it into the payer's balance with us.
 */
export const repayRefund = act({
  route: "POST /v1/refunds/{id}/payment",
  permission: "refund.approve",
  summary:
    "Pays a refund that waits: by its provider again, by a bank transfer that was made, into the balance",
  params: IdParams,
  body: shape({
    means: Type.Enum([...repayMeans]),
    /** Of the transfer that was made. */
    reference: Type.Optional(line(120)),
  }),
  reply: RefundSchema,
  async run(tx, { id, means, reference }) {
    const refund = await lockRefund(tx, id);
    if ((means === "transfer") !== (reference !== undefined)) {
      throw badField(
        "/reference",
        "transfer_reference",
        "A transfer has the reference of the bank; nothing else has one.",
      );
    }
    const [open, payable] = await Promise.all([
      openRefundTry(tx, refund.rootId, refund.no),
      payableNow(tx, refund),
    ]);

    const decision = decideRepayRefund({ refund, means, isTryOpen: open !== undefined, ...payable });

    if (decision.refused !== undefined) {
      return decision;
    }
    const taken = await takeUp(tx, refund.rootId, refund.no, means);
    assert(taken !== undefined, "under the lock of its root it still waits");
    if (means === "provider") {
      await startRefundTry(tx, taken);
      return accepted(refundView(taken));
    }
    const from = means === "transfer" ? ({ kind: "bank" } as const) : balanceOf(taken);
    return accepted(refundView(await completeRefund(tx, taken, from, reference ?? null)));
  },
});

/** The balance of the payer of its charge: nothing else is put into one. */
function balanceOf({ rootId, chargeNo }: Refund) {
  assert(chargeNo !== null, "what leaves us is put into no balance");
  return { kind: "payer_balance", party: payerOf(rootId, chargeNo) } as const;
}
