import type { Queryable } from "../platform/index.ts";
import { priceOf, RETAIL, type UnitPrice } from "./price.ts";
import { productOf } from "./product.ts";

/**
 * What one piece of an order of `quantity` costs everybody at an instant; undefined when it is not sold in
 * that currency.
 */
export async function unitPrice(
  db: Queryable,
  sku: string,
  quantity: number,
  currency: string,
  at: Temporal.Instant,
): Promise<UnitPrice | undefined> {
  const product = await productOf({ query: db.query, at }, sku);
  return product === undefined
    ? undefined
    : priceOf(product.prices, { groups: [RETAIL], currency, quantity, at });
}
