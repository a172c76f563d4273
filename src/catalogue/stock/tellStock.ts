import type { Queryable } from "../../platform/index.ts";
import { writeStock } from "./tellStockStore.ts";

/**
 * Tells the shelf how many pieces there are of products whose count is kept elsewhere: plans that are sold
 * out of batches. Others are left as they are.
 */
export async function tellStock(
  db: Queryable,
  counted: readonly { readonly sku: string; readonly stock: number }[],
): Promise<void> {
  await writeStock(
    db,
    counted.map(({ sku }) => sku),
    counted.map(({ stock }) => stock),
  );
}
