import { Type } from "typebox";
import { notFound, read, shape } from "../../platform/index.ts";
import { SkuParams } from "../keeping/index.ts";
import { ProductView, shelfProduct, shelfProducts, withOwnPrices } from "../shelf/index.ts";
import { similarSkus } from "./similarStore.ts";

/** GET /v1/products/{sku}/similar: at most eight products that are like one. */
export const listSimilar = read({
  route: "GET /v1/products/{sku}/similar",
  permission: "catalogue.read",
  summary: "Lists at most eight products like one: of its category, its brand first, then by common words",
  params: SkuParams,
  reply: shape({ data: Type.Array(ProductView) }),
  async run(db, { sku }) {
    if ((await shelfProduct(db, sku)) === undefined) {
      throw notFound("product");
    }
    const skus = (await similarSkus(db, sku)).map((row) => row.sku);
    return { data: skus.length === 0 ? [] : await withOwnPrices(db, await shelfProducts(db, db.at, skus)) };
  },
});
