import type { CodesAsked, CodesSold, CodeTie } from "../money/index.ts";
import { many, type Queryable } from "../platform/index.ts";

const codesSold = many<CodesSold>(
  "codes_sold_to_reseller",
  `select o.order_id as "orderId", o.paid_at as at,
          (select count(*)::integer from contracts.code as c
            where c.order_id = o.order_id and c.state in ('sold', 'redeemed', 'expired')) as quantity
     from commerce.order as o
    where o.state in ('paid', 'delivered')
      and ((o.placed_by = $1 or o.reseller_id = substring($1 from '^rsl_(.+)$')) and o.paid_at >= $2
           or o.order_id = any($3::text[]))
    order by o.order_id`,
);

/** The codes that a reseller's statement is compared with: sold and not taken back, order by order. */
export async function codes(
  db: Queryable,
  { reseller, since, orderIds }: CodesAsked,
): Promise<readonly CodesSold[]> {
  return await codesSold(db, reseller, since, orderIds);
}

const tiesOfCodes = many<CodeTie>(
  "ties_of_codes",
  `select o.order_id as "orderId", coalesce(l.quantity, 0)::integer as minted,
          jsonb_build_object('stock', coalesce(c.stock, 0), 'sold', coalesce(c.sold, 0),
                             'redeemed', coalesce(c.redeemed, 0), 'void', coalesce(c.void, 0),
                             'expired', coalesce(c.expired, 0)) as states
     from (select order_id from commerce.order
            where state in ('paid', 'delivered') and ($1::text is null or order_id > $1)
            order by order_id limit $2) as o
     left join lateral (select sum(quantity) as quantity from commerce.order_line as l
                         where l.order_id = o.order_id and l.sold_as = 'code') as l on true
     left join lateral (
       select count(*) filter (where state = 'stock') as stock,
              count(*) filter (where state = 'sold') as sold,
              count(*) filter (where state = 'redeemed') as redeemed,
              count(*) filter (where state = 'void') as void,
              count(*) filter (where state = 'expired') as expired
         from contracts.code as c where c.order_id = o.order_id and c.replaced_by is null) as c on true
    order by o.order_id`,
);

/**
 * Codes that were minted for paid orders, and what became of them, a page at a time. One that was issued anew
 * counts as the one that stands for it.
 */
export async function codeTies(
  db: Queryable,
  after: string | null,
  most: number,
): Promise<readonly CodeTie[]> {
  return await tiesOfCodes(db, after, most);
}
