import { Type } from "typebox";
import { badField, PageQuery, page, read, shape } from "../platform/index.ts";
import { pageOfProducts, productOf } from "./product.ts";
import { ProductView, productView } from "./productView.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/products: the catalogue, by SKU. A cursor is the last SKU that was shown. */
export const listProducts = read({
  route: "GET /v1/products",
  permission: "catalogue.read",
  summary: "Lists products, found by words in their name, codes or models, or by brand.",
  query: shape({
    ...PageQuery,
    search: Type.Optional(Type.String({ maxLength: 100 })),
    brand: Type.Optional(Type.String({ maxLength: 60 })),
  }),
  reply: page(ProductView),
  async run(db, { search, brand, after, limit = DEFAULT_LIMIT }) {
    if (after !== undefined && (await productOf(db, after)) === undefined) {
      throw badField("/query/after", "cursor", "Send the nextCursor of an earlier page, unchanged.");
    }
    const wanted = { after: after ?? "", search: search?.trim() ?? "", brand: brand ?? "", limit: limit + 1 };
    const found = await pageOfProducts(db, wanted);
    const products = found.slice(0, limit);
    return {
      data: products.map((product) => productView(product, db.at)),
      nextCursor: found.length > limit ? (products.at(-1)?.sku ?? null) : null,
    };
  },
});
