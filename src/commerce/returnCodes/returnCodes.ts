import { Type } from "typebox";
import { termsInForce } from "../../catalogue/index.ts";
import { lockOrderedCodes, voidCodes } from "../../contracts/index.ts";
import {
  chargesOf,
  type Refund,
  RefundSchema,
  refundView,
  requestRefund,
  salesOfCharge,
} from "../../money/index.ts";
import {
  accepted,
  act,
  type Decision,
  IdParams,
  notFound,
  publicId,
  ReceiptSchema,
  shape,
  type Tx,
} from "../../platform/index.ts";
import type { Order } from "../order.ts";
import { refuse } from "../refusals.ts";
import { orderIdOf, sightOf } from "../sight.ts";
import { lockSeenOrder } from "../store.ts";
import { type CodeBack, decideReturnCodes } from "./decideReturnCodes.ts";
import { demandReturnFacts } from "./demandReturnFacts.ts";

/**
 * POST /v1/orders/{id}/return: gives unused codes back. They are taken out of use and what the terms or the
 * law pay back for them is promised, in one transaction; a used one is given up as the contract it became.
 * `dryRun` shows the sum.
 */
export const returnCodes = act({
  route: "POST /v1/orders/{id}/return",
  permission: "order.return",
  summary: "Gives unused codes of an order back, and pays back what the terms or the law say",
  params: IdParams,
  body: shape({
    /** The last four characters of each; without it all that are unused. */
    codes: Type.Optional(
      Type.Array(Type.String({ pattern: "^[0-9A-Z]{4}$" }), { minItems: 1, maxItems: 1_000 }),
    ),
    reason: Type.Enum(["withdrawal", "no-longer-wanted", "device-returned"]),
    /** The device went back to its seller. The office and the reseller tell. */
    deviceReturned: Type.Optional(Type.Boolean()),
  }),
  reply: shape({
    codes: Type.Array(shape({ lineNo: Type.Integer(), last4: Type.String(), receipt: ReceiptSchema })),
    refund: RefundSchema,
  }),
  dryRun: true,
  async run(tx, { id, codes: wanted, reason, deviceReturned = false }, at) {
    demandReturnFacts(tx.caller, deviceReturned);
    const order = await lockSeenOrder(tx, orderIdOf(id), ...sightOf(tx.caller));
    if (order === undefined) {
      throw notFound("order");
    }
    const charge = (await chargesOf(tx, order.orderId)).at(-1);
    if (order.programme === null || order.region === null) {
      return refuse("order_without_codes");
    }
    if ((order.state !== "paid" && order.state !== "delivered") || charge === undefined) {
      return refuse("codes_not_ready");
    }
    const [codes, sales, terms] = await Promise.all([
      lockOrderedCodes(tx, order.orderId),
      salesOfCharge(tx, order.orderId, charge.no),
      termsInForce(tx, order.programme, order.placedAt, order.region),
    ]);
    const told = { reason, deviceReturned };

    const decision = decideReturnCodes({ at, order, codes, sales, terms, wanted, told });

    if (decision.refused !== undefined) {
      return decision;
    }
    const back = decision.accepted;
    const refund = await save(tx, order, charge.no, reason, back);
    if (refund.refused !== undefined) {
      return refund;
    }
    return accepted({
      codes: back.map(({ code: { lineNo, last4 }, receipt }) => ({
        ...{ lineNo, last4 },
        receipt: { ...receipt, at: at.toString() },
      })),
      refund: refundView(refund.accepted),
    });
  },
});

/**
 * Takes the codes out of use and asks for what comes back. Refused, and so rolled back, when that is not
 * left.
 */
async function save(
  tx: Tx,
  { orderId }: Order,
  chargeNo: number,
  reason: string,
  back: readonly CodeBack[],
): Promise<Decision<Refund>> {
  const taken = await voidCodes(
    tx,
    back.map(({ code }) => code),
    "returned",
  );
  if (taken !== back.length) {
    return refuse("nothing_to_return");
  }
  const days = back.flatMap(({ receipt }) => receipt.refund?.payBy ?? []).toSorted();
  const asked = await requestRefund(tx, orderId, {
    ...{ chargeNo, kind: "return", subject: publicId("ord", orderId), reason },
    dueAt: days[0] === undefined ? null : Temporal.Instant.from(days[0]),
    wanted: {
      sales: back.map(({ code, amountMinor, receipt, facts }) => ({
        ...{ saleNo: code.saleNo, amountMinor, receipt, facts },
      })),
    },
  });
  if (asked.refused === undefined) {
    const codes = back.map(({ code: { lineNo, last4 } }) => ({ lineNo, last4 }));
    tx.record(orderId, [{ type: "CodesReturned", codes, reason, refundNo: asked.accepted.no }]);
  }
  return asked;
}
