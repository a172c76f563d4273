import { many } from "../../platform/index.ts";

/** What became of codes. `difference` is what was made less all of them: it is 0, or something is wrong. */
export interface SettlementFigures {
  readonly minted: number;
  readonly stock: number;
  readonly sold: number;
  readonly delivered: number;
  readonly redeemed: number;
  readonly void: number;
  readonly expired: number;
  readonly difference: number;
}

/** The figures of one batch. */
export interface BatchRow extends SettlementFigures {
  readonly batchId: string;
  readonly sku: string;
  readonly region: string;
}

/** The figures of what one reseller was sold in one month; no reseller is whoever bought for themselves. */
export interface ResellerRow extends SettlementFigures {
  readonly month: string;
  readonly resellerId: string | null;
  readonly name: string | null;
}

const STATES = `count(k.code_digest) filter (where k.state = 'stock')::integer as stock,
  count(k.code_digest) filter (where k.state = 'sold' and k.delivered_at is null)::integer as sold,
  count(k.code_digest) filter (where k.state = 'sold' and k.delivered_at is not null)::integer as delivered,
  count(k.code_digest) filter (where k.state = 'redeemed')::integer as redeemed,
  count(k.code_digest) filter (where k.state = 'void')::integer as void,
  count(k.code_digest) filter (where k.state = 'expired')::integer as expired`;
const REST = "minted - stock - sold - delivered - redeemed - void - expired as difference";

/** Batches, the newest first, before `$1`. Minted is what the batch says, not what its rows come to. */
export const settledBatches = many<BatchRow>(
  "settled_batches",
  `select *, ${REST}
     from (select b.batch_id as "batchId", b.sku, b.region, b.made as minted, ${STATES}
             from (select * from contracts.code_batch
                    where state in ('released', 'voided') and ($1 = '' or batch_id < $1)
                    order by batch_id desc limit $2) as b
             left join contracts.code as k on k.batch_id = b.batch_id
            group by b.batch_id, b.sku, b.region, b.made) as counted
    order by "batchId" desc`,
);

/**
 * Months and resellers, the latest month first, behind the place `$1` and `$2`. Minted is what paid lines
 * say they bought, with one more for each code that was issued anew.
 */
export const settledResellers = many<ResellerRow>(
  "settled_resellers",
  `with sold as (
     select to_char(o.paid_at at time zone 'UTC', 'YYYY-MM') as month, o.reseller_id,
            sum(l.quantity)::integer as quantity
       from commerce.order as o
       join commerce.order_line as l on l.order_id = o.order_id and l.sold_as = 'code'
      where o.paid_at is not null
      group by 1, 2
   ), became as (
     select to_char(k.sold_at at time zone 'UTC', 'YYYY-MM') as month, o.reseller_id, ${STATES},
            count(*) filter (where k.replaced_by is not null)::integer as replaced
       from contracts.code as k
       join commerce.order as o on o.order_id = k.order_id
      where k.sold_at is not null
      group by 1, 2
   )
   select *, ${REST}
     from (select place.month, place.reseller_id as "resellerId", r.name,
                  coalesce(s.quantity, 0) + coalesce(b.replaced, 0) as minted,
                  coalesce(b.stock, 0) as stock, coalesce(b.sold, 0) as sold,
                  coalesce(b.delivered, 0) as delivered, coalesce(b.redeemed, 0) as redeemed,
                  coalesce(b.void, 0) as void, coalesce(b.expired, 0) as expired
             from (select distinct month, reseller_id from sold
                    union select month, reseller_id from became) as place
             left join sold as s
               on s.month = place.month and s.reseller_id is not distinct from place.reseller_id
             left join became as b
               on b.month = place.month and b.reseller_id is not distinct from place.reseller_id
             left join commerce.reseller as r on r.reseller_id = place.reseller_id) as counted
    where ($1::text is null or (month, coalesce("resellerId", '')) < ($1, $2))
      and ($3::text is null or month = $3)
      and ($4::text is null or coalesce("resellerId", 'nobody') = $4)
    order by month desc, coalesce("resellerId", '') desc
    limit $5`,
);

/** A code of a figure, without its secret. */
export interface SettledCode {
  readonly digest: Buffer;
  readonly last4: string;
  readonly sku: string;
  readonly region: string;
  readonly state: "stock" | "sold" | "redeemed" | "void" | "expired";
  readonly isDelivered: boolean;
  readonly orderId: string | null;
  readonly batchId: string | null;
  readonly soldAt: Temporal.Instant | null;
  readonly redeemedAt: Temporal.Instant | null;
  readonly useBy: Temporal.PlainDate | null;
  readonly voidedFor: string | null;
  readonly replacedBy: Buffer | null;
}

/**
 * The codes behind a figure, by digest, behind the digest `$1`: of a batch, of a reseller (`nobody` is of
 * none) in a month, in one state as the settlement tells states.
 */
export const settledCodes = many<SettledCode>(
  "settled_codes",
  `select k.code_digest as digest, k.last4, k.sku, k.region, k.state,
          k.delivered_at is not null as "isDelivered", k.order_id as "orderId", k.batch_id as "batchId",
          k.sold_at as "soldAt", k.redeemed_at as "redeemedAt", k.last_use_on as "useBy",
          k.voided_for as "voidedFor", k.replaced_by as "replacedBy"
     from contracts.code as k
     left join commerce.order as o on o.order_id = k.order_id
    where ($1::bytea is null or k.code_digest > $1)
      and ($2::text is null or k.batch_id = $2)
      and ($3::text is null or k.sold_at is not null and coalesce(o.reseller_id, 'nobody') = $3)
      and ($4::timestamptz is null or k.sold_at >= $4 and k.sold_at < $5)
      and ($6::text is null
           or case when k.state = 'sold' and k.delivered_at is not null then 'delivered'
                   else k.state end = $6)
    order by k.code_digest
    limit $7`,
);
