import { type Static, Type } from "typebox";
import { Day, notFound, type ReadContext, read, shape } from "../../platform/index.ts";
import { PlanView, planView } from "../planView.ts";
import { planProductOf } from "../product.ts";
import { promisedOn } from "../promisedOn.ts";
import { documentInForce } from "../termsInForce.ts";
import { Listed, type ListedGoods, type ListedPlan, ProductSheet } from "./shelfProduct.ts";
import { shelfProduct } from "./shelfStore.ts";
import { withOwnPrices } from "./withOwnPrices.ts";

const Page = shape({
  ...Listed.properties,
  ...ProductSheet.properties,
  delivery: shape({ option: Type.Enum(["email", "parcel"]), promisedOn: Day }),
  details: Type.Union([PlanView, Type.Null()]),
  /** What is to be said beside the photo, and beside the supplier's parameters; null without them. */
  photoNote: Type.Union([Type.String(), Type.Null()]),
  parametersNote: Type.Union([Type.String(), Type.Null()]),
});

const PHOTO_NOTE = "The photo is an illustration. What the product is, its description says.";
const PARAMETERS_NOTE =
  "The supplier gives these figures, and the product may differ from them. Tell us where it does.";

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
    const found = await shelfProduct(db, sku);
    const [product] = found === undefined ? [] : await withOwnPrices(db, [found]);
    if (product === undefined) {
      throw notFound("product");
    }
    const { soldAs } = product;
    const option: "email" | "parcel" = soldAs === "goods" ? "parcel" : "email";
    return {
      ...product,
      delivery: { option, promisedOn: promisedOn(product, db.at).toString() },
      details: soldAs === "goods" ? null : await planOf(db, sku),
      photoNote: product.photoUrl === null ? null : PHOTO_NOTE,
      parametersNote: (product.supplier?.parameters.length ?? 0) === 0 ? null : PARAMETERS_NOTE,
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
