import { many } from "../../platform/index.ts";
import type { ChargeState, Purpose } from "../charge.ts";

/** A charge as it stands in a list. */
export interface ListedCharge {
  readonly rootId: string;
  readonly no: number;
  readonly purpose: Purpose;
  readonly subjectNo: number | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly state: ChargeState;
  readonly createdAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
  readonly provider: string | null;
  readonly method: string | null;
  readonly attemptState: string | null;
  readonly reason: string | null;
}

/**
 * A page of charges, the newest first, after the one that `$8` to `$10` name. `$3`: the provider of the
 * newest try; `$4`: its state; made from `$5` to `$6`; `$7`: whose
 * newest try is open and was started before then.
 */
export const pageOfCharges = many<ListedCharge>(
  "page_of_charges",
  `select c.root_id as "rootId", c.no, c.purpose, c.subject_no as "subjectNo",
          c.amount_minor as "amountMinor", c.currency, c.state, c.created_at as "createdAt",
          c.closed_at as "closedAt", a.provider, a.method, a.state as "attemptState", a.reason
     from money.charge c
     left join lateral (
       select provider, method, state, reason, started_at
         from money.attempt
        where root_id = c.root_id and about = 'charge' and about_no = c.no
        order by no desc
        limit 1
     ) a on true
    where ($1::text is null or c.state = $1)
      and ($2::text is null or c.purpose = $2)
      and ($3::text is null or a.provider = $3)
      and ($4::text is null or a.state = $4)
      and ($5::timestamptz is null or c.created_at >= $5)
      and ($6::timestamptz is null or c.created_at < $6)
      and ($7::timestamptz is null or (a.state in ('pending', 'unknown') and a.started_at < $7))
      and ($8::timestamptz is null or (c.created_at, c.root_id, c.no) < ($8, $9::text, $10::integer))
    order by c.created_at desc, c.root_id desc, c.no desc
    limit $11`,
);

/** A try as a person sees it. */
export interface ShownAttempt {
  readonly no: number;
  readonly provider: string;
  readonly method: string;
  readonly state: string;
  readonly reason: string | null;
  readonly providerRef: string | null;
  readonly startedAt: Temporal.Instant;
  readonly resolvedAt: Temporal.Instant | null;
  readonly asks: number;
}

/** The tries of a charge, the first first. */
export const attemptsOf = many<ShownAttempt>(
  "attempts_of_charge",
  `select no, provider, method, state, reason, provider_ref as "providerRef", started_at as "startedAt",
          resolved_at as "resolvedAt", asks
     from money.attempt
    where root_id = $1 and about = 'charge' and about_no = $2
    order by no`,
);

/** What was posted for a charge, by source. */
export const sourcesOf = many<{
  readonly source: string;
  readonly at: Temporal.Instant;
  readonly postings: number;
}>(
  "ledger_sources_of_charge",
  `select source, min(at) as at, count(*)::integer as postings
     from money.posting
    where root_id = $1 and charge_no = $2
    group by source
    order by min(no)`,
);

/** What the payer of a charge was told to write, and what has come. */
export const transferOf = many<{
  readonly reference: string;
  readonly iban: string;
  readonly bic: string | null;
  readonly holder: string;
  readonly paidMinor: number;
}>(
  "transfer_of_charge",
  `select reference, iban, bic, holder,
          (select coalesce(sum(allocated_minor), 0)::bigint from money.bank_credit as credit
            where credit.root_id = $1 and credit.charge_no = $2) as "paidMinor"
     from money.payment_reference
    where root_id = $1 and charge_no = $2`,
);
