import { many } from "../../platform/index.ts";
import { listedAt, type ShelfRow } from "../shelf/index.ts";

/** So many neighbours on either side are compared: enough to find some, few enough to cost little. */
const COMPARED = 12;
const SHOWN = 8;

type Side = ">" | "<";
const way = (side: Side): string => (side === ">" ? "asc" : "desc");

/** Neighbours of the same brand in one place of the shop, on one side. */
const ofBrand = (side: Side): string =>
  `(select p.sku, true as "isOfBrand"
      from catalogue.product as p
     where p.is_listed and p.category = own.category and lower(p.brand) = lower(own.brand)
       and p.sku ${side} own.sku
     order by p.sku ${way(side)}
     limit ${COMPARED})`;

/** Neighbours of other brands in one place of the shop, on one side. */
const ofOthers = (side: Side): string =>
  `(select p.sku, false
      from catalogue.product as p
     where p.is_listed and p.category = own.category and lower(p.brand) <> lower(own.brand)
       and (lower(p.brand), p.sku) ${side} (lower(own.brand), own.sku)
     order by lower(p.brand) ${way(side)}, p.sku ${way(side)}
     limit ${COMPARED})`;

/**
 * The products most like one (`$2`): of its place in the shop, those of its brand first, then those that
 * share most of its words. They are taken from what stands beside it on the shelf, which one index has in
 * this order; other brands are looked at where its own has too few. At the prices of an instant (`$1`).
 */
export const similarRows = many<ShelfRow>(
  "similar_products",
  `with own as materialized (
     select product.sku, product.category, product.brand, tsvector_to_array(words) as words
       from catalogue.product join catalogue.finding using (sku)
      where product.sku = $2 and product.is_listed
   ), kin as materialized (
     select near.* from own cross join lateral (${ofBrand(">")} union all ${ofBrand("<")}) as near
   ), near as (
     select * from kin
      union all
     select near.* from own cross join lateral (${ofOthers(">")} union all ${ofOthers("<")}) as near
      where (select count(*) from kin) < ${SHOWN}
   ), wanted as materialized (
     select near.sku,
            row_number() over (order by "isOfBrand" desc,
              length(finding.words) - length(ts_delete(finding.words, own.words)) desc, near.sku) as place
       from near join catalogue.finding using (sku), own
      order by place
      limit ${SHOWN}
   )
   select ${listedAt("$1")}
     from wanted
     join catalogue.product using (sku)
     left join catalogue.offer using (sku)
    order by place`,
);
