import { type GoodsWanted, goodsOf, piecesLeft } from "../../money/index.ts";
import type { Tx } from "../../platform/index.ts";
import { goodsLines, type Order } from "../order.ts";

/** Pieces of a line of goods that its buyer does not get. */
interface GivenUp {
  readonly lineNo: number;
  readonly pieces: number;
}

/**
 * The delivery of an order whose lock the caller holds, to be paid back with these pieces where they are the
 * last and none has come: whether it is still owed, or was income because a parcel left that never arrived.
 */
export async function deliveryBack(
  tx: Tx,
  order: Pick<Order, "orderId" | "lines">,
  chargeNo: number,
  now: readonly GivenUp[],
): Promise<readonly GoodsWanted[]> {
  const isLast = goodsLines(order).every(({ no, quantity, cancelledQuantity }) => {
    const pieces = now.find(({ lineNo }) => lineNo === no)?.pieces ?? 0;
    return quantity === cancelledQuantity + pieces;
  });
  const goods = isLast ? await goodsOf(tx, order.orderId, chargeNo) : [];
  return goods
    .filter(({ kind }) => kind === "delivery")
    .flatMap((line) =>
      (["owed", "income"] as const).map((from) => ({
        ...{ lineNo: line.lineNo, from },
        pieces: piecesLeft(line, from),
      })),
    )
    .filter(({ pieces }) => pieces > 0);
}
