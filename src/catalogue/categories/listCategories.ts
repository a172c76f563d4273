import { Type } from "typebox";
import { page, read, shape } from "../../platform/index.ts";
import { heldCategories } from "./heldCategories.ts";

const CategoryView = shape({
  category: Type.String(),
  parent: Type.Union([Type.String(), Type.Null()]),
  products: Type.Integer(),
});

/** GET /v1/categories: the places of the shop with their products, from the outside in. */
export const listCategories = read({
  route: "GET /v1/categories",
  permission: "catalogue.read",
  summary: "Lists the categories with how many listed products are in each, counted at most a minute ago",
  query: shape({}),
  reply: page(CategoryView),
  csv: true,
  run: async (db) => ({ data: [...(await heldCategories.rows(db))], nextCursor: null }),
});
