import { many, maybeOne, one } from "../../platform/index.ts";
import type { Reseller } from "./reseller.ts";

const RESELLER = `reseller_id as "resellerId", name, email, country, vat_id as "vatId",
  customer_group as "customerGroup", regions, currency, credit_minor as "creditMinor",
  invoice_days as "invoiceDays", delivery_hours as "deliveryHours", begins_on as "beginsOn",
  ends_on as "endsOn", state, created_at as "createdAt", version`;

/** A reseller by its bare id. */
export const resellerOf = maybeOne<Reseller>(
  "reseller_of",
  `select ${RESELLER} from commerce.reseller where reseller_id = $1`,
);

/** A page of resellers by name, after one; those in one state, or whose name has some words in it. */
export const pageOfResellers = many<Reseller>(
  "page_of_resellers",
  `select ${RESELLER} from commerce.reseller
    where ($1::text is null or (name, reseller_id) > ($1, $2))
      and ($3::text is null or state = $3)
      and ($4::text is null or strpos(lower(name), lower($4)) > 0)
      and ($5::text is null or reseller_id = $5)
    order by name, reseller_id
    limit $6`,
);

/** Writes what a new reseller agreed to. */
export const insertReseller = one<Reseller>(
  "insert_reseller",
  `insert into commerce.reseller
     (reseller_id, name, email, country, vat_id, customer_group, regions, currency, credit_minor,
      invoice_days,
      delivery_hours, begins_on, ends_on, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
   returning ${RESELLER}`,
);

/** Writes what a reseller agreed to anew, over the version that was read. No row: it is another by now. */
export const saveReseller = maybeOne<Reseller>(
  "save_reseller",
  `update commerce.reseller
      set name = $3, email = $4, country = $5, vat_id = $6, customer_group = $7, regions = $8,
          credit_minor = $9, invoice_days = $10, delivery_hours = $11, begins_on = $12, ends_on = $13,
          version = version + 1
    where reseller_id = $1 and version = $2
   returning ${RESELLER}`,
);

/** Puts a reseller from one of some states into another. No row: it is in none of them. */
export const moveReseller = maybeOne<Reseller>(
  "move_reseller",
  `update commerce.reseller
      set state = $3, ends_on = coalesce($4::date, ends_on), version = version + 1
    where reseller_id = $1 and state = any($2::text[])
   returning ${RESELLER}`,
);

/** What a reseller's codes came to since an instant: sold to it, and become contracts. */
export const codesSince = one<{ readonly sold: number; readonly activated: number }>(
  "reseller_codes_since",
  `select count(*) filter (where code.sold_at >= $2)::integer as sold,
          count(*) filter (where code.redeemed_at >= $2)::integer as activated
     from commerce.order as o
     join contracts.code as code on code.order_id = o.order_id
    where o.reseller_id = $1`,
);

/** What of a reseller is not over: orders that wait for their payment or goods, disputes of its payments. */
export const openOf = one<{ readonly openOrders: number; readonly openDisputes: number }>(
  "reseller_open",
  `with placed as (select order_id, state from commerce.order where reseller_id = $1)
   select (select count(*)::integer from placed where state in ('placed', 'paid')) as "openOrders",
          (select count(*)::integer from money.dispute
            where state = 'opened' and (root_id = $1 or root_id in (select order_id from placed)))
            as "openDisputes"`,
);

/** What a reseller bought of a product whose pieces are counted. */
export interface Bought {
  readonly sku: string;
  readonly name: string;
  /** Of codes: where they can be used. Null for goods. */
  readonly region: string | null;
  readonly pieces: number;
  /** What the shelf has of it, of codes in all regions together. */
  readonly stock: number | null;
}

/** What a reseller paid for since an instant, of what is sold and counted: goods, codes of batches. */
export const boughtSince = many<Bought>(
  "reseller_bought_since",
  `select sku, product.name, case product.sold_as when 'code' then o.region end as region, offer.stock,
          sum(line.quantity - line.cancelled_quantity)::integer as pieces
     from commerce.order as o
     join commerce.order_line as line using (order_id)
     join catalogue.product using (sku)
     left join catalogue.offer using (sku)
    where o.reseller_id = $1 and o.paid_at >= $2 and o.state in ('paid', 'delivered') and product.is_listed
      and (product.sold_as = 'goods' and offer.stock is not null
           or product.sold_as = 'code' and product.code_supply = 'batch')
    group by sku, product.name, product.sold_as,
             case product.sold_as when 'code' then o.region end, offer.stock
   having sum(line.quantity - line.cancelled_quantity) > 0
    order by sku, region`,
);

/** The names of all customer groups, and of all programmes with terms. */
export const namesKnown = one<{ readonly groups: readonly string[]; readonly programmes: readonly string[] }>(
  "names_a_contract_may_have",
  `select (select array_agg(customer_group order by customer_group) from catalogue.customer_group) as groups,
          (select coalesce(array_agg(distinct programme), '{}') from catalogue.terms_version) as programmes`,
);

/** The reseller that is reached at this address. */
export const resellerByEmail = maybeOne<Reseller>(
  "reseller_by_email",
  `select ${RESELLER} from commerce.reseller where email = $1 order by reseller_id limit 1`,
);
