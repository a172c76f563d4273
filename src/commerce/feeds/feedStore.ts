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

/** A plan that is sold as codes. */
export interface ListedPlan {
  readonly sku: string;
  readonly programme: string;
  readonly plan: string;
  readonly models: readonly string[];
}

/** The plans among the listed products, by SKU: few, whatever else is on the shelf. */
export const listedPlans = many<ListedPlan>(
  "listed_plans",
  `select sku, programme, plan, models from catalogue.product
    where is_listed and sold_as <> 'goods' and sold_as = 'code'
    order by sku`,
);

/** How often each part of the shelf was written. */
export const shelfMarks = one<{
  readonly product: number;
  readonly offer: number;
  readonly price: number;
}>(
  "shelf_marks",
  `select coalesce(sum(changes) filter (where part = 'product'), 0)::bigint as product,
          coalesce(sum(changes) filter (where part = 'offer'), 0)::bigint as offer,
          coalesce(sum(changes) filter (where part = 'price'), 0)::bigint as price
     from catalogue.shelf_mark`,
);

/** A digest of what feeds tell of a part of the shelf: a sum, which no order changes. */
export interface PartDigest {
  readonly digest: string;
  /** When it is another although nothing was written: a price list begins. */
  readonly until: Temporal.Instant | null;
}

/** A digest of all listed products. */
export const productDigest = one<PartDigest>(
  "feed_product_digest",
  `select count(*) || '.' || coalesce(sum(hashtextextended(concat_ws('|', sku, product_code, name, brand,
            category, summary, photo_url, gtin, weight_grams, sold_as), 0)), 0) as digest,
          null::timestamptz as until
     from catalogue.product where is_listed and sold_as in ('code', 'goods')`,
);

/** A digest of all offers. */
export const offerDigest = one<PartDigest>(
  "feed_offer_digest",
  `select count(*) || '.' || coalesce(sum(hashtextextended(concat_ws('|', sku, stock, lead_days,
            min_quantity, multiple), 0)), 0) as digest,
          null::timestamptz as until
     from catalogue.offer`,
);

/** A digest of the prices of some groups (`$1`) in one currency that have begun at `$3`. */
export const priceDigest = one<PartDigest>(
  "feed_price_digest",
  `select count(*) filter (where valid_from <= $3) || '.'
            || coalesce(sum(hashtextextended(concat_ws('|', sku, min_quantity, net_minor, gross_minor,
                 valid_from, customer_group), 0)) filter (where valid_from <= $3), 0) as digest,
          min(valid_from) filter (where valid_from > $3) as until
     from catalogue.price
    where customer_group = any($1::text[]) and currency = $2`,
);
