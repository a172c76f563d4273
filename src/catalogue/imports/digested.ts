import { hash } from "node:crypto";
import type { ReadRow, SupplierProduct } from "./supplierProduct.ts";

/** A row with the digests of what it says of the product and of its prices. */
export type DigestedRow = ReadRow & { readonly described?: string; readonly priced?: string };

/** The rows with digests, by which it is known what changed of them. */
export function digested(rows: readonly ReadRow[]): DigestedRow[] {
  return rows.map((row) =>
    row.product === undefined
      ? row
      : { ...row, described: digestOf(describing(row.product)), priced: digestOf(row.product.prices) },
  );
}

/** All that is told of a product but how it may be had. */
function describing(product: SupplierProduct): object {
  const { sku: _sku, stock: _stock, leadDays: _lead, prices: _prices, ...rest } = product;
  const { minQuantity: _least, multiple: _multiple, ...told } = rest;
  return told;
}

function digestOf(told: unknown): string {
  return hash("sha256", JSON.stringify(told), "base64url").slice(0, 22);
}
