import { accepted, type Decision } from "../../platform/index.ts";
import type { FeedField, KeptProduct } from "../keeping/index.ts";
import { refuse } from "../refusals.ts";

/** What a person may set of a product. */
export type ProductWanted = Pick<
  KeptProduct,
  | "productCode"
  | "name"
  | "brand"
  | "category"
  | "summary"
  | "specifications"
  | "photoUrl"
  | "gtin"
  | "weightGrams"
  | "models"
  | "codeSupply"
  | "isListed"
>;

/** What a change of a product is decided from. */
export interface ReviseProductFacts {
  readonly product: KeptProduct;
  readonly wanted: ProductWanted;
  /** The version that was looked at. */
  readonly version: number;
  /** Fields that are given back to the feed. */
  readonly releases: readonly FeedField[];
}

/** What changes of a product. */
export interface ProductRevision {
  /** Fields with what stood there and what stands there now. */
  readonly changed: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
  readonly released: readonly string[];
  readonly keptFields: string[];
}

/** The fields whose words are a feed's until a person sets them. */
const FED: ReadonlySet<string> = new Set<keyof ProductWanted>([
  ...(["productCode", "name", "brand", "category", "summary", "specifications"] as const),
  ...(["photoUrl", "gtin", "weightGrams"] as const),
]);

/**
 * What a person changes of a product. Of one that a supplier sends, what is changed is kept from the feed
 * until it is released. Pure.
 */
export function decideReviseProduct({
  product,
  wanted,
  version,
  releases,
}: ReviseProductFacts): Decision<ProductRevision> {
  if (product.version !== version) {
    return refuse("product_changed");
  }
  const changed = Object.fromEntries(
    Object.entries(wanted)
      .map(([field, to]) => [field, { from: product[field as keyof ProductWanted], to }] as const)
      .filter(([, { from, to }]) => !isSame(from, to)),
  );
  const kept = new Set(product.keptFields);
  const released = releases.filter((field) => kept.has(field));
  for (const field of released) {
    kept.delete(field);
  }
  if (product.offer.supplier !== null) {
    for (const field of Object.keys(changed).filter((name) => FED.has(name))) {
      kept.add(field);
    }
  }
  return accepted({ changed, released, keptFields: [...kept].toSorted() });
}

/** Values are texts, numbers, or lists of names with values, whose fields stand in one order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOrder);
  }
  return typeof value === "object" && value !== null
    ? Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
    : value;
}
