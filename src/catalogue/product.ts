import type { Queryable } from "../platform/index.ts";
import type { Price } from "./price.ts";
import { type ProductRow, productRows, renewalProductRow } from "./store.ts";

/** A SKU that sells a plan. */
export interface Product {
  readonly sku: string;
  /** The maker's own code for it. */
  readonly productCode: string;
  readonly name: string;
  readonly brand: string;
  readonly summary: string;
  readonly programme: string;
  /** The product of the programme's terms: `care-2y`. */
  readonly plan: string;
  readonly models: readonly string[];
  /** The fewest pieces an order may have, and the number they come in multiples of. */
  readonly minQuantity: number;
  readonly multiple: number;
  /** Days until it is delivered; 0 is at once. */
  readonly leadDays: number;
  /** A renewal is bought on a running contract, never as a code. */
  readonly soldAs: "code" | "renewal";
  /** Every price ever set. */
  readonly prices: readonly Price[];
}

/** The products of these SKUs, in the order of their SKUs; those that are not there are left out. */
export async function productsOf(db: Queryable, skus: readonly string[]): Promise<Product[]> {
  return (await productRows(db, skus)).map(toProduct);
}

/** The product of a SKU; undefined when there is none. */
export async function productOf(db: Queryable, sku: string): Promise<Product | undefined> {
  return (await productsOf(db, [sku]))[0];
}

/** The product that renews into `plan` on this model; undefined when none is sold. */
export async function renewalProductOf(
  db: Queryable,
  wanted: { readonly programme: string; readonly plan: string; readonly model: string },
): Promise<Product | undefined> {
  const row = await renewalProductRow(db, wanted.programme, wanted.plan, wanted.model);
  return row === undefined ? undefined : toProduct(row);
}

function toProduct({ prices, ...row }: ProductRow): Product {
  const read = prices.map((price) => ({ ...price, validFrom: Temporal.Instant.from(price.validFrom) }));
  return { ...row, prices: read };
}
