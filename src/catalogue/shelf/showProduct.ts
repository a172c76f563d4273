import { type Static, Type } from "typebox";
import { Day, notFound, type ReadContext, read, shape } from "../../platform/index.ts";
import { PlanView, planView } from "../planView.ts";
import { planProductOf } from "../product.ts";
import { promisedOn } from "../promisedOn.ts";
import { documentInForce } from "../termsInForce.ts";
import { Listed, type ListedGoods, type ListedPlan, ProductSheet } from "./shelfProduct.ts";
import { shelfProduct } from "./shelfStore.ts";

const Page = shape({
  ...Listed.properties,
  ...ProductSheet.properties,
  delivery: shape({ option: Type.Enum(["email", "parcel"]), promisedOn: Day }),
  details: Type.Union([PlanView, Type.Null()]),
});

/** All that is told of one product. */
export type ProductPage = Static<typeof Page> & (ListedPlan | ListedGoods);

/** GET /v1/products/{sku}: one product, its sheet, when it comes, and what its plan promises. */
export const showProduct = read({
  route: "GET /v1/products/{sku}",
  permission: "catalogue.read",
  summary: "Shows a product: its sheet, price tiers, quantities, delivery, and the facts of its plan.",
  params: shape({ sku: Type.String({ minLength: 1, maxLength: 60 }) }),
  reply: Type.Unsafe<ProductPage>(Page),
  async run(db, { sku }) {
    const product = await shelfProduct(db, db.at, sku);
    if (product === undefined) {
      throw notFound("product");
    }
    const { soldAs } = product;
    const option: "email" | "parcel" = soldAs === "goods" ? "parcel" : "email";
    return {
      ...product,
      delivery: { option, promisedOn: promisedOn(product, db.at).toString() },
      details: soldAs === "goods" ? null : await planOf(db, sku),
    };
  },
});

async function planOf(db: ReadContext, sku: string): Promise<PlanView | null> {
  const product = await planProductOf(db, sku);
  if (product === undefined) {
    return null;
  }
  const document = await documentInForce(db, product.programme, db.at);
  return planView(product, document, db.at) ?? null;
}
