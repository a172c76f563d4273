import { effect, many, maybeOne, one } from "../../platform/index.ts";
import type { SupplierOrder } from "./supplierOrder.ts";

const ORDER = `s.supplier_order_id as "supplierOrderId", s.supplier, supplier.name as "supplierName",
  supplier.email, s.ordered_on as "orderedOn", s.state, s.closes_at as "closesAt",
  s.contact_id as "contactId", s.sent_at as "sentAt", s.answers, s.answered_at as "answeredAt",
  s.answered_by as "answeredBy", s.expected_on as "expectedOn", s.reason, s.arrived_at as "arrivedAt",
  (select coalesce(jsonb_agg(jsonb_build_object(
            'orderId', line.order_id, 'lineNo', line.line_no, 'sku', line.sku, 'name', line.name,
            'supplierKey', offer.supplier_key, 'quantity', line.quantity,
            'cancelledQuantity', line.cancelled_quantity, 'promisedOn', line.promised_on)
            order by line.sku, line.order_id, line.line_no), '[]'::jsonb)
     from commerce.supplier_order_line as line
     left join catalogue.offer on offer.sku = line.sku and offer.supplier = s.supplier
    where line.supplier_order_id = s.supplier_order_id) as lines`;
const FROM = "from commerce.supplier_order as s join catalogue.supplier using (supplier)";

/** Opens the order of a supplier's day. Zero: it is there. */
export const openSupplierOrder = effect(
  "open_supplier_order",
  `insert into commerce.supplier_order (supplier_order_id, supplier, ordered_on, closes_at, created_at)
   values ($1, $2, $3, $4, $5)
   on conflict (supplier, ordered_on) do nothing`,
);

/**
 * The order of a supplier's day, kept from being sent until this transaction ends: many may add to it at
 * once.
 */
export const shareSupplierOrder = one<{ readonly supplierOrderId: string; readonly state: string }>(
  "share_supplier_order",
  `select supplier_order_id as "supplierOrderId", state
     from commerce.supplier_order where supplier = $1 and ordered_on = $2 for share`,
);

/** Adds lines, a JSON list, to an order that is kept from being sent; what is on it already is more. */
export const insertSupplierLines = effect(
  "insert_supplier_order_lines",
  `insert into commerce.supplier_order_line (supplier_order_id, order_id, line_no, sku, name, quantity,
                                             promised_on)
   select $1, $2, "lineNo", sku, name, quantity, "promisedOn"
     from jsonb_to_recordset($3::jsonb)
       as given("lineNo" integer, sku text, name text, quantity integer, "promisedOn" date)
   on conflict (supplier_order_id, order_id, line_no)
   do update set quantity = supplier_order_line.quantity + excluded.quantity`,
);

/** Locks a supplier order until the transaction ends. */
export const lockSupplierOrder = maybeOne<SupplierOrder>(
  "lock_supplier_order",
  `select ${ORDER} ${FROM} where s.supplier_order_id = $1 for update of s`,
);

/** A supplier order. */
export const supplierOrderOf = maybeOne<SupplierOrder>(
  "supplier_order_of",
  `select ${ORDER} ${FROM} where s.supplier_order_id = $1`,
);

/** A page of supplier orders, the newest first; of a supplier, in a state, or those that are not over. */
export const pageOfSupplierOrders = many<SupplierOrder>(
  "page_of_supplier_orders",
  `select ${ORDER} ${FROM}
    where ($1 = '' or s.supplier_order_id < $1)
      and ($2::text is null or s.supplier = $2)
      and ($3::text is null or s.state = $3)
      and (not $4::boolean or s.state not in ('arrived', 'cancelled'))
    order by s.supplier_order_id desc
    limit $5`,
);

/** A gathered order is sent, or has nothing left to be sent. */
export const closeGathering = effect(
  "close_gathering",
  `update commerce.supplier_order
      set state = $2, sent_at = case when $2 = 'sent' then $3::timestamptz end, contact_id = $4,
          version = version + 1
    where supplier_order_id = $1 and state = 'gathering'`,
);

/** What a supplier says of an order that is locked. */
export const saveAnswer = one<{ readonly answers: number }>(
  "save_supplier_answer",
  `update commerce.supplier_order
      set state = $2, expected_on = $3, reason = $4, answered_at = $5, answered_by = $6,
          answers = answers + 1, version = version + 1
    where supplier_order_id = $1
   returning answers`,
);

/** It is here. */
export const saveArrival = effect(
  "save_supplier_arrival",
  `update commerce.supplier_order set state = 'arrived', arrived_at = $2, version = version + 1
    where supplier_order_id = $1 and state in ('sent', 'confirmed', 'late', 'failed')`,
);

/** Pieces of lines of an order (`$3`, a JSON list) that nobody waits for any more. */
export const cancelSupplierLines = effect(
  "cancel_supplier_lines",
  `update commerce.supplier_order_line as line
      set cancelled_quantity = line.cancelled_quantity + given.pieces
     from jsonb_to_recordset($3::jsonb) as given("lineNo" integer, pieces integer)
    where line.supplier_order_id = $1 and line.order_id = $2 and line.line_no = given."lineNo"`,
);
