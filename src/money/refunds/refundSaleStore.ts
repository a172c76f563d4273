import { many, maybeOne } from "../../platform/index.ts";
import type { ChargeLineAmounts, RefundableSale } from "./refundable.ts";

const SALE = `sale.root_id as "rootId", sale.no, sale.charge_no as "chargeNo", sale.programme,
  sale.region, sale.currency,
  sale.tax_kind as "taxKind", sale.state, sale.contract_id as "contractId", sale.net_minor as "netMinor",
  sale.tax_minor as "taxMinor", sale.deferred_minor as "deferredMinor", sale.earned_minor as "earnedMinor",
  sale.refunded_minor as "refundedMinor", sale.refunded_tax_minor as "refundedTaxMinor",
  exists (select from money.dispute
           where dispute.root_id = sale.root_id and dispute.charge_no = sale.charge_no
             and dispute.state = 'opened') as "isDisputed",
  (select charge.amount_minor - charge.refunded_minor
     from money.charge
    where charge.root_id = sale.root_id and charge.no = sale.charge_no) as "chargeLeftMinor",
  sale.line_no as "lineNo",
  (select line.tax_minor
          - (select sum(other.refunded_tax_minor) from money.sale as other
              where other.root_id = line.root_id and other.charge_no = line.charge_no
                and other.line_no = line.no)
          - coalesce((select sum(part.tax_minor) from money.refund_line as part
                        join money.refund on refund.root_id = part.root_id and refund.no = part.refund_no
                       where part.root_id = line.root_id and refund.charge_no = line.charge_no
                         and part.line_no = line.no and refund.state <> 'declined'), 0)
     from money.charge_line as line
    where line.root_id = sale.root_id and line.charge_no = sale.charge_no
      and line.no = sale.line_no)::bigint as "lineTaxLeftMinor"`;

/** The sale a contract earns; undefined when nothing was paid to us for it. */
export const saleOfContract = maybeOne<RefundableSale>(
  "sale_of_contract",
  `select ${SALE} from money.sale where contract_id = $1 order by root_id, no limit 1`,
);

/** Locks sales of a root whose lock the caller holds, in their order. */
export const lockSales = many<RefundableSale>(
  "lock_sales",
  `select ${SALE} from money.sale where root_id = $1 and no = any($2::integer[]) order by no for update`,
);

/** The sales a charge paid for. */
export const salesOfCharge = many<RefundableSale>(
  "sales_of_charge",
  `select ${SALE} from money.sale where root_id = $1 and charge_no = $2 order by no`,
);

/** Ends a sale: so much of it is paid back, the rest is earned. No row: it has ended before. */
export const endSale = maybeOne<{ no: number }>(
  "end_sale",
  `update money.sale
      set deferred_minor = 0, earned_minor = earned_minor + $3 - $4, refunded_minor = refunded_minor + $5,
          refunded_tax_minor = refunded_tax_minor + $6, state = 'refunded', version = version + 1
    where root_id = $1 and no = $2 and state <> 'refunded'
   returning no`,
);

/** Undoes that: what was taken is back where it was, and the sale is what it was. */
export const reopenSale = maybeOne<{ no: number }>(
  "reopen_sale",
  `update money.sale
      set deferred_minor = deferred_minor + $3, earned_minor = earned_minor + $4,
        refunded_minor = refunded_minor - $5,
          refunded_tax_minor = refunded_tax_minor - $6, state = $7, version = version + 1
    where root_id = $1 and no = $2 and state = 'refunded'
   returning no`,
);

/** The lines of a charge, with what plans and kindness have given back of each. */
export const linesOfCharge = many<ChargeLineAmounts>(
  "lines_of_charge_paid",
  `select line.no, line.net_minor as "netMinor", line.tax_minor as "taxMinor", line.tax_kind as "taxKind",
          line.programme, line.region,
          (coalesce(sold.net, 0) + coalesce(kind.net, 0))::bigint as "refundedMinor",
          (coalesce(sold.tax, 0) + coalesce(kind.tax, 0))::bigint as "refundedTaxMinor"
     from money.charge_line as line
    cross join lateral (
      select sum(refunded_minor) as net, sum(refunded_tax_minor) as tax from money.sale
       where sale.root_id = line.root_id and sale.charge_no = line.charge_no and sale.line_no = line.no
    ) as sold
    cross join lateral (
      select sum(part.net_minor) as net, sum(part.tax_minor) as tax
        from money.refund_line as part
        join money.refund on refund.root_id = part.root_id and refund.no = part.refund_no
       where part.root_id = line.root_id and refund.charge_no = line.charge_no
         and part.line_no = line.no and refund.state <> 'declined'
    ) as kind
    where line.root_id = $1 and line.charge_no = $2
    order by line.no`,
);
