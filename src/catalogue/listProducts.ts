import { Type } from "typebox";
import { PageQuery, page, read, shape } from "../platform/index.ts";
import { ProductView, productView } from "./productView.ts";
import { pageOfProducts, pricesOf } from "./store.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/products: the catalogue, by SKU. */
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
    const found = await pageOfProducts(db, after ?? "", search?.trim() ?? "", brand ?? "", limit + 1);
    const products = found.slice(0, limit);
    const prices = await pricesOf(
      db,
      products.map((product) => product.sku),
    );
    return {
      data: products.map((product) => productView(product, prices, db.at)),
      nextCursor: found.length > limit ? (products.at(-1)?.sku ?? null) : null,
    };
  },
});
