import { many } from "../../platform/index.ts";

/** Ends the codes in stock whose last day is over; what an order held is let go. */
export const expireStock = many<{ readonly sku: string }>(
  "expire_stock_codes",
  `with ended as (
     update contracts.code
        set state = 'expired', order_id = null, line_no = null, version = version + 1
      where state = 'stock' and expires_at <= $1
     returning sku
   )
   select distinct sku from ended order by sku`,
);

/** Orders that have sold codes whose last day is over. */
export const ordersToExpire = many<{ readonly orderId: string }>(
  "orders_to_expire",
  `select distinct order_id as "orderId" from contracts.code
    where state = 'sold' and expires_at <= $1 and ($2::text is null or order_id > $2)
    order by order_id limit $3`,
);

/** Ends the sold codes of an order whose last day is over. */
export const expireSold = many<{
  readonly lineNo: number;
  readonly last4: string;
  readonly saleNo: number | null;
}>(
  "expire_sold_codes",
  `update contracts.code set state = 'expired', version = version + 1
    where order_id = $1 and state = 'sold' and expires_at <= $2
   returning line_no as "lineNo", last4, sale_no as "saleNo"`,
);

/** Orders that have unused codes which end by `$2` and whose buyer was not told of it at `$3` days. */
export const ordersToTell = many<{ readonly orderId: string }>(
  "orders_to_tell_of_end",
  `select distinct order_id as "orderId" from contracts.code
    where state = 'sold' and expires_at > $1 and expires_at <= $2 and (told_days is null or told_days > $3)
      and delivered_at is not null and ($4::text is null or order_id > $4)
    order by order_id limit $5`,
);

/** Notes that the buyer of an order is told; answers by last day how many codes it is about. */
export const noteTold = many<{ readonly useBy: Temporal.PlainDate; readonly count: number }>(
  "note_told_of_end",
  `with told as (
     update contracts.code set told_days = $4, version = version + 1
      where order_id = $1 and state = 'sold' and expires_at > $2 and expires_at <= $3
        and (told_days is null or told_days > $4) and delivered_at is not null
     returning last_use_on
   )
   select last_use_on as "useBy", count(*)::integer as count from told
    group by last_use_on order by last_use_on`,
);
