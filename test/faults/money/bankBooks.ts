import { ownerQuery } from "../../support/ownerQuery.ts";

/** What the test bank holds for us by its own books, and our clearing account with it, where they differ. */
export interface BookGap {
  readonly currency: string;
  readonly bankMinor: number;
  readonly ledgerMinor: number;
}

const GAPS = `
  with bank as (
    select currency, sum(case about when 'charge' then amount_minor when 'capture' then amount_minor
                                    when 'refund' then -amount_minor else 0 end) as minor
      from money.test_payment
     where outcome = 'succeeded'
     group by currency
  ), ledger as (
    select account.currency, sum(case when account.account_id = posting.debit_id
                                      then posting.amount_minor else -posting.amount_minor end) as minor
      from money.posting
      join money.account on account.account_id in (posting.debit_id, posting.credit_id)
     where account.kind = 'clearing' and account.party = 'test'
     group by account.currency
  )
  select currency, coalesce(bank.minor, 0)::integer as "bankMinor",
         coalesce(ledger.minor, 0)::integer as "ledgerMinor"
    from bank full join ledger using (currency)
   where coalesce(bank.minor, 0) <> coalesce(ledger.minor, 0)`;

/** The gaps; none: to the smallest unit, what the bank moved is what the ledger says it moved. */
export async function gapsToBank(database: { readonly address: object }): Promise<BookGap[]> {
  return await ownerQuery<BookGap>(database, GAPS);
}
