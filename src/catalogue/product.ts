import type { Queryable } from "../platform/index.ts";
import type { Price } from "./price.ts";
import { type ProductRow, productRows, renewalProductRow } from "./store.ts";

/** How a product may be had. Without an offer of its own it is made when it is ordered, as a code is. */
export interface Offer {
  /** Who sends it; null where nobody does. */
  readonly supplier: string | null;
  /** Pieces there are; null is as many as are wanted. */
  readonly stock: number | null;
  /** Days until it is delivered; 0 is at once. */
  readonly leadDays: number;
  /** The fewest pieces an order may have, and the number they come in multiples of. */
  readonly minQuantity: number;
  readonly multiple: number;
}

interface Sold extends Pick<Offer, "leadDays" | "minQuantity" | "multiple"> {
  readonly sku: string;
  /** The maker's own code for it. */
  readonly productCode: string;
  readonly name: string;
  readonly brand: string;
  readonly summary: string;
  readonly models: readonly string[];
  /** Of one piece in its parcel; 0 for what needs none. */
  readonly weightGrams: number;
  /** What is off the shelf is not sold. */
  readonly isListed: boolean;
  readonly offer: Offer;
  /** Of every customer group, what may still count: lists in force and those that are planned. */
  readonly prices: readonly Price[];
}

/** A SKU that sells a plan. */
export interface PlanProduct extends Sold {
  /** A renewal is bought on a running contract, never as a code. */
  readonly soldAs: "code" | "renewal";
  readonly programme: string;
  /** The product of the programme's terms: `care-2y`. */
  readonly plan: string;
  /** Codes are made when they are paid for, or taken out of released batches. */
  readonly codeSupply: "minted" | "batch";
}

/** A SKU of goods, which are sent. */
export interface GoodsProduct extends Sold {
  readonly soldAs: "goods";
  readonly programme: null;
  readonly plan: null;
}

/** What is sold. */
export type Product = PlanProduct | GoodsProduct;

/** Who asks, and the instant from which on prices are asked for. */
type AskerAt = Queryable & { readonly at: Temporal.Instant };

/** The products of these SKUs, in the order of their SKUs; those that are not there are left out. */
export async function productsOf(db: AskerAt, skus: readonly string[]): Promise<Product[]> {
  return (await productRows(db, db.at, skus)).map(toProduct);
}

/** The product of a SKU; undefined when there is none. */
export async function productOf(db: AskerAt, sku: string): Promise<Product | undefined> {
  return (await productsOf(db, [sku]))[0];
}

/** The plan that a SKU sells; undefined when there is no such SKU, or it is of goods. */
export async function planProductOf(db: AskerAt, sku: string): Promise<PlanProduct | undefined> {
  const product = await productOf(db, sku);
  return product === undefined || product.soldAs === "goods" ? undefined : product;
}

/** The product that renews into `plan` on this model; undefined when none is sold. */
export async function renewalProductOf(
  db: AskerAt,
  wanted: { readonly programme: string; readonly plan: string; readonly model: string },
): Promise<PlanProduct | undefined> {
  const row = await renewalProductRow(db, db.at, wanted.programme, wanted.plan, wanted.model);
  return row === undefined ? undefined : (toProduct(row) as PlanProduct);
}

function toProduct({ prices, ...row }: ProductRow): Product {
  const read = prices.map((price) => ({ ...price, validFrom: Temporal.Instant.from(price.validFrom) }));
  return { ...row, prices: read } as Product;
}
