import assert from "node:assert/strict";
import { mintCodes } from "../../contracts/index.ts";
import { type Job, type Platform, systemCaller, type Tx, transact } from "../../platform/index.ts";
import type { Order } from "../order.ts";
import { lockOrder, saveDelivery } from "../store.ts";
import { decideDeliverOrder } from "./decideDeliverOrder.ts";

/** The charge that was captured. */
export interface CapturedCharge {
  readonly rootId: string;
  readonly chargeNo: number;
  readonly purpose: string;
}

/** Delivers the order whose charge was captured. Other captures are for other modules. */
export const deliverPaidOrder: Job<CapturedCharge> = {
  name: "deliver_order",
  run: async (platform, { rootId, chargeNo, purpose }) => {
    if (purpose === "order") {
      await deliverOrder(platform, rootId, chargeNo);
    }
  },
};

/** Mints and delivers the codes of a paid order in one transaction: all of them, once. */
export async function deliverOrder(platform: Platform, orderId: string, chargeNo: number): Promise<void> {
  await transact(platform, systemCaller, async (tx) => {
    const order = await lockOrder(tx, orderId);
    assert(order !== undefined, "an order that was paid is there");
    const events = decideDeliverOrder(order, chargeNo);
    if (events.length === 0) {
      return;
    }
    const [delivered] = await Promise.all([
      saveDelivery(tx, orderId, tx.at),
      ...order.lines.map((line) => mintCodes(tx, codesOf(tx, order, line))),
    ]);
    tx.record(orderId, events);
    assert(delivered !== undefined, "an order that was placed under its lock is placed");
  });
}

function codesOf(tx: Tx, order: Order, line: Order["lines"][number]): Parameters<typeof mintCodes>[1] {
  const { sku, plan, models, quantity: count, no: lineNo } = line;
  const { orderId, programme, region } = order;
  return { orderId, lineNo, product: { sku, programme, plan, models }, region, count, at: tx.at };
}
