import { productsOf } from "../../catalogue/index.ts";
import type { Tx } from "../../platform/index.ts";
import { goodsLines, type Order } from "../order.ts";
import { gatherLines } from "../supplierOrders/index.ts";
import { wantParcel } from "./wantParcel.ts";

/**
 * The goods of an order that was just paid, its lock held: what is in our own stock is one parcel, what is
 * not is ordered of its supplier and waits for it. Orders without goods send nothing.
 */
export async function wantParcels(tx: Tx, order: Order): Promise<void> {
  const lines = goodsLines(order).filter(({ quantity, cancelledQuantity }) => quantity > cancelledQuantity);
  if (lines.length === 0) {
    return;
  }
  const products = await productsOf(
    tx,
    lines.map(({ sku }) => sku),
  );
  const supplierOf = (sku: string) => products.find((one) => one.sku === sku)?.offer.supplier ?? null;
  const own = lines.filter(({ sku }) => supplierOf(sku) === null);
  if (own.length > 0) {
    const parts = own.map(({ no, quantity, weightGrams }) => ({ lineNo: no, quantity, weightGrams }));
    await wantParcel(tx, order, { lines: parts });
  }
  const elsewhere = lines.flatMap(({ no, sku, name, quantity, promisedOn }) => {
    const supplier = supplierOf(sku);
    return supplier === null ? [] : [{ supplier, lineNo: no, sku, name, quantity, promisedOn }];
  });
  await gatherLines(tx, order.orderId, elsewhere);
}
