import { many } from "../../platform/index.ts";

/** What moved on a reseller's balance or on its invoices by one source, as the ledger has it. */
export interface StatementMove {
  readonly rootId: string;
  /** The source of its postings: `charge/1/captured`. */
  readonly source: string;
  readonly at: Temporal.Instant;
  readonly account: "balance" | "invoice";
  /** What it did to what the reseller has: above nothing in its favour. */
  readonly amountMinor: number;
  /** Of a refund: what it was for. */
  readonly refundKind: string | null;
}

const ACCOUNTS = `accounts as (
     select account_id, case kind when 'receivable' then 'invoice' else 'balance' end as account
       from money.account
      where currency = $2
        and (kind = 'reseller_balance' and party = $1
             or kind = 'receivable' and party in (
               select 'chg_' || root_id || '_' || charge_no from money.receivable
                where reseller_id = $1 and currency = $2))
   )`;

/** What moved from `$3` until before `$4`, in the order of time. */
export const movesOfMonth = many<StatementMove>(
  "reseller_moves_of_month",
  `with ${ACCOUNTS}, sides as (
     select p.root_id, p.source, p.at, accounts.account, -p.amount_minor as amount_minor
       from accounts join money.posting as p on p.debit_id = accounts.account_id
      where p.at >= $3 and p.at < $4
     union all
     select p.root_id, p.source, p.at, accounts.account, p.amount_minor
       from accounts join money.posting as p on p.credit_id = accounts.account_id
      where p.at >= $3 and p.at < $4
   )
   select sides.root_id as "rootId", source, at, account, sum(sides.amount_minor)::bigint as "amountMinor",
          (select kind from money.refund as r
            where r.root_id = sides.root_id
              and r.no = substring(source from '^refund/([0-9]+)/')::integer) as "refundKind"
     from sides
    group by sides.root_id, source, at, account
    order by at, sides.root_id, source, account`,
);

/** What had moved before the first day of a month `$3`, by account. */
export const movesBefore = many<{ readonly account: "balance" | "invoice"; readonly amountMinor: number }>(
  "reseller_moves_before",
  `with ${ACCOUNTS}
   select account, sum(credit_minor - debit_minor)::bigint as "amountMinor"
     from accounts join money.account_month using (account_id)
    where month_on < $3::date
    group by account`,
);
