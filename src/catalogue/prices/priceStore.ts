import { effect, many } from "../../platform/index.ts";
import { marked } from "../shelfMarkStore.ts";
import type { PriceListView, Tier } from "./priceListView.ts";

/** A price list as it is read. */
export interface PriceListRow extends Omit<PriceListView, "validFrom"> {
  readonly validFrom: Temporal.Instant;
}

/**
 * A page of a product's price lists, the latest first, behind one; of a group and a currency where those are
 * given. `$2` is now.
 */
export const pageOfPriceLists = many<PriceListRow>(
  "page_of_price_lists",
  `select customer_group as "customerGroup", currency, valid_from as "validFrom",
          case when valid_from > $2 then 'planned'
               when valid_from = (select max(newest.valid_from) from catalogue.price as newest
                                   where newest.sku = $1 and newest.currency = price.currency
                                     and newest.customer_group = price.customer_group
                                     and newest.valid_from <= $2) then 'in_force'
               else 'past' end as state,
          coalesce(json_agg(json_build_object('minQuantity', min_quantity, 'netMinor', net_minor,
                                              'grossMinor', gross_minor) order by min_quantity)
                     filter (where net_minor is not null), '[]'::json) as tiers
     from catalogue.price
    where sku = $1
      and ($3::text is null or customer_group = $3) and ($4::text is null or currency = $4)
      and ($5::timestamptz is null
           or (valid_from, customer_group, currency) < ($5, $6::text, $7::text))
    group by customer_group, currency, valid_from
    order by valid_from desc, customer_group desc, currency desc
    limit $8`,
);

/** Takes back a list that is still to come. */
export const deletePlannedList = effect(
  "delete_planned_price_list",
  `delete from catalogue.price
    where sku = $1 and customer_group = $2 and currency = $3 and valid_from = $4 and valid_from > $5`,
);

/**
 * Writes a list of a group: `$5` are its tiers as JSON, none for an end. Zero rows: one that is in force
 * began at this instant.
 */
export const insertPriceList = effect(
  "insert_price_list",
  `with ${marked("price")}
   insert into catalogue.price
     (sku, customer_group, currency, valid_from, min_quantity, net_minor, gross_minor)
   select $1, $2, $3, $4, "minQuantity", "netMinor", "grossMinor"
     from json_to_recordset($5::json)
       as tier("minQuantity" integer, "netMinor" bigint, "grossMinor" bigint)
    where not exists (select from catalogue.price
                       where sku = $1 and customer_group = $2 and currency = $3 and valid_from = $4
                         and valid_from <= $6)`,
);

/** A step as it is stored; an end has no amounts. */
export function tierRows(tiers: readonly Tier[]): string {
  return JSON.stringify(tiers.length === 0 ? [{ minQuantity: 1, netMinor: null, grossMinor: null }] : tiers);
}
