import { many } from "../../platform/index.ts";

/** A posting as it is shown: its accounts by kind and party. */
export interface PostingShown {
  readonly source: string;
  readonly at: Temporal.Instant;
  readonly debit: string;
  readonly credit: string;
  readonly amountMinor: number;
  readonly currency: string;
}

const NAME = (account: string): string =>
  `${account}.kind || case when ${account}.party = '' then '' else ':' || ${account}.party end`;

/** What was posted for a refund, in order. */
export const postingsOfRefund = many<PostingShown>(
  "postings_of_refund",
  `select posting.source, posting.at, ${NAME("debit")} as debit, ${NAME("credit")} as credit,
          posting.amount_minor as "amountMinor", posting.currency
     from money.posting
     join money.account as debit on debit.account_id = posting.debit_id
     join money.account as credit on credit.account_id = posting.credit_id
    where posting.root_id = $1 and posting.source like 'refund/' || $2::integer || '/%'
    order by posting.no`,
);
