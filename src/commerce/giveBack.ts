import { giveBackStock } from "../catalogue/index.ts";
import { releaseHeldCodes } from "../contracts/index.ts";
import type { Tx } from "../platform/index.ts";
import { goodsLines, type Order } from "./order.ts";

/**
 * Gives back what an order held since it was placed: its goods to their stock, its codes to their batches.
 */
export async function giveBack(tx: Tx, order: Pick<Order, "orderId" | "lines">): Promise<void> {
  const pieces = goodsLines(order).map(({ sku, quantity, cancelledQuantity }) => ({
    sku,
    quantity: quantity - cancelledQuantity,
  }));
  await Promise.all([
    giveBackStock(
      tx,
      pieces.filter(({ quantity }) => quantity > 0),
    ),
    releaseHeldCodes(tx, order.orderId),
  ]);
}
