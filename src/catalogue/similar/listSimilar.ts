import { Type } from "typebox";
import { notFound, read, shape } from "../../platform/index.ts";
import { SkuParams } from "../keeping/index.ts";
import { listed, ProductView, shelfProduct, withOwnPrices } from "../shelf/index.ts";
import { similarRows } from "./similarStore.ts";

/** GET /v1/products/{sku}/similar: at most eight products that are like one. */
export const listSimilar = read({
  route: "GET /v1/products/{sku}/similar",
  permission: "catalogue.read",
  summary: "Lists at most eight products like one: of its category, its brand first, then by common words",
  params: SkuParams,
  reply: shape({ data: Type.Array(ProductView) }),
  async run(db, { sku }) {
    const found = await similarRows(db, db.at, sku);
    if (found.length === 0 && (await shelfProduct(db, sku)) === undefined) {
      throw notFound("product");
    }
    return { data: await withOwnPrices(db, found.map(listed)) };
  },
});
