import { type Static, Type } from "typebox";
import { Money, shape } from "../platform/index.ts";
import { currenciesOf, priceList } from "./price.ts";
import type { Product } from "./product.ts";

/** A price tier as it is shown: per piece, from a quantity on. */
export const TierView = shape({ minQuantity: Type.Integer(), net: Money, gross: Money });

/** A product in a list. */
export const ProductView = shape({
  sku: Type.String(),
  productCode: Type.String(),
  name: Type.String(),
  brand: Type.String(),
  summary: Type.String(),
  programme: Type.String(),
  plan: Type.String(),
  soldAs: Type.Union([Type.Literal("code"), Type.Literal("renewal")]),
  models: Type.Array(Type.String()),
  minQuantity: Type.Integer(),
  multiple: Type.Integer(),
  prices: Type.Array(TierView),
});
export type ProductView = Static<typeof ProductView>;

/** A product as it is shown, with its price lists of the day in every currency. */
export function productView(product: Product, at: Temporal.Instant): ProductView {
  const { leadDays: _, models, prices, ...rest } = product;
  const lists = currenciesOf(prices).flatMap((currency) => priceList(prices, currency, at));
  return { ...rest, models: [...models], prices: lists };
}
