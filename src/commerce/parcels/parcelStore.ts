import { effect, many, maybeOne, one } from "../../platform/index.ts";
import type { Parcel } from "./parcel.ts";

const PARCEL = `p.order_id as "orderId", p.no, p.state, p.carrier, p.delivery,
  p.pickup_point as "pickupPoint",
  p.country, p.weight_grams as "weightGrams", p.supplier_order_id as "supplierOrderId",
  p.instead_of_no as "insteadOfNo", p.tracking, p.tracking_url as "trackingUrl", p.label,
  p.wanted_at as "wantedAt", p.booked_at as "bookedAt", p.handed_over_at as "handedOverAt",
  p.closed_at as "closedAt", p.settled,
  (select jsonb_build_object('since', d.opened_at, 'answerBy', d.answer_until)
     from money.dispute as d
    where d.root_id = p.order_id and p.state in ('wanted', 'booked')
      and (d.state = 'opened' or (d.state = 'lost' and d.closed_at > p.wanted_at))
    order by d.opened_at limit 1) as disputed,
  (select attempt.reason from commerce.parcel_attempt as attempt
    where attempt.order_id = p.order_id and attempt.parcel_no = p.no
      and (p.state = 'wanted' or (p.state = 'cancelled' and attempt.what = 'cancel'))
    order by attempt.no desc limit 1) as failure,
  (select max(coalesce(line.promised_on, o.promised_on))::text
     from commerce.parcel_line as part
     join commerce.order_line as line on line.order_id = part.order_id and line.no = part.line_no
     join commerce.order as o on o.order_id = part.order_id
    where part.order_id = p.order_id and part.parcel_no = p.no) as "promisedOn",
  (select jsonb_agg(jsonb_build_object('lineNo', part.line_no, 'sku', line.sku, 'name', line.name,
                                       'quantity', part.quantity) order by part.line_no)
     from commerce.parcel_line as part
     join commerce.order_line as line on line.order_id = part.order_id and line.no = part.line_no
    where part.order_id = p.order_id and part.parcel_no = p.no) as lines`;

/** Wants a parcel of an order whose lock the caller holds; `$9` is its lines, a JSON list. */
export const insertParcel = one<{ readonly no: number }>(
  "insert_parcel",
  `with made as (
     insert into commerce.parcel (order_id, no, carrier, delivery, pickup_point, country, weight_grams,
                                  supplier_order_id, wanted_at, instead_of_no)
     select $1, 1 + coalesce(max(no), 0), $2, $3, $4, $5, $6::integer, $7, $8::timestamptz, $10::integer
       from commerce.parcel where order_id = $1
     returning order_id, no
   ), lines as (
     insert into commerce.parcel_line (order_id, parcel_no, line_no, quantity)
     select order_id, no, "lineNo", quantity
       from made, jsonb_to_recordset($9::jsonb) as given("lineNo" integer, quantity integer)
   )
   select no from made`,
);

/** A parcel of an order. */
export const parcelOf = maybeOne<Parcel>(
  "parcel_of_order",
  `select ${PARCEL} from commerce.parcel as p where p.order_id = $1 and p.no = $2`,
);

/** The parcels of an order, the oldest first. */
export const parcelsOf = many<Parcel>(
  "parcels_of_order",
  `select ${PARCEL} from commerce.parcel as p where p.order_id = $1 order by p.no`,
);

/**
 * A page of parcels: those that were wanted first, first, behind one (`$1`, `$2`) where one is given; in a
 * state, of an order, with a tracking or label number, and only those a person has to look at.
 */
export const pageOfParcels = many<Parcel>(
  "page_of_parcels",
  `select ${PARCEL}
     from commerce.parcel as p
    where (p.order_id, p.no) > ($1::text, $2::integer)
      and ($3::text is null or p.state = $3)
      and ($4::text is null or p.order_id = $4)
      and ($5::text is null or upper($5) in (upper(p.tracking), upper(p.label)))
      and (not $6::boolean or (p.state in ('lost', 'returned') and p.settled is null)
           or ((p.state = 'wanted' or (p.state = 'cancelled' and p.settled is null))
               and (select attempt.state = 'failed'
                           and (p.state = 'wanted' or attempt.what = 'cancel')
                      from commerce.parcel_attempt as attempt
                     where attempt.order_id = p.order_id and attempt.parcel_no = p.no
                     order by attempt.no desc limit 1)))
    order by p.order_id, p.no
    limit $7`,
);

/** A wanted parcel is booked; of one that was cancelled meanwhile only the numbers are kept. */
export const saveBooked = effect(
  "save_parcel_booked",
  `update commerce.parcel
      set state = case when state = 'wanted' then 'booked' else state end, booked_at = $3, tracking = $4,
          tracking_url = $5, label = $6, version = version + 1
    where order_id = $1 and no = $2 and state in ('wanted', 'cancelled')`,
);

/** The parcels of an order that have not left, and whether each goes in place of another. */
export const parcelsHere = many<{ readonly no: number; readonly isAgain: boolean }>(
  "parcels_here",
  `select no, instead_of_no is not null as "isAgain"
     from commerce.parcel where order_id = $1 and state in ('wanted', 'booked') order by no`,
);

/** A booked parcel leaves. Zero: it is not booked, or nothing leaves while the world is not matched. */
export const saveHandedOver = effect(
  "save_parcel_handed_over",
  `update commerce.parcel
      set state = 'handed_over', handed_over_at = $3, handed_over_by = $4, version = version + 1
    where order_id = $1 and no = $2 and state = 'booked'
      and not exists (select from money.reconcile_mode where ended_at is null)`,
);

/** What became of a parcel that was handed over. Zero: that was known before. */
export const closeParcel = effect(
  "close_parcel",
  `update commerce.parcel set state = $3, closed_at = $4, asked_at = $4, version = version + 1
    where order_id = $1 and no = $2 and state = 'handed_over'`,
);

/** A parcel that has not left will not. Zero: it has, or was cancelled before. */
export const cancelParcel = effect(
  "cancel_parcel",
  `update commerce.parcel set state = 'cancelled', closed_at = $3, version = version + 1
    where order_id = $1 and no = $2 and state in ('wanted', 'booked')`,
);

/** A person has seen to a parcel that is lost, came back, or was not given up. Zero: that was done before. */
export const settleLost = effect(
  "settle_lost_parcel",
  `update commerce.parcel set settled = $3, version = version + 1
    where order_id = $1 and no = $2 and state in ('lost', 'returned', 'cancelled') and settled is null`,
);

/** What a lost parcel had in it, or one that came back, was not paid back after all. Zero: it was not. */
export const unsettleLost = effect(
  "unsettle_lost_parcel",
  `update commerce.parcel set settled = null, version = version + 1
    where order_id = $1 and no = $2 and settled = 'paid_back'`,
);

/**
 * A paid order of which every piece is delivered or cancelled and no code is kept back is delivered; one of
 * which nothing came at all is cancelled. No row: it is not so far.
 */
export const completePaid = maybeOne<{ readonly state: string; readonly count: number }>(
  "complete_paid_order",
  `with sold as (
     select coalesce(sum(quantity) filter (where sold_as = 'code'), 0)::integer as codes,
            coalesce(sum(quantity - cancelled_quantity) filter (where sold_as = 'goods'), 0)::integer as goods
       from commerce.order_line where order_id = $1
   ), come as (
     select coalesce(sum(part.quantity), 0)::integer as goods
       from commerce.parcel as p
       join commerce.parcel_line as part on part.order_id = p.order_id and part.parcel_no = p.no
      where p.order_id = $1 and p.state = 'delivered'
   )
   update commerce.order as o
      set state = case when sold.codes + sold.goods > 0 then 'delivered' else 'cancelled' end,
          delivered_at = case when sold.codes + sold.goods > 0 then $2::timestamptz end,
          cancelled_at = case when sold.codes + sold.goods > 0 then null else $2::timestamptz end,
          version = version + 1
     from sold, come
    where o.order_id = $1 and o.state = 'paid' and come.goods >= sold.goods
      and not exists (
        select from contracts.code
         where code.order_id = $1 and code.state = 'sold' and code.delivered_at is null)
   returning o.state, sold.codes as count`,
);
