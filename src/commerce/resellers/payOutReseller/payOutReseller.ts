import assert from "node:assert/strict";
import { Type } from "typebox";
import { payOutAccount, RefundSchema, refundView, resellerAccountsOf } from "../../../money/index.ts";
import { accepted, act, IdParams, line, shape } from "../../../platform/index.ts";
import { judgePayOut } from "../judgePayOut.ts";
import { lockResellerInSight } from "../resellerInSight.ts";
import { openOf } from "../resellerStore.ts";

/**
 * POST /v1/resellers/{id}/payout: pays what is left on the balance of a reseller whose contract has ended
 * back to where its latest top-ups came from, and the rest by a transfer that a person makes. These are
 * refunds of the kind `reseller_balance` from then on: above the limit, another person agrees to each.
 */
export const payOutReseller = act({
  route: "POST /v1/resellers/{id}/payout",
  permission: "refund.request",
  summary: "Pays what is left on the balance of a reseller whose contract has ended back to it",
  params: IdParams,
  body: shape({ reason: line(500) }),
  reply: shape({ refunds: Type.Array(RefundSchema) }),
  status: 201,
  dryRun: true,
  async run(tx, { id, reason }) {
    const { resellerId, state } = await lockResellerInSight(tx, id);
    const [[account], open] = await Promise.all([
      resellerAccountsOf(tx, [resellerId]),
      openOf(tx, resellerId),
    ]);
    assert(account !== undefined, "a reseller has an account");

    const decision = judgePayOut({ ...account, ...open, state });

    if (decision.refused !== undefined) {
      return decision;
    }
    const refunds = await payOutAccount(tx, { ...account, balanceMinor: decision.accepted }, reason);
    return accepted({ refunds: refunds.map(refundView) });
  },
});
