import { Type } from "typebox";
import { accepted, act, notFound, shape } from "../../platform/index.ts";
import {
  KeptProductView,
  keptProductOf,
  keptProductView,
  lockKeptProduct,
  OfferTerms,
  SkuParams,
  saveOffer,
  touchProduct,
} from "../keeping/index.ts";
import { refuse } from "../refusals.ts";
import { rootOf } from "../rootOf.ts";

/** PUT /v1/products/{sku}/offer: how a product may be had that no supplier's feed tells of. */
export const setOffer = act({
  route: "PUT /v1/products/{sku}/offer",
  permission: "product.keep",
  summary: "Sets stock, lead time and quantities of a product that no supplier's feed tells of",
  params: SkuParams,
  body: shape({ version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }), ...OfferTerms }),
  reply: KeptProductView,
  async run(tx, { sku, version, ...wanted }, at) {
    const product = await lockKeptProduct(tx, sku);
    if (product === undefined) {
      throw notFound("product");
    }
    if (product.offer.supplier !== null) {
      return refuse("offer_of_supplier");
    }
    if (product.version !== version) {
      return refuse("product_changed");
    }
    const { stock = null, leadDays, minQuantity, multiple } = wanted;
    await Promise.all([
      saveOffer(tx, sku, stock, leadDays, minQuantity, multiple),
      touchProduct(tx, sku, at),
    ]);
    const { stock: was, leadDays: lead, minQuantity: least, multiple: step } = product.offer;
    const from = { stock: was, leadDays: lead, minQuantity: least, multiple: step };
    tx.record(rootOf("product", sku), [{ type: "OfferSet", sku, from, to: { ...wanted, stock } }]);
    const set = await keptProductOf(tx, sku);
    return accepted(keptProductView(set as NonNullable<typeof set>));
  },
});
