import { many, maybeOne, type Queryable } from "../platform/index.ts";
import type { Charge } from "./charge.ts";
import type { ChargeLine } from "./ledger/index.ts";

const CHARGE = `charge.root_id as "rootId", charge.no, charge.purpose, charge.subject_no as "subjectNo",
  charge.amount_minor as "amountMinor", charge.currency, charge.state, charge.due_at as "dueAt",
  charge.closed_at as "closedAt",
  (select jsonb_build_object('no', attempt.no, 'method', attempt.method, 'state', attempt.state,
                             'reason', attempt.reason, 'nextUrl', attempt.next_url,
                             'transfer', case attempt.provider when 'bank' then (
                               select jsonb_build_object(
                                        'reference', told.reference, 'iban', told.iban, 'bic', told.bic,
                                        'holder', told.holder, 'paidMinor', (
                                          select coalesce(sum(credit.allocated_minor), 0)
                                            from money.bank_credit as credit
                                           where credit.root_id = charge.root_id
                                             and credit.charge_no = charge.no))
                                 from money.payment_reference as told
                                where told.root_id = charge.root_id and told.charge_no = charge.no) end,
                             'answered', attempt.answered_at is not null)
     from money.attempt
    where attempt.root_id = charge.root_id and attempt.about = 'charge'
      and attempt.about_no = charge.no
    order by attempt.no desc
    limit 1) as attempt`;

/**
 * Makes a charge with its lines (`$9`, a JSON list) under the lock of its root. No row: a live charge for the
 * same thing is there already.
 */
export const insertCharge = maybeOne<{ no: number }>(
  "insert_charge",
  `with made as (
     insert into money.charge
       (root_id, no, purpose, subject_no, amount_minor, currency, state, due_at, created_at, closed_at)
     select $1, 1 + coalesce((select max(no) from money.charge where root_id = $1), 0),
            $2, $3::integer, $4, $5, $6, $7, $8, case when $6 = 'open' then null else $8::timestamptz end
      where not exists (
        select from money.charge
         where root_id = $1 and purpose = $2 and subject_no is not distinct from $3::integer
           and state <> 'cancelled'
      )
     returning root_id, no
   ), lines as (
     insert into money.charge_line
       (root_id, charge_no, no, kind, programme, region, plan, quantity, net_minor, tax_minor, tax_kind,
        tax_country, tax_rate_basis_points)
     select made.root_id, made.no, row_number() over (), line.kind, line.programme, line.region, line.plan,
            line.quantity, line."netMinor", line."taxMinor", line."taxKind", line."taxCountry",
            line."taxRateBasisPoints"
       from made,
            jsonb_to_recordset($9::jsonb)
              as line(kind text, programme text, region text, plan text, quantity integer, "netMinor" bigint,
                      "taxMinor" bigint, "taxKind" text, "taxCountry" text,
                      "taxRateBasisPoints" integer)
   )
   select no from made`,
);

/** One charge with its newest attempt. */
export const chargeOf: (db: Queryable, rootId: unknown, no: unknown) => Promise<Charge | undefined> =
  maybeOne<Charge>("charge_of", `select ${CHARGE} from money.charge where root_id = $1 and no = $2`);

/** Charges (`$2` of the roots `$1`), each once, in any order. */
export const chargesNamed = many<Charge>(
  "charges_named",
  `select ${CHARGE}
     from (select distinct * from unnest($1::text[], $2::integer[])) as given(root_id, no)
     join money.charge on charge.root_id = given.root_id and charge.no = given.no`,
);

/** The charges of a root, the oldest first. */
export const chargesOf: (db: Queryable, rootId: unknown) => Promise<Charge[]> = many<Charge>(
  "charges_of",
  `select ${CHARGE} from money.charge where root_id = $1 order by no`,
);

/** A charge that was just captured, with what it was made of. */
export interface CapturedCharge
  extends Pick<Charge, "rootId" | "no" | "purpose" | "subjectNo" | "amountMinor" | "currency"> {
  readonly lines: readonly ChargeLine[];
}

/** Captures open charges (`$2` of the roots `$1`). A charge without a row is closed. */
export const closeCaptured = many<CapturedCharge>(
  "close_captured",
  `update money.charge
      set state = 'captured', closed_at = $3, version = version + 1
     from unnest($1::text[], $2::integer[]) as given(root_id, no)
    where charge.root_id = given.root_id and charge.no = given.no and state = 'open'
   returning charge.root_id as "rootId", charge.no, purpose,
             subject_no as "subjectNo", amount_minor as "amountMinor", currency,
             (select coalesce(jsonb_agg(jsonb_build_object(
                       'kind', line.kind, 'programme', line.programme, 'region', line.region,
                       'plan', line.plan, 'quantity', line.quantity, 'netMinor', line.net_minor,
                       'taxMinor', line.tax_minor, 'taxKind', line.tax_kind) order by line.no), '[]'::jsonb)
                from money.charge_line as line
               where line.root_id = charge.root_id and line.charge_no = charge.no) as lines`,
);

/** Gives up an open charge. No row: it is closed, or a try is open. */
export const giveUpCharge = maybeOne<{ no: number }>(
  "give_up_charge",
  `update money.charge
      set state = 'cancelled', closed_at = $3, version = version + 1
    where root_id = $1 and no = $2 and state = 'open'
      and not exists (
        select from money.attempt
         where root_id = $1 and about = 'charge' and about_no = $2 and state in ('pending', 'unknown')
      )
   returning no`,
);
