import { many, one } from "../../platform/index.ts";
import type { Account } from "./account.ts";
import type { Sale } from "./sale.ts";
import { SALE } from "./saleStore.ts";

/** An account with what went through it. */
export interface AccountRow extends Required<Account> {
  readonly accountId: number;
  readonly debitMinor: number;
  readonly creditMinor: number;
  readonly postings: number;
}

/**
 * A page of accounts by their names, with their sums: all of them, or up to the instant `$8` in the month
 * `$7`, from the months before and the postings of that one.
 */
export const pageOfAccounts = many<AccountRow>(
  "page_of_accounts",
  `select a.account_id as "accountId", a.programme, a.region, a.currency, a.kind, a.party,
          coalesce(s.debit, 0)::bigint as "debitMinor", coalesce(s.credit, 0)::bigint as "creditMinor",
          coalesce(s.postings, 0)::bigint as postings
     from money.account as a
     left join lateral (
       select sum(debit) as debit, sum(credit) as credit, sum(postings) as postings
         from (
           select m.debit_minor as debit, m.credit_minor as credit, m.postings
             from money.account_month as m
            where m.account_id = a.account_id and ($7::date is null or m.month_on < $7)
           union all
           select p.amount_minor, 0, 1 from money.posting as p
            where p.debit_id = a.account_id and p.at >= $7::timestamp at time zone 'UTC' and p.at <= $8
           union all
           select 0, p.amount_minor, 1 from money.posting as p
            where p.credit_id = a.account_id and p.at >= $7::timestamp at time zone 'UTC' and p.at <= $8
         ) as parts
     ) as s on true
    where ($1::text is null or a.kind = $1) and ($2::text is null or a.programme = $2)
      and ($3::text is null or a.region = $3) and ($4::text is null or a.currency = $4)
      and ($5::text is null or a.party = $5) and ($10::bigint is null or a.account_id = $10)
      and ($6::bigint is null or (a.kind, a.programme, a.region, a.currency, a.party) >
             (select o.kind, o.programme, o.region, o.currency, o.party
                from money.account as o where o.account_id = $6))
    order by a.kind, a.programme, a.region, a.currency, a.party
    limit $9`,
);

/** A posting with the two accounts it moved between. */
export interface PostingRow {
  readonly rootId: string;
  readonly no: number;
  readonly source: string;
  readonly part: number;
  readonly at: Temporal.Instant;
  readonly amountMinor: number;
  readonly chargeNo: number | null;
  readonly saleNo: number | null;
  readonly debit: Required<Account> & { readonly accountId: number };
  readonly credit: Required<Account> & { readonly accountId: number };
}

const SIDE = (side: string): string =>
  `jsonb_build_object('accountId', ${side}.account_id, 'programme', ${side}.programme,
                      'region', ${side}.region, 'currency', ${side}.currency,
                      'kind', ${side}.kind, 'party', ${side}.party)`;
const POSTING = `p.root_id as "rootId", p.no, p.source, p.part, p.at, p.amount_minor as "amountMinor",
  p.charge_no as "chargeNo", p.sale_no as "saleNo", ${SIDE("d")} as debit, ${SIDE("c")} as credit`;
const WITH_ACCOUNTS = `join money.account as d on d.account_id = p.debit_id
     join money.account as c on c.account_id = p.credit_id`;

/**
 * A page of the postings of a root in their order, after the number `$6`: of a source, of a charge, of a sale
 * with what its charge was posted with.
 */
export const postingsOfRoot = many<PostingRow>(
  "postings_of_root",
  `select ${POSTING}
     from money.posting as p ${WITH_ACCOUNTS}
    where p.root_id = $1 and p.no > $6
      and ($2::text is null or p.source = $2) and ($3::integer is null or p.charge_no = $3)
      and ($4::integer is null or p.sale_no = $4 or (p.sale_no is null and p.charge_no = (
            select s.charge_no from money.sale as s where s.root_id = $1 and s.no = $4)))
    order by p.no
    limit $5`,
);

/**
 * A page of the postings of an account, the newest first, before a place in that order, within two
 * instants.
 */
export const postingsOfAccount = many<PostingRow>(
  "postings_of_account",
  `select ${POSTING}
     from (
       (select * from money.posting as p
         where p.debit_id = $1 and p.at >= $2 and p.at <= $3
           and (p.at, p.root_id, p.no) < ($4, $5::text, $6::integer)
         order by p.at desc, p.root_id desc, p.no desc limit $7)
       union all
       (select * from money.posting as p
         where p.credit_id = $1 and p.at >= $2 and p.at <= $3
           and (p.at, p.root_id, p.no) < ($4, $5::text, $6::integer)
         order by p.at desc, p.root_id desc, p.no desc limit $7)
     ) as p ${WITH_ACCOUNTS}
    order by p.at desc, p.root_id desc, p.no desc
    limit $7`,
);

/** Whether there is an account of this id. */
export const accountIsThere = one<{ readonly isThere: boolean }>(
  "account_is_there",
  `select exists (select from money.account where account_id = $1) as "isThere"`,
);

/** What plans of one kind were sold for in a time and before it, and what became of that. */
export interface EarningsRow {
  readonly programme: string;
  readonly plan: string;
  readonly region: string;
  readonly currency: string;
  readonly sales: number;
  readonly sold: number;
  readonly earned: number;
  readonly refunded: number;
  readonly openedWith: number;
}

/**
 * Earnings by plan, region and currency from `$1` on and before `$2`, with what was deferred at the first.
 */
export const earningsBetween = many<EarningsRow>(
  "earnings_between",
  `with sold as (
     select programme, plan, region, currency, count(*) filter (where sold_at >= $1) as sales,
            coalesce(sum(net_minor) filter (where sold_at >= $1), 0) as sold,
            coalesce(sum(net_minor) filter (where sold_at < $1), 0) as sold_before
       from money.sale
      where sold_at < $2 and ($3::text is null or programme = $3) and ($4::text is null or plan = $4)
        and ($5::text is null or region = $5) and ($6::text is null or currency = $6)
      group by programme, plan, region, currency
   ), posted as (
     select p.root_id, p.sale_no, p.at, p.amount_minor as amount,
            c.kind = 'earned_revenue' as into_earned, d.kind = 'earned_revenue' as out_of_earned,
            c.kind in ('deferred_revenue', 'earned_revenue') as into_plan,
            d.kind in ('deferred_revenue', 'earned_revenue') as out_of_plan
       from money.posting as p
       join money.account as d on d.account_id = p.debit_id
       join money.account as c on c.account_id = p.credit_id
      where p.sale_no is not null and p.at < $2
   ), moved as (
     select s.programme, s.plan, s.region, s.currency, p.at >= $1 as is_within,
            case when into_earned then amount when out_of_earned then -amount else 0 end as earned,
            case when into_plan = out_of_plan then 0 when out_of_plan then amount else -amount end as refunded
       from posted as p
       join money.sale as s on s.root_id = p.root_id and s.no = p.sale_no
   ), became as (
     select programme, plan, region, currency,
            sum(earned) filter (where is_within) as earned,
            sum(refunded) filter (where is_within) as refunded,
            sum(earned + refunded) filter (where not is_within) as gone_before
       from moved
      group by programme, plan, region, currency
   )
   select programme, plan, region, currency, sales, sold::bigint as sold,
          coalesce(earned, 0)::bigint as earned, coalesce(refunded, 0)::bigint as refunded,
          (sold_before - coalesce(gone_before, 0))::bigint as "openedWith"
     from sold left join became using (programme, plan, region, currency)
    order by programme, plan, region, currency`,
);

/**
 * A page of sales, the newest first, before a place in that order (`$8` to `$10`), sold within two
 * instants.
 */
export const pageOfSales = many<Sale>(
  "page_of_sales",
  `select ${SALE}
     from money.sale
    where ($1::text is null or programme = $1) and ($2::text is null or plan = $2)
      and ($3::text is null or region = $3) and ($4::text is null or currency = $4)
      and ($5::text is null or state = $5)
      and ($6::timestamptz is null or sold_at >= $6) and ($7::timestamptz is null or sold_at < $7)
      and ($8::timestamptz is null or (sold_at, root_id, no) < ($8, $9::text, $10::integer))
    order by sold_at desc, root_id desc, no desc
    limit $11`,
);
