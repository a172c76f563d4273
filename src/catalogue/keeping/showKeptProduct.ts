import { notFound, read } from "../../platform/index.ts";
import { KeptProductView, keptProductView, SkuParams } from "./keptProduct.ts";
import { keptProductOf } from "./keptProductStore.ts";

/** GET /v1/shelf/{sku}: a product as its keepers see it. */
export const showKeptProduct = read({
  route: "GET /v1/shelf/{sku}",
  permission: "product.read",
  summary: "Shows a product to those who keep it: also off the shelf, with what no feed may write over",
  params: SkuParams,
  reply: KeptProductView,
  async run(db, { sku }) {
    const product = await keptProductOf(db, sku);
    if (product === undefined) {
      throw notFound("product");
    }
    return keptProductView(product);
  },
});
