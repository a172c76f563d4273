import { effect, many, maybeOne } from "../../platform/index.ts";
import type { Delay } from "./delay.ts";

/**
 * The delays of an order, the newest of each supplier order, with what of it has not left: parcels that left
 * have all that their supplier order had for the order.
 */
export const delaysOf = many<Delay>(
  "delays_of_order",
  `select distinct on (d.supplier_order_id) d.order_id as "orderId", d.no,
          d.supplier_order_id as "supplierOrderId", d.expected_on as "expectedOn", d.state,
          d.told_at as "toldAt", d.chosen_at as "chosenAt", s.state as "supplierState",
          (select coalesce(jsonb_agg(jsonb_build_object(
                    'lineNo', line.line_no, 'sku', line.sku, 'name', line.name,
                    'pieces', case when gone.has_left then 0
                                   else line.quantity - line.cancelled_quantity end)
                    order by line.line_no), '[]'::jsonb)
             from commerce.supplier_order_line as line
            where line.supplier_order_id = d.supplier_order_id and line.order_id = d.order_id) as lines
     from commerce.order_delay as d
     join commerce.supplier_order as s using (supplier_order_id)
    cross join lateral (
      select exists (select from commerce.parcel as p
                      where p.order_id = d.order_id and p.supplier_order_id = d.supplier_order_id
                        and p.handed_over_at is not null) as has_left) as gone
    where d.order_id = $1
    order by d.supplier_order_id, d.no desc`,
);

/**
 * Notes on an order, whose lock the caller holds, that goods are late by an answer of their supplier. No row:
 * that was told, another answer has come since, or nobody waits for them.
 */
export const insertDelay = maybeOne<{ readonly no: number; readonly expectedOn: Temporal.PlainDate | null }>(
  "insert_order_delay",
  `insert into commerce.order_delay (order_id, no, supplier_order_id, answer_no, expected_on, told_at)
   select $1, 1 + coalesce((select max(no) from commerce.order_delay where order_id = $1), 0),
          s.supplier_order_id, s.answers, s.expected_on, $4::timestamptz
     from commerce.supplier_order as s
    where s.supplier_order_id = $2 and s.answers = $3 and s.state in ('late', 'failed')
      and exists (select from commerce.supplier_order_line as line
                   where line.supplier_order_id = $2 and line.order_id = $1
                     and line.quantity > line.cancelled_quantity)
   on conflict (order_id, supplier_order_id, answer_no) do nothing
   returning no, expected_on as "expectedOn"`,
);

/** What a buyer chose, of these delays. */
export const saveChoice = effect(
  "save_delay_choice",
  `update commerce.order_delay set state = $3, chosen_at = $4, chosen_by = $5
    where order_id = $1 and no = any($2::integer[]) and state <> 'cancelled'`,
);

/** Pieces of lines of an order (`$2`, a JSON list) will not come any more. */
export const cancelLinePieces = effect(
  "cancel_line_pieces",
  `update commerce.order_line as line
      set cancelled_quantity = line.cancelled_quantity + given.pieces
     from jsonb_to_recordset($2::jsonb) as given("lineNo" integer, pieces integer)
    where line.order_id = $1 and line.no = given."lineNo"`,
);

/** The parcels that wait with what a supplier order has brought for an order. */
export const waitingParcels = many<{ readonly no: number }>(
  "waiting_parcels_of_supplier_order",
  `select no from commerce.parcel
    where order_id = $1 and supplier_order_id = $2 and state in ('wanted', 'booked') order by no`,
);

/** What arrived before this for an order that still waits for it, and is in no parcel: its job was lost. */
export const lostArrivals = many<{ readonly orderId: string; readonly supplierOrderId: string }>(
  "lost_arrivals",
  `select distinct line.order_id as "orderId", s.supplier_order_id as "supplierOrderId"
     from commerce.supplier_order as s join commerce.supplier_order_line as line using (supplier_order_id)
    where s.state = 'arrived' and s.arrived_at < $1 and s.arrived_at > $1 - interval '62 days'
      and line.quantity > line.cancelled_quantity
      and not exists (select from commerce.parcel as p
                       where p.order_id = line.order_id and p.supplier_order_id = s.supplier_order_id)`,
);

/** Orders of which nobody was told that a supplier's answer of before this makes them late. */
export const lostDelays = many<{
  readonly orderId: string;
  readonly supplierOrderId: string;
  readonly answerNo: number;
}>(
  "lost_delays",
  `select distinct line.order_id as "orderId", s.supplier_order_id as "supplierOrderId",
          s.answers as "answerNo"
     from commerce.supplier_order as s join commerce.supplier_order_line as line using (supplier_order_id)
    where s.state in ('late', 'failed') and s.answered_at < $1 and s.answered_at > $1 - interval '7 days'
      and line.quantity > line.cancelled_quantity
      and (s.state = 'failed' or line.promised_on < s.expected_on)
      and not exists (select from commerce.order_delay as d
                       where d.order_id = line.order_id and d.supplier_order_id = s.supplier_order_id
                         and d.answer_no = s.answers)`,
);

/** Whether a parcel was wanted for what a supplier order has brought for an order. */
export const arrivedParcel = maybeOne<{ readonly no: number }>(
  "arrived_parcel_of_supplier_order",
  "select no from commerce.parcel where order_id = $1 and supplier_order_id = $2 limit 1",
);
