import assert from "node:assert/strict";
import { Type } from "typebox";
import { isSameHand } from "../../identity/index.ts";
import { accepted, act, IdParams, line, shape } from "../../platform/index.ts";
import { lockRefund, payableNow, RefundSchema, refundView, saveRefundDecision } from "../refunds/index.ts";
import { decideApproveRefund } from "./decideApproveRefund.ts";

/**
 * POST /v1/refunds/{id}/approval: agrees to a refund, whose payment is started then, or declines it with a
 * reason. What was promised is taken back then, and the plan that was given up for it goes on where it
 * still can.
 */
export const approveRefund = act({
  route: "POST /v1/refunds/{id}/approval",
  permission: "refund.approve",
  summary: "Decides a refund above the limit: another person than the one who asked for it",
  params: IdParams,
  body: shape({
    decision: Type.Union([Type.Literal("approve"), Type.Literal("decline")]),
    reason: line(500),
  }),
  reply: RefundSchema,
  async run(tx, { id, decision, reason }) {
    const refund = await lockRefund(tx, id);
    const [{ leftMinor }, isRequester] = await Promise.all([
      payableNow(tx, refund),
      isSameHand(tx, refund.requestedBy, tx.caller.id),
    ]);

    const allowed = decideApproveRefund({ refund, decision, isRequester, leftMinor });

    if (allowed.refused !== undefined) {
      return allowed;
    }
    const decided = await saveRefundDecision(tx, refund, decision, reason);
    assert(decided !== undefined, "under the lock of its root a refund is decided once");
    return accepted(refundView(decided));
  },
});
