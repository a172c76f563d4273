import { type Job, type Platform, systemCaller, transact } from "../../platform/index.ts";
import { ORDER_LAPSES } from "../lapseOrder.ts";
import { wantParcels } from "../parcels/index.ts";
import { takeToDelivery } from "../store.ts";
import { decideDeliverOrder } from "./decideDeliverOrder.ts";
import { sellCodes } from "./sellCodes.ts";

/** Delivers the order whose charge was captured. */
export const deliverPaidOrder: Job<{ readonly rootId: string; readonly chargeNo: number }> = {
  name: "deliver_order",
  run: (platform, { rootId, chargeNo }) => deliverOrder(platform, rootId, chargeNo),
};

/** Sells the codes of a paid order in one transaction: all of them, once. Goods come later. */
export async function deliverOrder(platform: Platform, orderId: string, chargeNo: number): Promise<void> {
  await transact(platform, systemCaller, async (tx) => {
    const order = await takeToDelivery(tx, orderId, tx.at);
    if (order !== undefined) {
      const opensAt = await sellCodes(tx, order);
      await wantParcels(tx, order);
      tx.meet(orderId, ORDER_LAPSES, "order");
      tx.record(orderId, decideDeliverOrder(order.lines, chargeNo, opensAt));
    }
  });
}
