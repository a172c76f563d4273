import { Type } from "typebox";
import {
  accepted,
  act,
  badField,
  line,
  lockRoot,
  Money,
  notFound,
  readPublicId,
  shape,
  type Tx,
} from "../../platform/index.ts";
import {
  paidCharge,
  type RefundableCharge,
  RefundSchema,
  refundView,
  requestRefund,
} from "../refunds/index.ts";

/**
 * POST /v1/refunds: gives back a part of what was paid, out of kindness. No plan ends by it, and no law
 * asks for it.
 */
export const askRefund = act({
  route: "POST /v1/refunds",
  permission: "refund.request",
  summary: "Gives back a part of a captured charge out of kindness; the plan it paid for goes on",
  body: shape({ charge: Type.String({ maxLength: 80 }), amount: Money, reason: line(500) }),
  reply: RefundSchema,
  status: 201,
  dryRun: true,
  async run(tx, { charge: id, amount, reason }) {
    const { rootId, charge } = await lockCharge(tx, id);
    if (amount.currency !== charge.currency) {
      throw badField(
        "/amount/currency",
        "currency_mismatch",
        `The charge was paid in ${charge.currency}. Give it back in that.`,
      );
    }
    if (amount.amount === 0) {
      throw badField("/amount/amount", "nothing_asked", "Say how much is to be given back: at least 1.");
    }
    const asked = await requestRefund(tx, rootId, {
      chargeNo: charge.no,
      kind: "goodwill",
      subject: null,
      reason,
      dueAt: null,
      wanted: { goodwillMinor: amount.amount },
    });
    return asked.refused === undefined ? accepted(refundView(asked.accepted)) : asked;
  },
});

async function lockCharge(tx: Tx, id: string): Promise<{ rootId: string; charge: RefundableCharge }> {
  const key = readPublicId("chg", id);
  if (key?.no === undefined || !(await lockRoot(tx, key.rootId))) {
    throw notFound("charge");
  }
  const charge = await paidCharge(tx, key.rootId, key.no);
  if (charge === undefined) {
    throw notFound("charge");
  }
  return { rootId: key.rootId, charge };
}
