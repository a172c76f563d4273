import { many, one } from "../../platform/index.ts";
import type { FeedRow } from "./feedProduct.ts";

/**
 * The next listed products behind a SKU that are sold as codes or goods, with the prices of some groups
 * (`$2`)
 * in one currency.
 */
export const feedBehind = many<FeedRow>(
  "feed_behind",
  `select product.sku, product_code as "productCode", name, brand, category, summary, photo_url as "photoUrl",
          gtin, weight_grams as "weightGrams", sold_as as "soldAs",
          coalesce(offer.min_quantity, 1) as "minQuantity", coalesce(offer.multiple, 1) as multiple,
          coalesce(to_json(offer.stock), '"on_demand"'::json) as stock,
          coalesce(offer.lead_days, 0) as "leadDays",
          (select coalesce(json_agg(json_build_object(
                    'customerGroup', customer_group, 'currency', currency, 'minQuantity', price.min_quantity,
                    'netMinor', net_minor, 'grossMinor', gross_minor, 'validFrom', valid_from)), '[]'::json)
             from catalogue.price
            where price.sku = product.sku and customer_group = any($2::text[]) and currency = $3) as prices
     from catalogue.product left join catalogue.offer using (sku)
    where product.sku > $1 and is_listed and sold_as in ('code', 'goods')
    order by product.sku
    limit $4`,
);

/**
 * A tag of all that a feed tells: sums of digests, which no order changes. A price list that begins with time
 * is counted once it has begun.
 */
export const feedTag = one<{ readonly tag: string }>(
  "feed_tag",
  `select concat_ws('-',
    (select count(*) || '.' || coalesce(sum(hashtextextended(concat_ws('|', sku, product_code, name, brand,
              category, summary, photo_url, gtin, weight_grams, sold_as), 0)), 0)
       from catalogue.product where is_listed and sold_as in ('code', 'goods')),
    (select count(*) || '.' || coalesce(sum(hashtextextended(concat_ws('|', sku, stock, lead_days,
              min_quantity, multiple), 0)), 0) from catalogue.offer),
    (select count(*) || '.' || coalesce(sum(hashtextextended(concat_ws('|', sku, min_quantity, net_minor,
              gross_minor, valid_from, customer_group), 0)), 0)
       from catalogue.price
      where customer_group = any($1::text[]) and currency = $2 and valid_from <= $3)) as tag`,
);
