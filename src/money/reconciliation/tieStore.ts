import { many } from "../../platform/index.ts";
import { LINE_SETTLED } from "../refunds/index.ts";

/** A number two ways. */
export interface TieRow {
  readonly what: string;
  readonly programme: string;
  readonly region: string;
  readonly currency: string | null;
  readonly leftMinor: number;
  readonly rightMinor: number;
  /** Of what the left side is made, and how many rows that are. */
  readonly rows: number;
}

/** What sales say is still owed to holders of plans, and what the ledger has as deferred. */
export const deferredTies = many<TieRow>(
  "deferred_ties",
  `select 'deferred_revenue' as what, programme, region, currency, coalesce(s.sum, 0)::bigint as "leftMinor",
          coalesce(b.sum, 0)::bigint as "rightMinor", coalesce(s.rows, 0)::integer as rows
     from (select programme, region, currency, sum(deferred_minor) as sum, count(*) as rows
             from money.sale group by programme, region, currency) as s
     full join (
       select a.programme, a.region, a.currency, sum(m.credit_minor - m.debit_minor) as sum
         from money.account as a join money.account_month as m using (account_id)
        where a.kind = 'deferred_revenue'
        group by a.programme, a.region, a.currency) as b using (programme, region, currency)
    order by programme, region, currency`,
);

/** What goods say is still owed to buyers, and what the ledger has as undelivered. */
export const goodsTies = many<TieRow>(
  "goods_ties",
  `select 'undelivered_goods' as what, programme, region, currency, coalesce(s.sum, 0)::bigint as "leftMinor",
          coalesce(b.sum, 0)::bigint as "rightMinor", coalesce(s.rows, 0)::integer as rows
     from (select programme, region, currency, sum(owed_minor) as sum, count(*) as rows
             from money.goods group by programme, region, currency) as s
     full join (
       select a.programme, a.region, a.currency, sum(m.credit_minor - m.debit_minor) as sum
         from money.account as a join money.account_month as m using (account_id)
        where a.kind = 'undelivered_goods'
        group by a.programme, a.region, a.currency) as b using (programme, region, currency)
    order by programme, region, currency`,
);

/** What is promised back and not paid, by refunds and by the ledger. */
export const refundTies = many<TieRow>(
  "refund_ties",
  `select 'refunds_payable' as what, programme, region, currency, coalesce(s.sum, 0)::bigint as "leftMinor",
          coalesce(b.sum, 0)::bigint as "rightMinor", coalesce(s.rows, 0)::integer as rows
     from (select line.programme, line.region, refund.currency,
                  sum(line.net_minor + line.tax_minor - ${LINE_SETTLED}) as sum, count(*) as rows
             from money.refund
             join money.refund_line as line on line.root_id = refund.root_id and line.refund_no = refund.no
            where refund.state in ('requested', 'approved', 'failed')
            group by line.programme, line.region, refund.currency) as s
     full join (
       select a.programme, a.region, a.currency, sum(m.credit_minor - m.debit_minor) as sum
         from money.account as a join money.account_month as m using (account_id)
        where a.kind = 'refunds_payable'
        group by a.programme, a.region, a.currency) as b using (programme, region, currency)
    order by programme, region, currency`,
);

/** What invoices still bring, by receivables and by the ledger. */
export const receivableTies = many<TieRow>(
  "receivable_ties",
  `select 'receivable' as what, 'all' as programme, 'all' as region, currency,
          coalesce(s.sum, 0)::bigint as "leftMinor", coalesce(b.sum, 0)::bigint as "rightMinor",
          coalesce(s.rows, 0)::integer as rows
     from (select currency, sum(amount_minor - paid_minor) as sum, count(*) as rows
             from money.receivable group by currency) as s
     full join (
       select a.currency, sum(m.debit_minor - m.credit_minor) as sum
         from money.account as a join money.account_month as m using (account_id)
        where a.kind = 'receivable' group by a.currency) as b using (currency)
    order by currency`,
);

/** Providers that have something of ours, or say so. */
export const providersInBooks = many<{ readonly party: string }>(
  "providers_in_books",
  `select distinct party from money.report_line where kind = 'provider' order by party`,
);
