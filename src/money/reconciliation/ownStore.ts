import { many } from "../../platform/index.ts";
import type { OurRow } from "./comparison.ts";

const TRY = `
  select a.key, case a.about when 'refund' then 'refund' else 'payment' end as entry,
         a.provider_ref as reference,
         case a.about when 'charge' then c.amount_minor when 'refund' then r.amount_minor - r.settled_minor
              else coalesce(h.ordered_minor, h.amount_minor) end as "amountMinor",
         coalesce(c.currency, r.currency, h.currency) as currency,
         coalesce(a.resolved_at, a.started_at) as at,
         case a.state when 'succeeded' then 'done' when 'failed' then 'failed' else 'open' end as state,
         coalesce(l.programme, held.programme, 'none') as programme,
         coalesce(l.region, held.region, 'none') as region,
         0 as "feeMinor"
    from money.attempt as a
    left join money.charge as c on a.about = 'charge' and c.root_id = a.root_id and c.no = a.about_no
    left join money.refund as r on a.about = 'refund' and r.root_id = a.root_id and r.no = a.about_no
    left join money.authorisation as h on a.about = 'capture' and h.root_id = a.root_id and h.no = a.about_no
    left join money.hold as held on held.root_id = h.root_id and held.no = h.hold_no
    left join lateral (
      select programme, region from (
        select programme, region, no from money.charge_line as l
         where l.root_id = a.root_id and l.charge_no = c.no
        union all
        select programme, region, no from money.refund_line as l
         where l.root_id = a.root_id and l.refund_no = r.no) as lines
       order by no limit 1) as l on true`;

/**
 * What moved by a provider (`$1`) from `$2` to before `$3`, and whatever else these references of theirs
 * (`$4`) or our keys (`$5`: root, about, number, try) name.
 */
export const triesOf = many<OurRow>(
  "tries_to_reconcile",
  `with wanted as (
     select root_id, about, about_no, no from money.attempt
      where provider = $1 and state = 'succeeded' and resolved_at >= $2 and resolved_at < $3
     union
     select root_id, about, about_no, attempt_no from money.provider_ref
      where provider = $1 and provider_ref = any($4::text[])
     union
     select a.root_id, a.about, a.about_no, a.no
       from jsonb_to_recordset($5::jsonb) as k("rootId" text, about text, no integer, "attemptNo" integer)
       join money.attempt as a
         on a.root_id = k."rootId" and a.about = k.about and a.about_no = k.no and a.no = k."attemptNo"
      where a.provider = $1
   )
   ${TRY}
    where (a.root_id, a.about, a.about_no, a.no) in (select * from wanted)
      and a.about in ('charge', 'refund', 'capture')
    order by a.key`,
);

/** Disputes a provider told of since `$2`, and the end of those that were won. */
export const disputesOf = many<OurRow>(
  "disputes_to_reconcile",
  `select 'dsp_' || d.root_id || '_' || d.no || way.suffix as key, way.entry, d.provider_ref as reference,
          d.amount_minor as "amountMinor", d.currency, way.at, 'done' as state,
          coalesce(l.programme, 'none') as programme, coalesce(l.region, 'none') as region,
          case when d.state = 'opened' then null when way.entry = 'dispute' then d.fee_minor else 0
            end as "feeMinor"
     from money.dispute as d
     cross join lateral (
       select 'dispute' as entry, '' as suffix, d.opened_at as at
       union all
       select 'dispute_won', '_won', d.closed_at where d.state = 'won') as way
     left join lateral (
       select programme, region from money.charge_line as l
        where l.root_id = d.root_id and l.charge_no = d.charge_no order by no limit 1) as l on true
    where d.provider = $1 and (way.at >= $2 or d.provider_ref = any($3::text[]))`,
);

/** References of payments that are ours. */
export const ownReferences = many<{ readonly reference: string }>(
  "own_payment_references",
  `select provider_ref as reference from money.provider_ref
    where provider = $1 and provider_ref = any($2::text[])`,
);

/** What came to our bank and what left it by a person's transfer since `$1`, as we have it. */
export const bankRows = many<OurRow>(
  "bank_rows_to_reconcile",
  `select 'crd_' || credit_id as key, 'credit' as entry, null as reference, amount_minor as "amountMinor",
          currency, booked_on::timestamp at time zone 'UTC' as at, 'done' as state, 'none' as programme,
          'none' as region, 0 as "feeMinor"
     from money.bank_credit where booked_on >= $1::date or credit_id = any($2::text[])
   union all
   select 'rfd_' || r.root_id || '_' || r.no, 'debit', r.reference, r.amount_minor - r.settled_minor,
          r.currency, r.closed_at,
          'done', coalesce(l.programme, 'none'), coalesce(l.region, 'none'), 0
     from money.refund as r
     left join lateral (
       select programme, region from money.refund_line as l
        where l.root_id = r.root_id and l.refund_no = r.no order by no limit 1) as l on true
    where r.state = 'paid' and r.means = 'transfer' and r.closed_at >= $1::date`,
);

/** Which of these references we told payers. */
export const referencesTold = many<{ readonly reference: string }>(
  "payment_references_told",
  "select reference from money.payment_reference where reference = any($1::text[])",
);

/** Money at our bank that is nobody's payment, booked since `$1`: what a provider paid out is among it. */
export const unallocatedCredits = many<{
  readonly creditId: string;
  readonly reference: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly bookedOn: Temporal.PlainDate;
}>(
  "credits_unallocated",
  `select credit_id as "creditId", reference, amount_minor as "amountMinor", currency, booked_on as "bookedOn"
     from money.bank_credit where state in ('unallocated', 'paid_out') and created_at >= $1`,
);

/** Invoices that were to be paid before `$1` and are not. */
export const overdueInvoices = many<{
  readonly rootId: string;
  readonly chargeNo: number;
  readonly missingMinor: number;
  readonly currency: string;
  readonly dueOn: Temporal.PlainDate;
}>(
  "invoices_overdue",
  `select root_id as "rootId", charge_no as "chargeNo", amount_minor - paid_minor as "missingMinor", currency,
          due_on as "dueOn"
     from money.receivable where paid_at is null and due_on < $1`,
);

/** The programmes these books are of. */
export const programmesHere = many<{ readonly programme: string }>(
  "programmes_in_books",
  "select distinct programme from money.account",
);

/** What each clearing account of a provider holds. */
export const clearingOf = many<{
  readonly programme: string;
  readonly region: string;
  readonly currency: string;
  readonly balanceMinor: number;
}>(
  "clearing_balances_of",
  `select a.programme, a.region, a.currency,
          coalesce(sum(m.debit_minor - m.credit_minor), 0)::bigint as "balanceMinor"
     from money.account as a
     left join money.account_month as m using (account_id)
    where a.kind = 'clearing' and a.party = $1
    group by a.programme, a.region, a.currency
    order by a.programme, a.region, a.currency`,
);

/**
 * The same as of their last report: without what moved after its last day, or after it was made. What its
 * lines had posted counts whenever that was.
 */
export const clearingAsReported = many<{ readonly currency: string; readonly balanceMinor: number }>(
  "clearing_balances_as_reported",
  `with told as (
     select least(made_at, (to_on + 1)::timestamp at time zone 'UTC') as until
       from money.report where kind = 'provider' and party = $1
      order by to_on desc, made_at desc limit 1
   )
   select a.currency,
          coalesce((select sum(m.debit_minor - m.credit_minor) from money.account_month as m
                     where m.account_id = a.account_id), 0)::bigint
          - coalesce((select sum(p.amount_minor) from money.posting as p, told
                       where p.debit_id = a.account_id and p.at > told.until
                         and p.source not like 'report_line/%'), 0)::bigint
          + coalesce((select sum(p.amount_minor) from money.posting as p, told
                       where p.credit_id = a.account_id and p.at > told.until
                         and p.source not like 'report_line/%'), 0)::bigint as "balanceMinor"
     from money.account as a
    where a.kind = 'clearing' and a.party = $1`,
);

/** Whether a line is of a report that a person sent. */
const SENT = (line: string): string =>
  `exists (select from money.report where report.report_id = ${line}.report_id and report.origin = 'sent')`;

/** Whether a line `l` was sent and tells again what their own books tell: it counts once. */
const ECHO = `(${SENT("l")} and exists (
  select from money.report_line as own
   where own.kind = l.kind and own.party = l.party and own.gone_at is null and not ${SENT("own")}
     and own.entry = l.entry
     and (own.our_key = l.our_key or (own.reference = l.reference and l.reference <> ''))))`;

/** What a provider owes us by its own lines, by currency; a payout counts once it has come. */
export const owedBy = many<{ readonly currency: string; readonly owedMinor: number }>(
  "owed_by_provider",
  `select l.currency,
          sum(case when ${ECHO} then 0 else
                case l.entry when 'payment' then l.amount_minor when 'dispute_won' then l.amount_minor
                             when 'fee' then 0 when 'payout' then case when l.posted_at is null then 0
                               else -l.amount_minor end
                             else -l.amount_minor end end
              - case when l.entry = 'fee' then case when l.posted_at is null then 0 else l.amount_minor end
                     when l.entry = 'dispute' then case when exists (
                       select from money.dispute as d
                        where d.provider = l.party and d.provider_ref = l.reference and d.state <> 'opened')
                       then l.fee_minor else 0 end
                     else case when l.posted_at is null or l.entry = 'payout' then 0 else l.fee_minor
                     end end)::bigint as "owedMinor"
     from money.report_line as l
    where l.kind = 'provider' and l.party = $1 and l.gone_at is null
    group by l.currency`,
);
