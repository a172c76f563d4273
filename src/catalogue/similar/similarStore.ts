import { many } from "../../platform/index.ts";

/** So many neighbours on the shelf are compared: enough to find some, few enough to cost nothing. */
const COMPARED = 60;
const SHOWN = 8;

/** Neighbours on the shelf in one place of the shop, on one side, of the same brand or of others. */
const neighbours = (brand: "=" | "<>", side: ">" | "<"): string =>
  `(select p.sku, p.brand
      from catalogue.product as p, own
     where p.is_listed and p.category = own.category and lower(p.brand) ${brand} lower(own.brand)
       and p.sku ${side} own.sku
     order by p.sku ${side === ">" ? "asc" : "desc"}
     limit ${COMPARED})`;

/**
 * The SKUs most like one: of its place in the shop, those of its brand first, then those that share most of
 * its words. They are taken from what stands beside it on the shelf.
 */
export const similarSkus = many<{ readonly sku: string }>(
  "similar_skus",
  `with own as materialized (
     select product.sku, product.category, product.brand, tsvector_to_array(words) as words
       from catalogue.product join catalogue.finding using (sku)
      where product.sku = $1
   ), near as (
     ${neighbours("=", ">")} union all ${neighbours("=", "<")}
     union all ${neighbours("<>", ">")} union all ${neighbours("<>", "<")}
   )
   select near.sku
     from near join catalogue.finding using (sku), own
    order by (lower(near.brand) = lower(own.brand)) desc,
             cardinality(array(select unnest(tsvector_to_array(finding.words))
                               intersect select unnest(own.words))) desc,
             near.sku
    limit ${SHOWN}`,
);
