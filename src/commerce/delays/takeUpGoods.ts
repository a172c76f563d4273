import { takeStock } from "../../catalogue/index.ts";
import { type GoodsFrom, refundOf } from "../../money/index.ts";
import { type Job, systemCaller, type Tx, transact } from "../../platform/index.ts";
import { goodsLines, type Order } from "../order.ts";
import { parcelId, parcelsOf, unsettleLost, wantParcels } from "../parcels/index.ts";
import { lockOrder } from "../store.ts";
import { goodsTakenUp, reopenOrder, resumeLinePieces } from "./takeUpStore.ts";

/** A refund of goods that was declined, on its order. */
export interface DeclinedGoods {
  readonly orderId: string;
  readonly refundNo: number;
}

interface Piece {
  readonly lineNo: number;
  readonly pieces: number;
  readonly from: GoodsFrom;
}

/**
 * Who is not paid back gets the goods after all: pieces that had not left are wanted again, those of a lost
 * parcel wait for a person again. Once for each refund, however often it runs.
 */
export const takeUpGoods: Job<DeclinedGoods> = {
  name: "take_up_goods",
  run: async (platform, { orderId, refundNo }) => {
    await transact(platform, systemCaller, async (tx) => {
      const order = await lockOrder(tx, orderId);
      const refund = await refundOf(tx, orderId, refundNo);
      const isDone = (await goodsTakenUp(tx, orderId, refundNo)) !== undefined;
      if (order === undefined || refund?.state !== "declined" || isDone) {
        return;
      }
      const own = new Set(goodsLines(order).map(({ no }) => no));
      const pieces = refund.lines.flatMap(({ lineNo, goods }) =>
        lineNo !== null && goods && own.has(lineNo) ? [{ lineNo, ...goods }] : [],
      );
      if (pieces.length > 0) {
        await takeUp(tx, order, pieces, refund);
      }
    });
  },
};

async function takeUp(
  tx: Tx,
  order: Order,
  pieces: readonly Piece[],
  { no, reason }: { readonly no: number; readonly reason: string },
): Promise<void> {
  const { orderId } = order;
  await resumeLinePieces(tx, orderId, JSON.stringify(pieces));
  await reopenOrder(tx, orderId);
  const lines = goodsLines(order).flatMap((line) => {
    const again = pieces.find(({ lineNo, from }) => lineNo === line.no && from === "owed");
    return again === undefined ? [] : [{ ...line, quantity: again.pieces, cancelledQuantity: 0 }];
  });
  // What was put back may be sold by now: it is wanted all the same, and told of.
  const short = await takeStock(
    tx,
    lines.map(({ sku, quantity }) => ({ sku, quantity })),
  );
  const told = lines.map((line) => ({ lineNo: line.no, quantity: line.quantity }));
  tx.record(orderId, [
    { type: "GoodsResumed", refundNo: no, lines: told, short: short.map(({ sku }) => sku) },
  ]);
  await wantParcels(tx, { ...order, lines });
  for (const parcel of await parcelsOf(tx, orderId)) {
    if (parcel.settled === "paid_back" && reason.includes(parcelId(parcel))) {
      await unsettleLost(tx, orderId, parcel.no);
    }
  }
}
