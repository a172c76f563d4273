import assert from "node:assert/strict";
import { mintCodes } from "../../contracts/index.ts";
import { type Job, type Platform, systemCaller, type Tx, transact } from "../../platform/index.ts";
import { ORDER_LAPSES } from "../lapseOrder.ts";
import { type CodeLine, codeLines, type Order } from "../order.ts";
import { purchaseOf } from "../purchaseOf.ts";
import { takeToDelivery } from "../store.ts";
import { decideDeliverOrder } from "./decideDeliverOrder.ts";

/** Delivers the order whose charge was captured. */
export const deliverPaidOrder: Job<{ readonly rootId: string; readonly chargeNo: number }> = {
  name: "deliver_order",
  run: (platform, { rootId, chargeNo }) => deliverOrder(platform, rootId, chargeNo),
};

/** Mints and delivers the codes of a paid order in one transaction: all of them, once. Goods come later. */
export async function deliverOrder(platform: Platform, orderId: string, chargeNo: number): Promise<void> {
  await transact(platform, systemCaller, async (tx) => {
    const order = await takeToDelivery(tx, orderId, tx.at);
    if (order !== undefined) {
      await Promise.all(codeLines(order).map((line) => mintCodes(tx, codesOf(tx, order, line))));
      tx.meet(orderId, ORDER_LAPSES, "order");
      tx.record(orderId, decideDeliverOrder(order.lines, chargeNo));
    }
  });
}

function codesOf(tx: Tx, order: Order, line: CodeLine): Parameters<typeof mintCodes>[1] {
  const { sku, plan, models, quantity: count, no: lineNo } = line;
  const { orderId, programme, region } = order;
  assert(programme !== null && region !== null, "codes are of a programme, for a region");
  return {
    orderId,
    lineNo,
    product: { sku, programme, plan, models },
    region,
    count,
    at: tx.at,
    purchase: purchaseOf(order),
  };
}
