import assert from "node:assert/strict";
import { giveBackStock } from "../../catalogue/index.ts";
import { chargesOf, type GoodsWanted, type Refund, refundGoods } from "../../money/index.ts";
import { publicId, type Tx } from "../../platform/index.ts";
import type { Order } from "../order.ts";
import { paidBackWithin } from "../paidBackWithin.ts";
import { completeOrder, dropParcel } from "../parcels/index.ts";
import { cancelSupplierLines } from "../supplierOrders/index.ts";
import type { Delay } from "./delay.ts";
import { cancelLinePieces, waitingParcels } from "./delayStore.ts";
import { deliveryBack } from "./deliveryBack.ts";

/**
 * What of a delay has not left is cancelled, the order's lock held: its parcels do not leave, its supplier
 * line is less, its stock is free again where the supplier has some, and what was paid for it is asked back.
 * Undefined where nothing is paid back.
 */
export async function giveUpPieces(tx: Tx, order: Order, delay: Delay): Promise<Refund | undefined> {
  const { orderId } = order;
  const lines = delay.lines.filter(({ pieces }) => pieces > 0);
  const pieces = JSON.stringify(lines.map((line) => ({ lineNo: line.lineNo, pieces: line.pieces })));
  for (const { no } of await waitingParcels(tx, orderId, delay.supplierOrderId)) {
    await dropParcel(tx, orderId, no);
  }
  await cancelLinePieces(tx, orderId, pieces);
  await cancelSupplierLines(tx, delay.supplierOrderId, orderId, pieces);
  if (delay.supplierState !== "failed") {
    await giveBackStock(
      tx,
      lines.map((line) => ({ sku: line.sku, quantity: line.pieces })),
    );
  }
  const refund = await refundPieces(tx, order, lines);
  await completeOrder(tx, orderId);
  return refund;
}

async function refundPieces(tx: Tx, order: Order, lines: Delay["lines"]): Promise<Refund | undefined> {
  const { orderId } = order;
  const paid = (await chargesOf(tx, orderId)).find(({ state }) => state === "captured");
  assert(paid !== undefined, "only what was paid is late");
  const owed = lines.map(({ lineNo, pieces }): GoodsWanted => ({ lineNo, pieces, from: "owed" }));
  const goods = [...owed, ...(await deliveryBack(tx, order, paid.no, lines))];
  return await refundGoods(tx, orderId, {
    ...{ chargeNo: paid.no, kind: "cancellation", subject: publicId("ord", orderId) },
    ...{ reason: "goods do not come when they were promised", dueAt: tx.at.add(paidBackWithin), goods },
  });
}
