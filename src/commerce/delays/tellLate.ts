import { type Job, systemCaller, transact } from "../../platform/index.ts";
import { goodsLines } from "../order.ts";
import { wantParcel } from "../parcels/index.ts";
import { lockOrder } from "../store.ts";
import { supplierOrderOf, wantedOf } from "../supplierOrders/index.ts";
import { arrivedParcel, insertDelay } from "./delayStore.ts";

/** Tells an order, once for each answer of a supplier, that its goods are late; a mail follows. */
export const tellLateOrder: Job<{
  readonly orderId: string;
  readonly supplierOrderId: string;
  readonly answerNo: number;
}> = {
  name: "tell_late_order",
  run: (platform, { orderId, supplierOrderId, answerNo }) =>
    transact(platform, systemCaller, async (tx) => {
      await lockOrder(tx, orderId);
      const delay = await insertDelay(tx, orderId, supplierOrderId, answerNo, tx.at);
      if (delay !== undefined) {
        const expectedOn = delay.expectedOn?.toString() ?? null;
        tx.record(orderId, [{ type: "OrderLate", delayNo: delay.no, supplierOrderId, expectedOn }]);
      }
    }),
};

/** What has arrived for an order is a parcel, once; pieces that were cancelled meanwhile are not in it. */
export const wantArrived: Job<{ readonly orderId: string; readonly supplierOrderId: string }> = {
  name: "want_arrived_parcel",
  run: (platform, { orderId, supplierOrderId }) =>
    transact(platform, systemCaller, async (tx) => {
      const order = await lockOrder(tx, orderId);
      const arrived = await supplierOrderOf(tx, supplierOrderId);
      if (order === undefined || (await arrivedParcel(tx, orderId, supplierOrderId)) !== undefined) {
        return;
      }
      const own = (arrived?.lines ?? []).filter((line) => line.orderId === orderId && wantedOf(line) > 0);
      const lines = own.map((line) => ({
        lineNo: line.lineNo,
        quantity: wantedOf(line),
        weightGrams: goodsLines(order).find(({ no }) => no === line.lineNo)?.weightGrams ?? 0,
      }));
      if (lines.length > 0) {
        await wantParcel(tx, order, { lines, supplierOrderId });
      }
    }),
};
