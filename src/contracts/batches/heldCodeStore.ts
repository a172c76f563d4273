import { effect, many, one } from "../../platform/index.ts";

/** In stock, and held for nobody. */
const FREE = "state = 'stock' and order_id is null";

/**
 * Holds free codes for a line of an order: so many, or none. Those that end first go first; what others are
 * taking at this moment is passed over.
 */
export const holdFree = effect(
  "hold_free_codes",
  `with free as (
     select code_digest from contracts.code
      where sku = $3 and region = $4 and ${FREE} and (expires_at is null or expires_at > $6)
      order by expires_at, code_digest
      limit $5
        for update skip locked
   )
   update contracts.code as held set order_id = $1, line_no = $2, version = version + 1
     from free
    where held.code_digest = free.code_digest and (select count(*) from free) = $5`,
);

/** The same, but waiting for those that others are taking: they may not keep them. */
export const holdFreeWaiting = effect(
  "hold_free_codes_waiting",
  `with free as (
     select code_digest from contracts.code
      where sku = $3 and region = $4 and ${FREE} and (expires_at is null or expires_at > $6)
      order by expires_at, code_digest
      limit $5
        for update
   )
   update contracts.code as held set order_id = $1, line_no = $2, version = version + 1
     from free
    where held.code_digest = free.code_digest and (select count(*) from free) = $5`,
);

/** How many codes of a SKU are free in a region. */
export const countFree = one<{ readonly count: number }>(
  "count_free_codes",
  `select count(*)::integer as count from contracts.code
    where sku = $1 and region = $2 and ${FREE} and (expires_at is null or expires_at > $3)`,
);

/** How many codes of SKUs are free, by region. */
export const freeByRegion = many<{ readonly sku: string; readonly region: string; readonly free: number }>(
  "free_codes_by_region",
  `select sku, region, count(*)::integer as free from contracts.code
    where sku = any($1::text[]) and ${FREE} and (expires_at is null or expires_at > $2)
    group by sku, region
    order by sku, region`,
);

/** The lines of an order that hold codes. */
export const heldLines = many<{ readonly lineNo: number }>(
  "held_lines",
  `select distinct line_no as "lineNo" from contracts.code where order_id = $1 and state = 'stock'`,
);

/** Lets go what an order holds and has not bought. */
export const releaseHeld = many<{ readonly sku: string }>(
  "release_held_codes",
  `with released as (
     update contracts.code set order_id = null, line_no = null, version = version + 1
      where order_id = $1 and state = 'stock'
     returning sku
   )
   select distinct sku from released order by sku`,
);

/** Sells what a line holds. Each code stands for one sale of the line that has none yet. */
export const sellHeld = effect(
  "sell_held_codes",
  `with held as (
     select code_digest, row_number() over (order by code_digest) as place
       from contracts.code where order_id = $1 and line_no = $2 and state = 'stock'
   ), sale as (
     select no, currency, row_number() over (order by no) as place
       from money.sale
      where root_id = $1 and line_no = $2
        and not exists (select from contracts.code as other
                         where other.order_id = $1 and other.sale_no = sale.no)
   )
   update contracts.code as sold
      set state = 'sold', sold_at = $3, delivered_at = $4, purchase = $5::jsonb, sale_no = sale.no,
          currency = sale.currency, version = version + 1
     from held left join sale using (place)
    where sold.code_digest = held.code_digest and sold.state = 'stock'`,
);

/** Marks the sold codes of an order as delivered that were kept back. */
export const deliverKept = many<{ readonly lineNo: number; readonly sku: string; readonly count: number }>(
  "deliver_kept_codes",
  `with delivered as (
     update contracts.code set delivered_at = $2, version = version + 1
      where order_id = $1 and state = 'sold' and delivered_at is null
     returning line_no, sku
   )
   select line_no as "lineNo", sku, count(*)::integer as count from delivered
    group by line_no, sku order by line_no`,
);
