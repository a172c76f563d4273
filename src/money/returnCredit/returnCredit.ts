import assert from "node:assert/strict";
import { accepted, act, IdParams, line, notFound, readPublicId, shape } from "../../platform/index.ts";
import { NOWHERE } from "../bank/index.ts";
import {
  giveCreditBack,
  lockCredit,
  needsSecondPerson,
  promiseRefund,
  RefundSchema,
  readRefundLimits,
  refundView,
} from "../refunds/index.ts";
import { decideReturnCredit } from "./decideReturnCredit.ts";

/**
 * POST /v1/bank-credits/{id}/return: sends money that came to our bank and is nobody's back to where it came
 * from. It is a refund of the kind `credit` from then on, and never given to a charge: above the limit
 * another person agrees to it, and who has made the transfer says so with POST /v1/refunds/{id}/payment.
 */
export const returnCredit = act({
  route: "POST /v1/bank-credits/{id}/return",
  permission: "refund.request",
  summary: "Sends money that is nobody's back to the account it came from, by a bank transfer",
  params: IdParams,
  body: shape({ reason: line(500) }),
  reply: RefundSchema,
  status: 201,
  dryRun: true,
  async run(tx, { id, reason }) {
    const { rootId, no } = readPublicId("crd", id) ?? {};
    const credit = rootId === undefined || no !== undefined ? undefined : await lockCredit(tx, rootId);
    if (credit === undefined) {
      throw notFound("bank credit");
    }

    const decision = decideReturnCredit(credit);

    if (decision.refused !== undefined) {
      return decision;
    }
    const { creditId, amountMinor, currency } = credit;
    const given = await giveCreditBack(tx, creditId);
    assert(given !== undefined, "a locked credit stays nobody's");
    const refund = await promiseRefund(tx, {
      ...{ rootId: creditId, chargeNo: null, holdNo: null, kind: "credit", subject: null, currency },
      ...{ means: "transfer", method: "bank_transfer", reason },
      secondPerson: needsSecondPerson(
        { amount: amountMinor, currency },
        readRefundLimits(tx.platform.config.refundLimit),
      ),
      parts: [{ ...NOWHERE, amountMinor }],
    });
    return accepted(refundView(refund));
  },
});
