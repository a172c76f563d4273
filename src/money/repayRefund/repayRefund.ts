import assert from "node:assert/strict";
import { Type } from "typebox";
import { accepted, act, badField, IdParams, line, publicId, shape } from "../../platform/index.ts";
import {
  completeRefund,
  leftOfCharge,
  lockRefund,
  openRefundTry,
  paidCharge,
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
    const [open, charge] = await Promise.all([
      openRefundTry(tx, refund.rootId, refund.no),
      paidCharge(tx, refund.rootId, refund.chargeNo),
    ]);
    assert(charge !== undefined, "a refund is of a charge");
    const { provider } = charge;
    const leftMinor = leftOfCharge(charge);

    const decision = decideRepayRefund({ refund, means, isTryOpen: open !== undefined, leftMinor, provider });

    if (decision.refused !== undefined) {
      return decision;
    }
    const taken = await takeUp(tx, refund.rootId, refund.no, means);
    assert(taken !== undefined, "under the lock of its root it still waits");
    if (means === "provider") {
      await startRefundTry(tx, taken);
      return accepted(refundView(taken));
    }
    const from =
      means === "transfer"
        ? ({ kind: "bank" } as const)
        : ({ kind: "payer_balance", party: publicId("chg", taken.rootId, taken.chargeNo) } as const);
    return accepted(refundView(await completeRefund(tx, taken, from, reference ?? null)));
  },
});
