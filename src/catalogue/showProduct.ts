import { Type } from "typebox";
import { Day, notFound, read, shape } from "../platform/index.ts";
import { PlanView, planView } from "./planView.ts";
import { productOf } from "./product.ts";
import { ProductView, productView } from "./productView.ts";
import { promisedOn } from "./promisedOn.ts";
import { documentInForce } from "./termsInForce.ts";

/** GET /v1/products/{sku}: one product with what its plan promises. */
export const showProduct = read({
  route: "GET /v1/products/{sku}",
  permission: "catalogue.read",
  summary: "Shows a product: price tiers, quantities, delivery, and the facts of its plan.",
  params: shape({ sku: Type.String({ minLength: 1, maxLength: 60 }) }),
  reply: shape({
    ...ProductView.properties,
    stock: Type.Literal("on_demand"),
    delivery: shape({ option: Type.Literal("email"), promisedOn: Day }),
    details: Type.Union([PlanView, Type.Null()]),
  }),
  async run(db, { sku }) {
    const product = await productOf(db, sku);
    if (product === undefined) {
      throw notFound("product");
    }
    const document = await documentInForce(db, product.programme, db.at);
    return {
      ...productView(product, db.at),
      stock: "on_demand" as const,
      delivery: { option: "email" as const, promisedOn: promisedOn(product, db.at).toString() },
      details: planView(product, document, db.at) ?? null,
    };
  },
});
