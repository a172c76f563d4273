import { Type } from "typebox";
import {
  accepted,
  act,
  badField,
  line,
  lockRoot,
  MinorUnits,
  notFound,
  readPublicId,
  shape,
  type Tx,
} from "../../platform/index.ts";
import {
  balanceRoom,
  needsSecondPerson,
  paidCharge,
  promiseRefund,
  type RefundableCharge,
  RefundSchema,
  readRefundLimits,
  refundView,
  takeParts,
} from "../refunds/index.ts";
import { decidePayoutBalance } from "./decidePayoutBalance.ts";

/**
 * POST /v1/payer-balances/{party}/payout: pays what a payer has with us out to them. It is a refund of the
 * kind `balance` from then on: above the limit another person agrees to it; a transfer waits for the person
 * who makes it, POST /v1/refunds/{id}/payment; what its provider gives back is tried at once.
 */
export const payoutBalance = act({
  route: "POST /v1/payer-balances/{party}/payout",
  permission: "refund.request",
  summary: "Pays what a payer has with us out to them: by a bank transfer, or by the provider it came from",
  params: shape({
    party: Type.String({ maxLength: 80, description: "As GET /v1/payer-balances has it: a charge's id." }),
  }),
  body: shape({
    amount: Type.Optional(
      Type.Integer({
        ...MinorUnits,
        minimum: 1,
        description: "In minor units; all that can be paid out this way where it is left out.",
      }),
    ),
    currency: Type.String({ pattern: "^[A-Z]{3}$", description: "The currency of the balance." }),
    means: Type.Enum(["transfer", "provider"], {
      description: "A bank transfer that a person makes, or the provider that took the payment.",
    }),
    reason: line(500),
  }),
  reply: RefundSchema,
  status: 201,
  dryRun: true,
  async run(tx, { party, amount, currency, means, reason }) {
    const { rootId, charge } = await lockPayer(tx, party);
    if (currency !== charge.currency) {
      const says = `This payer has paid in ${charge.currency}. Pay it out in that.`;
      throw badField("/currency", "currency_mismatch", says);
    }
    const key = { rootId, chargeNo: charge.no };
    const room = await balanceRoom(tx, key);

    const decision = decidePayoutBalance(amount, { ...room, means });

    if (decision.refused !== undefined) {
      return decision;
    }
    const all = { amount: room.promisedMinor + decision.accepted, currency };
    const refund = await promiseRefund(tx, {
      ...{ ...key, holdNo: null, kind: "balance", subject: null, currency, means, reason },
      method: charge.method ?? "none",
      // All that leaves one balance counts, so that nobody stays below the limit by asking in parts.
      secondPerson: needsSecondPerson(all, readRefundLimits(tx.platform.config.refundLimit)),
      parts: takeParts(room.parts, decision.accepted),
    });
    return accepted(refundView(refund));
  },
});

/** The charge whose payer has a balance, its root locked. Errors: Problem 404. */
async function lockPayer(
  tx: Tx,
  party: string,
): Promise<{ readonly rootId: string; readonly charge: RefundableCharge }> {
  const key = readPublicId("chg", party);
  const isThere = key?.no !== undefined && (await lockRoot(tx, key.rootId));
  const charge = isThere ? await paidCharge(tx, key.rootId, key.no) : undefined;
  if (key === undefined || charge === undefined) {
    throw notFound("payer balance");
  }
  return { rootId: key.rootId, charge };
}
