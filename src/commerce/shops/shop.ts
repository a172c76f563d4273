import { type Static, Type } from "typebox";
import { Instant, notFound, publicId, readPublicId, shape } from "../../platform/index.ts";

export const shopStates = ["on", "off"] as const;

/**
 * A shop of a reseller's that runs elsewhere, as it is stored. Its secret is read apart, and only to
 * check.
 */
export interface Shop {
  readonly shopId: string;
  readonly resellerId: string;
  readonly kind: "shopify";
  readonly domain: string;
  readonly skus: Readonly<Record<string, string | null>>;
  readonly method: string;
  readonly state: (typeof shopStates)[number];
  readonly createdAt: Temporal.Instant;
  readonly version: number;
}

/** Where a shop is: `tamm.myshopify.com`. */
export const Domain = Type.String({
  pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$",
  maxLength: 253,
});

/** One SKU of the shop's, and ours for it; null is what we have nothing to do with. */
export const SkuPair = shape({
  theirs: Type.String({ minLength: 1, maxLength: 254, pattern: "^[^\\u0000-\\u001f\\u007f]*$" }),
  ours: Type.Union([Type.Null(), Type.String({ minLength: 1, maxLength: 60 })]),
});
export type SkuPair = Static<typeof SkuPair>;

/** A shop as it is shown: never with its secret. */
export const ShopSchema = shape({
  id: Type.String(),
  reseller: Type.String(),
  kind: Type.Literal("shopify"),
  domain: Type.String(),
  state: Type.Enum([...shopStates]),
  /** How its orders are paid: `balance`, `invoice`, or another method of ours. */
  method: Type.String(),
  skus: Type.Array(SkuPair),
  /** Where the shop sends its messages. */
  messagesUrl: Type.String(),
  createdAt: Instant,
});
export type ShopView = Static<typeof ShopSchema>;

/** A shop as it is shown. */
export function shopView(shop: Shop, publicUrl: string): ShopView {
  const id = publicId("shp", shop.shopId);
  return {
    id,
    reseller: publicId("rsl", shop.resellerId),
    kind: shop.kind,
    domain: shop.domain,
    state: shop.state,
    method: shop.method,
    skus: Object.entries(shop.skus)
      .map(([theirs, ours]) => ({ theirs, ours }))
      .toSorted((one, other) => (one.theirs < other.theirs ? -1 : 1)),
    messagesUrl: `${publicUrl}/v1/shops/${id}/messages`,
    createdAt: shop.createdAt.toString(),
  };
}

/** The bare id of a shop. Errors: Problem 404 for what is none. */
export function shopIdOf(id: string): string {
  const read = readPublicId("shp", id);
  if (read === undefined || read.no !== undefined) {
    throw notFound("shop");
  }
  return read.rootId;
}

/** What the secret of a shop is sealed for. */
export function secretOf(shopId: string): string {
  return `shop ${shopId}`;
}
