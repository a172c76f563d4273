import { many, maybeOne, one, type Queryable } from "../platform/index.ts";
import type { AttemptState, Charge } from "./charge.ts";

const CHARGE = `charge.root_id as "rootId", charge.no, charge.purpose, charge.subject_no as "subjectNo",
  charge.amount_minor as "amountMinor", charge.currency, charge.state, charge.due_at as "dueAt",
  charge.closed_at as "closedAt",
  (select jsonb_build_object('no', attempt.no, 'method', attempt.method, 'state', attempt.state,
                             'reason', attempt.reason, 'answered', attempt.answered_at is not null)
     from money.attempt
    where attempt.root_id = charge.root_id and attempt.charge_no = charge.no
    order by attempt.no desc
    limit 1) as attempt`;

/** Makes a charge under the lock of its root. No row: a live charge for the same thing is there already. */
export const insertCharge = maybeOne<{ no: number }>(
  "insert_charge",
  `insert into money.charge
     (root_id, no, purpose, subject_no, amount_minor, currency, state, due_at, created_at, closed_at)
   select $1, 1 + coalesce((select max(no) from money.charge where root_id = $1), 0),
          $2, $3::integer, $4, $5, $6, $7, $8, case when $6 = 'open' then null else $8::timestamptz end
    where not exists (
      select from money.charge
       where root_id = $1 and purpose = $2 and subject_no is not distinct from $3::integer
         and state <> 'cancelled'
    )
   returning no`,
);

/** One charge with its newest attempt. */
export const chargeOf: (db: Queryable, rootId: unknown, no: unknown) => Promise<Charge | undefined> =
  maybeOne<Charge>("charge_of", `select ${CHARGE} from money.charge where root_id = $1 and no = $2`);

/** The charges of a root, the oldest first. */
export const chargesOf: (db: Queryable, rootId: unknown) => Promise<Charge[]> = many<Charge>(
  "charges_of",
  `select ${CHARGE} from money.charge where root_id = $1 order by no`,
);

/** An open try with what its provider needs to know. */
export interface OpenAttempt {
  readonly key: string;
  readonly provider: string;
  readonly method: string;
  readonly state: AttemptState;
  readonly amountMinor: number;
  readonly currency: string;
  readonly asks: number;
  readonly startedAt: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
}

const OPEN_ATTEMPT = `attempt.key, attempt.provider, attempt.method, attempt.state, attempt.asks,
  attempt.started_at as "startedAt", attempt.answered_at as "answeredAt",
  charge.amount_minor as "amountMinor", charge.currency`;

/**
 * Locks a charge until the transaction ends, after its root; answers with one of its tries if that is still
 * open.
 */
export const lockOpenAttempt = maybeOne<Pick<Charge, "purpose" | "subjectNo"> & OpenAttempt>(
  "lock_open_attempt",
  `select charge.purpose, charge.subject_no as "subjectNo", ${OPEN_ATTEMPT}
     from money.charge
     join money.attempt on charge.root_id = attempt.root_id and charge.no = attempt.charge_no
    where attempt.root_id = $1 and attempt.charge_no = $2 and attempt.no = $3
      and attempt.state in ('pending', 'unknown')
      for update`,
);

/** Starts a try under the lock of the root. No row: the charge is closed, or another try is open. */
export const insertAttempt = maybeOne<{ no: number }>(
  "insert_attempt",
  `insert into money.attempt (root_id, charge_no, no, key, provider, method, state, started_at)
   select $1::text, $2::integer, next.no, 'chg_' || $1::text || '_' || $2::integer || '_' || next.no,
          $3, $4, 'pending', $5
     from (
       select 1 + coalesce(max(no), 0) as no from money.attempt where root_id = $1 and charge_no = $2
     ) as next
    where exists (select from money.charge where root_id = $1 and no = $2 and state = 'open')
      and not exists (
        select from money.attempt
         where root_id = $1 and charge_no = $2 and state in ('pending', 'unknown', 'succeeded')
      )
   returning no`,
);

/** A try that is still open; undefined when it was resolved. */
export const openAttempt = maybeOne<OpenAttempt>(
  "open_attempt",
  `select ${OPEN_ATTEMPT}
     from money.attempt
     join money.charge on charge.root_id = attempt.root_id and charge.no = attempt.charge_no
    where attempt.root_id = $1 and attempt.charge_no = $2 and attempt.no = $3
      and attempt.state in ('pending', 'unknown')`,
);

/**
 * Notes that the provider is about to be called. No row: somebody noted it before, so the provider is asked
 * instead.
 */
export const noteCall = maybeOne<{ no: number }>(
  "note_provider_call",
  `update money.attempt
      set called_at = $4
    where root_id = $1 and charge_no = $2 and no = $3 and called_at is null
   returning no`,
);

/**
 * Writes what the provider said about an open try. `$4` is its new state; when that is `succeeded` the open
 * charge is captured and the provider's reference is kept, once for ever. No row: the try was resolved, or
 * the charge closed.
 */
export const saveOutcome = maybeOne<{ asks: number }>(
  "save_payment_outcome",
  `with captured as (
     update money.charge
        set state = 'captured', closed_at = $7, version = version + 1
      where root_id = $1 and no = $2 and state = 'open' and $4::text = 'succeeded'
        and exists (
          select from money.attempt
           where root_id = $1 and charge_no = $2 and no = $3 and state in ('pending', 'unknown')
        )
     returning no
   ), saved as (
     update money.attempt
        set state = $4::text, provider_ref = coalesce($5, provider_ref), reason = $6,
            answered_at = $7::timestamptz, asks = asks + 1,
            resolved_at = case when $4::text in ('succeeded', 'failed') then $7::timestamptz end
      where root_id = $1 and charge_no = $2 and no = $3 and state in ('pending', 'unknown')
        and ($4::text <> 'succeeded' or exists (select from captured))
     returning asks, provider, provider_ref, state
   ), kept as (
     insert into money.provider_ref (provider, provider_ref, root_id, charge_no, attempt_no)
     select provider, provider_ref, $1, $2, $3 from saved where state = 'succeeded'
   )
   select asks from saved`,
);

/** Gives up an open charge. No row: it is closed, or a try is open. */
export const giveUpCharge = maybeOne<{ no: number }>(
  "give_up_charge",
  `update money.charge
      set state = 'cancelled', closed_at = $3, version = version + 1
    where root_id = $1 and no = $2 and state = 'open'
      and not exists (
        select from money.attempt where root_id = $1 and charge_no = $2 and state in ('pending', 'unknown')
      )
   returning no`,
);

/** A payment in the books of the test provider. */
export interface TestPayment {
  readonly providerRef: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly outcome: "succeeded" | "failed" | "pending";
}

const TEST_PAYMENT = `provider_ref as "providerRef", amount_minor as "amountMinor", currency, outcome`;

const bookTestPayment = one<TestPayment>(
  "book_test_payment",
  `insert into money.test_payment (key, provider_ref, method, amount_minor, currency, outcome, created_at)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (key) do update set asked = test_payment.asked + 1
   returning ${TEST_PAYMENT}`,
);

/** Books a payment, or answers with the one that was booked for this key before. */
export function insertTestPayment(
  db: Queryable,
  row: TestPayment & { readonly key: string; readonly method: string; readonly at: Temporal.Instant },
): Promise<TestPayment> {
  const { key, providerRef, method, amountMinor, currency, outcome, at } = row;
  return bookTestPayment(db, key, providerRef, method, amountMinor, currency, outcome, at);
}

/** What the test provider has on a key. A pending payment settles when it is asked about. */
export const askTestPayment = maybeOne<TestPayment>(
  "ask_test_payment",
  `update money.test_payment
      set asked = asked + 1, outcome = case when outcome = 'pending' then 'succeeded' else outcome end
    where key = $1
   returning ${TEST_PAYMENT}`,
);
