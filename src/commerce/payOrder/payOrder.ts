import assert from "node:assert/strict";
import { ChargeSchema, chargesOf, PaymentBody, settlePayment, startPayment } from "../../money/index.ts";
import { act, demandRoomToSell, IdParams, notFound } from "../../platform/index.ts";
import { orderIdOf, sightOf } from "../sight.ts";
import { lockOrderToPay } from "../store.ts";
import { decidePayOrder } from "./decidePayOrder.ts";

/** POST /v1/orders/{id}/payment: starts the payment; the reply waits for its outcome as long as is polite. */
export const payOrder = act({
  route: "POST /v1/orders/{id}/payment",
  permission: "order.pay",
  summary: "Pays an order. When the money has arrived, its codes are delivered.",
  params: IdParams,
  body: PaymentBody,
  reply: ChargeSchema,
  async run(tx, { id, method }) {
    await demandRoomToSell(tx.platform);
    const order = await lockOrderToPay(tx, orderIdOf(id), ...sightOf(tx.caller));
    if (order === undefined) {
      throw notFound("order");
    }

    const decision = decidePayOrder({ order, products: order.products });

    if (decision.refused !== undefined) {
      return decision;
    }
    const charge = (await chargesOf(tx, order.orderId)).at(-1);
    assert(charge !== undefined, "every order has a charge");
    return await startPayment(tx, charge, method);
  },
  settle: settlePayment,
});
