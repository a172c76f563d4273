import { type Static, Type } from "typebox";
import { Day, notFound, type ReadContext, read, shape } from "../../platform/index.ts";
import { heldPlanView } from "../heldPlanView.ts";
import { PlanView } from "../planView.ts";
import { promisedOn } from "../promisedOn.ts";
import { documentInForce } from "../termsInForce.ts";
import { Listed, type ListedGoods, type ListedPlan, ProductSheet, type ProductView } from "./shelfProduct.ts";
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
      delivery: { option, promisedOn: (await promised(db, product)).toString() },
      details: await planOf(db, product),
      photoNote: product.photoUrl === null ? null : PHOTO_NOTE,
      parametersNote: (product.supplier?.parameters.length ?? 0) === 0 ? null : PARAMETERS_NOTE,
    };
  },
});

/** Goods come in the working days of where they leave, as the cart counts them; codes by mail in days. */
async function promised(
  db: ReadContext,
  { soldAs, supplier, leadDays }: ProductView & ProductSheet,
): Promise<Temporal.PlainDate> {
  const goods = { supplier: supplier?.supplier ?? null, leadDays };
  for (const { promiseOf } of soldAs === "goods" ? db.platform.modules : []) {
    const day = await promiseOf?.(db, goods);
    if (day !== undefined) {
      return day;
    }
  }
  return promisedOn({ leadDays }, db.at);
}

async function planOf(db: ReadContext, product: ProductView): Promise<PlanView | null> {
  if (product.soldAs === "goods") {
    return null;
  }
  const document = await documentInForce(db, product.programme, db.at);
  return heldPlanView(product, document, db.at) ?? null;
}
