import { effect, many, one } from "../../platform/index.ts";
import type { Account } from "./account.ts";

/** Which of these accounts are there. */
export const accountsThere = many<Required<Account> & { readonly accountId: number }>(
  "accounts_there",
  `select account_id as "accountId", programme, region, currency, kind, party
     from money.account
    where account_id = any($1::bigint[])`,
);

/**
 * Makes accounts that are not there yet, in the order of their ids: two who make the same ones do not wait in
 * a ring.
 */
export const makeAccounts = effect(
  "make_accounts",
  `insert into money.account (account_id, programme, region, currency, kind, party)
   select *
     from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
            as made(account_id, programme, region, currency, kind, party)
    order by account_id
   on conflict do nothing`,
);

/**
 * Writes postings and adds them to the sums of their accounts. Each root is locked by the caller, so the last
 * number that is read is the last there is. The sums are written in the order of accounts: writers never wait
 * for each other in a ring. A source that was posted before breaks a key, and with it the transaction.
 */
export const insertPostings = effect(
  "insert_postings",
  `with given as (
     select given.*, date_trunc('month', at at time zone 'UTC')::date as month_on,
            row_number() over (partition by root_id order by place) as step
       from unnest($1::text[], $2::text[], $3::smallint[], $4::timestamptz[], $5::bigint[], $6::bigint[],
                   $7::bigint[], $8::text[], $9::integer[], $10::integer[], $11::smallint[])
              with ordinality as given(root_id, source, part, at, debit_id, credit_id, amount_minor, currency,
                                       charge_no, sale_no, slice, place)
   ), last as (
     select root_id, coalesce((select max(no) from money.posting as p where p.root_id = r.root_id), 0) as no
       from (select distinct root_id from given) as r
   ), posted as (
     insert into money.posting (root_id, no, source, part, at, debit_id, credit_id, amount_minor, currency,
                                charge_no, sale_no)
     select root_id, last.no + step, source, part, at, debit_id, credit_id, amount_minor, currency,
            charge_no, sale_no
       from given join last using (root_id)
      order by place
   )
   insert into money.account_month as month (account_id, month_on, slice, debit_minor, credit_minor, postings)
   select account_id, month_on, slice, sum(debit), sum(credit), count(*)
     from (
       select debit_id as account_id, month_on, slice, amount_minor as debit, 0 as credit from given
       union all
       select credit_id, month_on, slice, 0, amount_minor from given
     ) as sides
    group by account_id, month_on, slice
    order by account_id, month_on, slice
   on conflict (account_id, month_on, slice) do update
     set debit_minor = month.debit_minor + excluded.debit_minor,
         credit_minor = month.credit_minor + excluded.credit_minor,
         postings = month.postings + excluded.postings`,
);

/** What was ever debited and credited to an account. */
export const sumsOfAccount = one<{ readonly debitMinor: number; readonly creditMinor: number }>(
  "sums_of_account",
  `select coalesce(sum(debit_minor), 0)::bigint as "debitMinor",
          coalesce(sum(credit_minor), 0)::bigint as "creditMinor"
     from money.account_month
    where account_id = $1`,
);
