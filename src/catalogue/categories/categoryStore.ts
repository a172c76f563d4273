import { many } from "../../platform/index.ts";

/** How many listed products stand in each place itself. */
export const countsByCategory = many<{ readonly category: string; readonly products: number }>(
  "counts_by_category",
  `select category, count(*)::integer as products
     from catalogue.product
    where is_listed and category <> ''
    group by category`,
);
