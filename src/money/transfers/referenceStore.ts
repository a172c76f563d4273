import { effect, many, maybeOne, one } from "../../platform/index.ts";
import type { Receivable } from "./receivable.ts";

/** What was told to a charge's payer; made when they first choose to transfer. */
export const insertReference = effect(
  "insert_payment_reference",
  `insert into money.payment_reference (reference, root_id, charge_no, iban, bic, holder, created_at)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict do nothing`,
);

/** The charges of these references. */
export const chargesByReference = many<{
  readonly reference: string;
  readonly rootId: string;
  readonly chargeNo: number;
}>(
  "charges_by_reference",
  `select reference, root_id as "rootId", charge_no as "chargeNo"
     from money.payment_reference
    where reference = any($1::text[]) and charge_no is not null`,
);

/** What has come for a charge by transfer. */
export const paidSoFar = one<{ readonly paidMinor: number; readonly credits: number }>(
  "paid_so_far",
  `select coalesce(sum(allocated_minor), 0)::bigint as "paidMinor", count(*)::integer as credits
     from money.bank_credit where root_id = $1 and charge_no = $2 and allocated_minor > 0`,
);

const RECEIVABLE = `root_id as "rootId", charge_no as "chargeNo", reference, amount_minor as "amountMinor",
  currency, paid_minor as "paidMinor", invoiced_at as "invoicedAt", due_on as "dueOn"`;

export const insertReceivable = effect(
  "insert_receivable",
  `insert into money.receivable
     (root_id, charge_no, reference, amount_minor, currency, invoiced_at, due_on, reseller_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

export const receivableOf = maybeOne<Receivable>(
  "receivable_of",
  `select ${RECEIVABLE} from money.receivable where root_id = $1 and charge_no = $2`,
);

/** Notes what was paid of a receivable; it is paid when nothing is missing. */
export const payReceivable = maybeOne<Receivable>(
  "pay_receivable",
  `update money.receivable
      set paid_minor = paid_minor + $3,
          paid_at = case when paid_minor + $3 = amount_minor then $4::timestamptz end
    where root_id = $1 and charge_no = $2 and paid_at is null
   returning ${RECEIVABLE}`,
);

/** A page of what is still to be paid, the longest overdue first, after the one that `$2` to `$4` name. */
export const pageOfReceivables = many<Receivable>(
  "page_of_receivables",
  `select ${RECEIVABLE}
     from money.receivable
    where paid_at is null
      and ($1::date is null or due_on < $1)
      and ($2::date is null or (due_on, root_id, charge_no) > ($2, $3::text, $4::integer))
    order by due_on, root_id, charge_no
    limit $5`,
);
