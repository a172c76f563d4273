import { many } from "../../platform/index.ts";

/** So many neighbours on the shelf are compared: enough to find some, few enough to cost nothing. */
const COMPARED = 60;
const SHOWN = 8;

/** So many of one brand are looked through for its neighbours in the same place of the shop. */
const LOOKED_THROUGH = 1_000;

type Side = ">" | "<";
const bySku = (side: Side) => `order by p.sku ${side === ">" ? "asc" : "desc"}`;

/** Neighbours of the same brand in one place of the shop, on one side. */
const ofBrand = (side: Side): string =>
  `(select near.sku, near.brand
      from (select p.sku, p.brand, p.category
              from catalogue.product as p
             where p.is_listed and lower(p.brand) = lower(own.brand) and p.sku ${side} own.sku
             ${bySku(side)}
             limit ${LOOKED_THROUGH}) as near
     where near.category = own.category
     limit ${COMPARED})`;

/** Neighbours of other brands in one place of the shop, on one side. */
const ofOthers = (side: Side): string =>
  `(select p.sku, p.brand
      from catalogue.product as p
     where p.is_listed and p.category = own.category and lower(p.brand) <> lower(own.brand)
       and p.sku ${side} own.sku
     ${bySku(side)}
     limit ${COMPARED})`;

/**
 * The SKUs most like one: of its place in the shop, those of its brand first, then those that share most of
 * its words. They are taken from what stands beside it on the shelf. Its neighbours are looked up behind it
 * (lateral), so that each look begins at it in an index.
 */
export const similarSkus = many<{ readonly sku: string }>(
  "similar_skus",
  `with own as materialized (
     select product.sku, product.category, product.brand, tsvector_to_array(words) as words
       from catalogue.product join catalogue.finding using (sku)
      where product.sku = $1
   ), near as (
     select near.sku, near.brand
       from own cross join lateral (
         ${ofBrand(">")} union all ${ofBrand("<")} union all ${ofOthers(">")} union all ${ofOthers("<")}
       ) as near
   )
   select near.sku
     from near join catalogue.finding using (sku), own
    order by (lower(near.brand) = lower(own.brand)) desc,
             cardinality(array(select unnest(tsvector_to_array(finding.words))
                               intersect select unnest(own.words))) desc,
             near.sku
    limit ${SHOWN}`,
);
