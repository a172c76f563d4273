import { Type } from "typebox";
import {
  ChargeSchema,
  cancelCharge,
  chargesOf,
  createCharge,
  settlePayment,
  startPayment,
} from "../../../money/index.ts";
import { act, badField, IdParams, shape } from "../../../platform/index.ts";
import { lockResellerInSight } from "../resellerInSight.ts";

const MOST = 1_000_000_000;

/** What would pay a balance out of itself. */
const OWN_MEANS: ReadonlySet<string> = new Set(["balance", "invoice"]);

/**
 * POST /v1/resellers/{id}/top-ups: puts money on the balance by card, or by any other way there is to pay. A
 * transfer with the balance's own reference needs none. One whose payment failed is given up by the next.
 */
export const topUpBalance = act({
  route: "POST /v1/resellers/{id}/top-ups",
  permission: "balance.top_up",
  summary: "Puts money on a reseller's balance by card.",
  params: IdParams,
  body: shape({
    amountMinor: Type.Integer({ minimum: 1, maximum: MOST }),
    method: Type.String({ minLength: 1, maxLength: 60 }),
  }),
  reply: ChargeSchema,
  status: 201,
  async run(tx, { id, amountMinor, method }) {
    if (OWN_MEANS.has(method)) {
      throw badField("/method", "unknown_method", "A balance is topped up by card or by a transfer.");
    }
    const { resellerId, currency } = await lockResellerInSight(tx, id);
    const before = await chargesOf(tx, resellerId);
    for (const charge of before) {
      if (charge.state === "open" && charge.attempt?.state === "failed") {
        await cancelCharge(tx, charge);
      }
    }
    const line = { kind: "top_up", programme: "none", region: "none", plan: null, quantity: 1 } as const;
    const charge = await createCharge(tx, resellerId, {
      purpose: "top_up",
      subjectNo: before.length + 1,
      amount: { amount: amountMinor, currency },
      lines: [{ ...line, netMinor: amountMinor, taxMinor: 0, taxKind: "none" }],
    });
    return await startPayment(tx, charge, method);
  },
  settle: settlePayment,
});
