import { type Static, Type } from "typebox";
import { Money, shape } from "../../platform/index.ts";

/** A price tier as it is shown: per piece, from a quantity on. */
export const TierView = shape({ minQuantity: Type.Integer(), net: Money, gross: Money });

const NamedText = shape({ name: Type.String(), value: Type.String() });

/** How a product is sold: a plan as a code or on a running contract, or goods that are sent. */
export const soldAs = ["code", "renewal", "goods"] as const;
export type SoldAs = (typeof soldAs)[number];

/** A product in a list. Goods have no plan; what is made when it is ordered, as a code is, has no count. */
export const Listed = shape({
  sku: Type.String(),
  productCode: Type.String(),
  name: Type.String(),
  brand: Type.String(),
  category: Type.String(),
  summary: Type.String(),
  photoUrl: Type.Union([Type.String(), Type.Null()]),
  programme: Type.Union([Type.String(), Type.Null()]),
  plan: Type.Union([Type.String(), Type.Null()]),
  soldAs: Type.Enum([...soldAs]),
  models: Type.Array(Type.String()),
  minQuantity: Type.Integer(),
  multiple: Type.Integer(),
  stock: Type.Union([Type.Integer(), Type.Literal("on_demand")]),
  leadDays: Type.Integer(),
  prices: Type.Array(TierView),
});

/** A SKU that sells a plan, as a code or on a running contract. */
export interface ListedPlan extends Static<typeof Listed> {
  readonly soldAs: "code" | "renewal";
  readonly programme: string;
  readonly plan: string;
}

/** A SKU of goods. */
export interface ListedGoods extends Static<typeof Listed> {
  readonly soldAs: "goods";
  readonly programme: null;
  readonly plan: null;
}

/** What a list tells of either. */
export type ProductView = ListedPlan | ListedGoods;
export const ProductView = Type.Unsafe<ProductView>(Listed);

/** What is told of one product beside what a list tells: our sheet, and the supplier's words. */
export const ProductSheet = shape({
  specifications: Type.Array(NamedText),
  gtin: Type.Union([Type.String(), Type.Null()]),
  weightGrams: Type.Integer(),
  supplier: Type.Union([
    shape({
      supplier: Type.String(),
      name: Type.String(),
      productCode: Type.Union([Type.String(), Type.Null()]),
      description: Type.String(),
      parameters: Type.Array(NamedText),
    }),
    Type.Null(),
  ]),
});
export type ProductSheet = Static<typeof ProductSheet>;
