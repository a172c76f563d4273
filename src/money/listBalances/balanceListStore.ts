import { many } from "../../platform/index.ts";

/** What a payer has with us, and since when there is anything. */
export interface BalanceRow {
  readonly rootId: string;
  readonly chargeNo: number;
  readonly currency: string;
  readonly balanceMinor: number;
  readonly since: Temporal.Instant;
}

/**
 * Balances above nothing: `$1` of one party, `$2` in one currency, `$3` of so much at least. Each is of a
 * charge, on whose root all of its postings are: there is one since the last posting before which there was
 * nothing. To the millisecond, as a cursor has it.
 */
const BALANCES = `
  with held as (
    select account.party, account.currency, array_agg(distinct account.account_id) as accounts,
           sum(month.credit_minor - month.debit_minor)::bigint as balance
      from money.account
      join money.account_month as month using (account_id)
     where account.kind = 'payer_balance'
       and ($1::text is null or account.party = $1) and ($2::text is null or account.currency = $2)
     group by account.party, account.currency
    having sum(month.credit_minor - month.debit_minor) >= greatest(1, coalesce($3::bigint, 1))
  ), balance as (
    select split_part(held.party, '_', 2) as root_id, split_part(held.party, '_', 3)::integer as charge_no,
           held.currency, held.balance,
           (select date_trunc('milliseconds', step.at)
              from (select posting.no, posting.at, side.amount,
                           sum(side.amount) over (order by posting.no) - side.amount as before
                      from money.posting
                     cross join lateral (
                       select posting.amount_minor
                              * ((posting.credit_id = any(held.accounts))::integer
                                 - (posting.debit_id = any(held.accounts))::integer) as amount) as side
                     where posting.root_id = split_part(held.party, '_', 2)
                       and (posting.credit_id = any(held.accounts) or posting.debit_id = any(held.accounts))
                   ) as step
             where step.before <= 0
             order by step.no desc limit 1) as since
      from held
  )
  select root_id as "rootId", charge_no as "chargeNo", currency, balance as "balanceMinor", since
    from balance`;

/** The one there is for the longest time first: `$4` to `$6` the place before, `$7` the length. */
export const balancesBySince = many<BalanceRow>(
  "balances_by_since",
  `${BALANCES}
    where $4::timestamptz is null or (since, root_id, charge_no) > ($4, $5, $6::integer)
    order by since, root_id, charge_no
    limit $7`,
);

/** The largest first, in the minor units of whatever currency. */
export const balancesByAmount = many<BalanceRow>(
  "balances_by_amount",
  `${BALANCES}
    where $4::bigint is null or balance < $4 or (balance = $4 and (root_id, charge_no) > ($5, $6::integer))
    order by balance desc, root_id, charge_no
    limit $7`,
);
