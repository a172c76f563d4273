import { effect, many, one } from "../../platform/index.ts";
import type { Invoice } from "./invoice.ts";
import type { OrderToBill, RefundToCredit } from "./orderToBill.ts";

/**
 * The last number of a series in a year. Whoever asks holds it until their invoices stand, so that numbers
 * have no gaps and nobody waits who does not issue. It is the last lock that is taken.
 */
export const lockSeries = one<{ readonly last: number }>(
  "lock_invoice_series",
  `insert into commerce.invoice_series as s (series, year, last) values ($1, $2, 0)
   on conflict (series, year) do update set last = s.last
   returning last`,
);

/** Says how far the numbers of a series are given. */
export const moveSeries = effect(
  "move_invoice_series",
  "update commerce.invoice_series set last = $3 where series = $1 and year = $2",
);

const LINES = `(select jsonb_agg(jsonb_build_object(
            'no', line.no, 'kind', line.kind, 'name', own.name, 'sku', own.sku, 'quantity', line.quantity,
            'unitNetMinor', own.unit_net_minor, 'netMinor', line.net_minor, 'taxMinor', line.tax_minor,
            'taxKind', line.tax_kind, 'taxRateBasisPoints', line.tax_rate_basis_points) order by line.no)
     from money.charge_line as line
     left join commerce.order_line as own
       on own.order_id = line.root_id and own.no = line.no and line.kind in ('plan', 'goods')
    where line.root_id = c.root_id and line.charge_no = c.no) as lines`;

const ORDER = `o.order_id as "orderId", c.no as "chargeNo", o.buyer_id as "buyerId", o.country,
  o.vat_id as "vatId", c.currency, o.purchase_order as "purchaseOrder", o.tax_treatment as treatment,
  (select count(*)::integer from commerce.invoice as i where i.order_id = o.order_id) as count`;

/** What orders are billed from that were captured and have no invoice. */
export const ordersToBill = many<OrderToBill>(
  "orders_to_bill",
  `select ${ORDER}, c.amount_minor as "amountMinor", a.provider, r.reference, r.due_on as "dueOn", ${LINES}
     from commerce.order as o
     join money.charge as c on c.root_id = o.order_id and c.purpose = 'order' and c.state = 'captured'
     left join money.receivable as r on r.root_id = c.root_id and r.charge_no = c.no
     left join lateral (
       select provider from money.attempt
        where root_id = c.root_id and about = 'charge' and about_no = c.no and state = 'succeeded'
        order by no desc limit 1) as a on true
    where o.order_id = any($1::text[]) and c.amount_minor > 0
      and not exists (select from commerce.invoice as i
                       where i.order_id = o.order_id and i.charge_no = c.no and i.kind = 'invoice')
    order by c.closed_at, o.order_id`,
);

/** Refunds a credit note is due for: of what an invoice billed, agreed to, and no addition of the law. */
export const refundsToCredit = many<RefundToCredit>(
  "refunds_to_credit",
  `select ${ORDER}, f.no as "refundNo", f.reason, f.amount_minor as "amountMinor", i.no as corrects, i.series,
          i.year, i.number, i.issued_on as "issuedOn", ${LINES},
          (select jsonb_agg(jsonb_build_object(
                    'lineNo', coalesce(part.line_no, sale.line_no),
                    'pieces', coalesce(part.goods_pieces, case when sale.no is null then 0 else 1 end),
                    'netMinor', part.net_minor, 'taxMinor', part.tax_minor, 'taxKind', part.tax_kind)
                    order by part.no)
             from money.refund_line as part
             left join money.sale as sale on sale.root_id = part.root_id and sale.no = part.sale_no
            where part.root_id = f.root_id and part.refund_no = f.no) as credited
     from commerce.order as o
     join money.charge as c on c.root_id = o.order_id and c.purpose = 'order'
     join money.refund as f on f.root_id = c.root_id and f.charge_no = c.no
      and f.kind in ('cancellation', 'return', 'goodwill') and f.state in ('approved', 'paid', 'failed')
     join commerce.invoice as i
       on i.order_id = o.order_id and i.charge_no = c.no and i.kind = 'invoice'
    where o.order_id = any($1::text[])
      and not exists (select from commerce.invoice as note
                       where note.order_id = o.order_id and note.refund_no = f.no)
    order by f.requested_at, o.order_id, f.no`,
);

/** Writes invoices from a JSON list. */
export const insertInvoices = effect(
  "insert_invoices",
  `insert into commerce.invoice
     (order_id, no, kind, series, year, number, charge_no, refund_no, corrects, buyer_id, currency, net_minor,
      tax_minor, issued_at, issued_on, due_on, figures)
   select "orderId", no, kind, series, year, number, "chargeNo", "refundNo", corrects, "buyerId", currency,
          "netMinor", "taxMinor", $2, "issuedOn", "dueOn", figures
     from jsonb_to_recordset($1::jsonb)
       as given("orderId" text, no integer, kind text, series text, year integer, number integer,
                "chargeNo" integer, "refundNo" integer, corrects integer, "buyerId" text, currency text,
                "netMinor" bigint, "taxMinor" bigint, "issuedOn" date, "dueOn" date, figures jsonb)`,
);

const MISSED_SINCE = "interval '62 days'";

/**
 * Orders that were captured before this and have no invoice, where invoices are issued at all. Who began to
 * issue them later than two months after an order has billed it otherwise.
 */
export const paidUnbilled = many<{ readonly rootId: string }>(
  "paid_unbilled",
  `select o.order_id as "rootId"
     from commerce.order as o
     join money.charge as c on c.root_id = o.order_id and c.purpose = 'order' and c.state = 'captured'
    where c.closed_at < $1 and c.closed_at > $1 - ${MISSED_SINCE} and c.amount_minor > 0
      and exists (select from commerce.invoice_series)
      and not exists (select from commerce.invoice as i
                       where i.order_id = o.order_id and i.charge_no = c.no and i.kind = 'invoice')
    limit 1000`,
);

/** Invoiced orders with a refund that was agreed to before this and has no credit note. */
export const refundedUncredited = many<{ readonly rootId: string }>(
  "refunded_uncredited",
  `select distinct i.order_id as "rootId"
     from commerce.invoice as i
     join money.refund as f on f.root_id = i.order_id and f.charge_no = i.charge_no
      and f.kind in ('cancellation', 'return', 'goodwill') and f.state in ('approved', 'paid', 'failed')
    where i.kind = 'invoice' and coalesce(f.decided_at, f.requested_at) < $1
      and not exists (select from commerce.invoice as note
                       where note.order_id = i.order_id and note.refund_no = f.no)
    limit 1000`,
);

/** An invoice's columns, with `i` the invoice. */
export const INVOICE = `i.order_id as "orderId", i.no, i.kind, i.series, i.year, i.number,
  i.charge_no as "chargeNo", i.refund_no as "refundNo", i.corrects, i.buyer_id as "buyerId", i.currency,
  i.net_minor as "netMinor", i.tax_minor as "taxMinor", i.issued_at as "issuedAt", i.issued_on as "issuedOn",
  i.due_on as "dueOn", i.figures`;

/** The invoices of one order, the first first. */
export const invoicesOfOrder = many<Invoice>(
  "invoices_of_order",
  `select ${INVOICE} from commerce.invoice as i where i.order_id = $1 order by i.no`,
);
