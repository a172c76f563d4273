import assert from "node:assert/strict";
import { Type } from "typebox";
import {
  accepted,
  act,
  IdParams,
  line,
  lockRoot,
  MinorUnits,
  notFound,
  publicId,
  readPublicId,
  shape,
  type Tx,
} from "../../platform/index.ts";
import {
  type CapturedHold,
  capturedHold,
  goesBackByHand,
  needsSecondPerson,
  promiseHoldBack,
  promiseRefund,
  RefundSchema,
  readRefundLimits,
  refundView,
} from "../refunds/index.ts";
import { decideRefundHold } from "./decideRefundHold.ts";

/**
 * POST /v1/holds/{id}/refund: gives back what was captured of a hold, or a part of it, because it should not
 * have been. The hold stays captured, and what follows from its device as it is.
 */
export const refundHold = act({
  route: "POST /v1/holds/{id}/refund",
  permission: "refund.request",
  summary: "Gives back what was captured of a hold, whole or in part, to the card it was taken from",
  params: IdParams,
  body: shape({
    amount: Type.Optional(
      Type.Integer({
        ...MinorUnits,
        minimum: 1,
        description: "In minor units of the hold's currency; all that is left of it where this is left out.",
      }),
    ),
    reason: line(500),
  }),
  reply: RefundSchema,
  status: 201,
  dryRun: true,
  async run(tx, { id, amount, reason }) {
    const hold = await lockCaptured(tx, id);

    const decision = decideRefundHold(amount, hold);

    if (decision.refused !== undefined) {
      return decision;
    }
    const { amountMinor, provider, method } = decision.accepted;
    const { rootId, no, subjectNo, programme, region, currency, refundedMinor } = hold;
    const promised = await promiseHoldBack(tx, rootId, no, amountMinor);
    assert(promised !== undefined, "under the lock of its root so much stays left");
    const all = { amount: refundedMinor + amountMinor, currency };
    const refund = await promiseRefund(tx, {
      ...{ rootId, chargeNo: null, holdNo: no, kind: "hold", subject: publicId("clm", rootId, subjectNo) },
      ...{ currency, means: goesBackByHand(provider) ? "transfer" : "provider", method, reason },
      secondPerson: needsSecondPerson(all, readRefundLimits(tx.platform.config.refundLimit)),
      parts: [{ programme, region, amountMinor }],
    });
    return accepted(refundView(refund));
  },
});

/** A hold with what was captured of it, its root locked. Errors: Problem 404. */
async function lockCaptured(tx: Tx, id: string): Promise<CapturedHold> {
  const key = readPublicId("hld", id);
  const isThere = key?.no !== undefined && (await lockRoot(tx, key.rootId));
  const hold = isThere ? await capturedHold(tx, key.rootId, key.no) : undefined;
  if (hold === undefined) {
    throw notFound("hold");
  }
  return hold;
}
