import { giveBackStock } from "../../catalogue/index.ts";
import { type GoodsWanted, type Refund, refundGoods } from "../../money/index.ts";
import { publicId, type Tx } from "../../platform/index.ts";
import { goodsLines, type Order } from "../order.ts";
import { paidBackWithin } from "../paidBackWithin.ts";
import { completeOrder, dropParcel, parcelsHere } from "../parcels/index.ts";
import { cancelLinePieces } from "./delayStore.ts";
import { dropSupplierLines, piecesNowhere } from "./supplierLineStore.ts";

/** What is given up of a paid order, and why. */
export interface GivenUpGoods {
  readonly chargeNo: number;
  readonly goods: readonly GoodsWanted[];
  readonly reason: string;
  readonly by: "request" | "dispute";
}

/**
 * All that has not left of an order whose lock the caller holds is given up: its parcels do not leave, what
 * suppliers have is free again, and what is left of its charge is asked back. Undefined where nothing is.
 */
export async function giveUpGoods(
  tx: Tx,
  order: Pick<Order, "orderId" | "lines">,
  { chargeNo, goods, reason, by }: GivenUpGoods,
): Promise<Refund | undefined> {
  const { orderId } = order;
  const refund = await refundGoods(tx, orderId, {
    ...{ chargeNo, kind: "cancellation", subject: publicId("ord", orderId), reason, goods },
    dueAt: tx.at.add(paidBackWithin),
  });
  const [nowhere, parcels] = await Promise.all([piecesNowhere(tx, orderId), parcelsHere(tx, orderId)]);
  const piecesOf = (from: readonly { readonly lineNo: number; readonly pieces: number }[], no: number) =>
    from.reduce((sum, one) => sum + (one.lineNo === no ? one.pieces : 0), 0);
  const lines = goodsLines(order)
    .map(({ no, sku }) => ({ lineNo: no, sku, count: piecesOf(goods, no) }))
    .filter(({ count }) => count > 0);
  tx.record(orderId, [{ type: "GoodsCancelled", reason, lines, refundNo: refund?.no ?? null }]);
  for (const { no } of parcels) {
    await dropParcel(tx, orderId, no);
  }
  // What was income before went out once, and is on no shelf of ours to sell.
  const owed = goods.filter(({ from }) => from === "owed");
  const back = lines.map(({ lineNo, sku }) => ({
    sku,
    quantity: piecesOf(owed, lineNo) - piecesOf(nowhere, lineNo),
  }));
  const given = lines.map(({ lineNo, count }) => ({ lineNo, pieces: count }));
  await Promise.all([
    cancelLinePieces(tx, orderId, JSON.stringify(given)),
    dropSupplierLines(tx, orderId),
    giveBackStock(
      tx,
      back.filter(({ quantity }) => quantity > 0),
    ),
    completeOrder(tx, orderId, by),
  ]);
  return refund;
}
