import assert from "node:assert/strict";
import { Type } from "typebox";
import {
  type Charge,
  cancelCharge,
  chargesOf,
  goodsOf,
  type Refund,
  RefundSchema,
  refundView,
} from "../../money/index.ts";
import {
  accepted,
  act,
  type Decision,
  IdParams,
  line,
  notFound,
  shape,
  type Tx,
} from "../../platform/index.ts";
import { giveUpGoods } from "../delays/index.ts";
import { giveBack } from "../giveBack.ts";
import { ORDER_LAPSES } from "../lapseOrder.ts";
import type { Order } from "../order.ts";
import { OrderSchema, orderView } from "../orderView.ts";
import { orderIdOf, sightOf } from "../sight.ts";
import { cancelPlaced, lockSeenOrder, orderOf } from "../store.ts";
import { type Cancelled, decideCancelOrder } from "./decideCancelOrder.ts";
import { parcelsLeft } from "./parcelsOfOrderStore.ts";

/**
 * POST /v1/orders/{id}/cancellation: drops an order that is not paid, or the goods of a paid one while all of
 * them are here, with what was paid for them and their delivery. Codes are given back by the return. `dryRun`
 * shows the sum.
 */
export const cancelOrder = act({
  route: "POST /v1/orders/{id}/cancellation",
  permission: "order.cancel",
  summary: "Cancels an order that is not paid, or its goods while they have not been handed over.",
  params: IdParams,
  body: shape({ reason: Type.Optional(line(200)) }),
  reply: shape({ order: OrderSchema, refund: Type.Union([RefundSchema, Type.Null()]) }),
  dryRun: true,
  async run(tx, { id, reason = "no-longer-wanted" }) {
    const order = await lockSeenOrder(tx, orderIdOf(id), ...sightOf(tx.caller));
    if (order === undefined) {
      throw notFound("order");
    }
    const charge = (await chargesOf(tx, order.orderId)).at(-1);
    assert(charge !== undefined, "every order has a charge");
    const [goods, { hasLeft }] = await Promise.all([
      goodsOf(tx, order.orderId, charge.no),
      parcelsLeft(tx, order.orderId),
    ]);

    const decision = decideCancelOrder({ order, goods, hasLeft });

    if (decision.refused !== undefined) {
      return decision;
    }
    const saved = await save(tx, { order, charge, reason }, decision.accepted);
    if (saved.refused !== undefined) {
      return saved;
    }
    const cancelled = await orderOf(tx, order.orderId);
    assert(cancelled !== undefined, "an order is never deleted");
    return accepted({ order: orderView(cancelled), refund: saved.accepted && refundView(saved.accepted) });
  },
});

interface Loaded {
  readonly order: Order;
  readonly charge: Charge;
  readonly reason: string;
}

async function save(tx: Tx, loaded: Loaded, cancelled: Cancelled): Promise<Decision<Refund | null>> {
  return cancelled.kind === "unpaid"
    ? await dropUnpaid(tx, loaded)
    : accepted(await dropGoods(tx, loaded, cancelled));
}

/** Refused while its money is on its way: the outcome comes first. */
async function dropUnpaid(tx: Tx, { order, charge, reason }: Loaded): Promise<Decision<null>> {
  const ended = await cancelCharge(tx, charge);
  if (ended.refused !== undefined) {
    return ended;
  }
  await Promise.all([cancelPlaced(tx, order.orderId, tx.at), giveBack(tx, order)]);
  tx.meet(order.orderId, ORDER_LAPSES, "order");
  // Who did it themselves knows; whom the office did it for is told.
  const [isOffice] = sightOf(tx.caller);
  tx.record(order.orderId, [{ type: "OrderCancelled", by: isOffice ? "office" : "request", reason }]);
  return accepted(null);
}

async function dropGoods(
  tx: Tx,
  { order, charge, reason }: Loaded,
  { back }: Extract<Cancelled, { readonly kind: "goods" }>,
): Promise<Refund | null> {
  const given = { chargeNo: charge.no, goods: back, reason, by: "request" as const };
  return (await giveUpGoods(tx, order, given)) ?? null;
}
