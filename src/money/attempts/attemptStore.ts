import { many, maybeOne } from "../../platform/index.ts";
import type { About } from "../matter.ts";
import type { AttemptState } from "./attempt.ts";

/** An open try as it stands. */
export interface OpenAttempt {
  readonly about: About;
  readonly key: string;
  readonly provider: string;
  readonly method: string;
  readonly state: AttemptState;
  readonly reason: string | null;
  readonly asks: number;
  readonly startedAt: Temporal.Instant;
  /** When its provider was first called; null when it has heard nothing yet. */
  readonly calledAt: Temporal.Instant | null;
  readonly answeredAt: Temporal.Instant | null;
  /** What the provider has called it so far. */
  readonly providerRef: string | null;
}

const OPEN_ATTEMPT = `about, key, provider, method, state, reason, asks, started_at as "startedAt",
  called_at as "calledAt", answered_at as "answeredAt", provider_ref as "providerRef"`;
const OF_TRY = "root_id = $1 and about = $2 and about_no = $3 and no = $4";
const IS_OPEN = "state in ('pending', 'unknown')";

/** Starts a try under the lock of the root. No row: another try is open, or one has succeeded. */
export const insertAttempt = maybeOne<{ no: number }>(
  "insert_attempt",
  `insert into money.attempt (root_id, about, about_no, no, key, provider, method, state, started_at)
   select $1::text, $2::text, $3::integer, next.no,
          $4::text || '_' || $1::text || '_' || $3::integer || '_' || next.no, $5, $6, 'pending', $7
     from (
       select 1 + coalesce(max(no), 0) as no
         from money.attempt
        where root_id = $1 and about = $2 and about_no = $3
     ) as next
    where not exists (
      select from money.attempt
       where root_id = $1 and about = $2 and about_no = $3 and state in ('pending', 'unknown', 'succeeded')
    )
   returning no`,
);

const GIVEN = `unnest($1::text[], $2::text[], $3::integer[], $4::integer[])
          with ordinality as given(root_id, about, about_no, no, place)`;

/** Those of these tries that are still open, by their places in the lists, from 1 on. */
export const openAttempts = many<OpenAttempt & { readonly place: number }>(
  "open_attempts",
  `select given.place, ${OPEN_ATTEMPT}
     from ${GIVEN}
     join money.attempt using (root_id, about, about_no, no)
    where ${IS_OPEN}
    order by given.place`,
);

/** Locks a try, after its root, if it is still open. */
export const lockOpenAttempt = maybeOne<OpenAttempt>(
  "lock_open_attempt",
  `select ${OPEN_ATTEMPT} from money.attempt where ${OF_TRY} and ${IS_OPEN} for update`,
);

/**
 * Notes that the provider is about to be called. No row: somebody noted it before, so the provider is asked
 * instead.
 */
export const noteCall = maybeOne<{ no: number }>(
  "note_provider_call",
  `update money.attempt set called_at = $5 where ${OF_TRY} and called_at is null returning no`,
);

/** The same of several: a place in the lists that is not answered was noted before. */
export const noteCalls = many<{ readonly place: number }>(
  "note_provider_calls",
  `with locked as (
     select place, root_id, about, about_no, no
       from ${GIVEN}
       join money.attempt using (root_id, about, about_no, no)
      where called_at is null
      order by root_id, about, about_no, no
        for update of attempt
   )
   update money.attempt set called_at = $5
     from locked
    where attempt.root_id = locked.root_id and attempt.about = locked.about
      and attempt.about_no = locked.about_no and attempt.no = locked.no and called_at is null
   returning locked.place`,
);

/**
 * Writes that providers did what open tries are about, with their references (`$5`), under the locks of their
 * roots. A place in the lists that is not answered was resolved before.
 */
export const saveSuccesses = many<
  Pick<OpenAttempt, "provider" | "method" | "providerRef"> & { readonly place: number }
>(
  "save_attempt_successes",
  `with saved as (
     update money.attempt
        set state = 'succeeded', provider_ref = coalesce(given.ref, provider_ref), reason = null,
            next_url = null, answered_at = $6::timestamptz, asks = asks + 1, resolved_at = $6::timestamptz
       from unnest($1::text[], $2::text[], $3::integer[], $4::integer[], $5::text[])
              with ordinality as given(root_id, about, about_no, no, ref, place)
      where attempt.root_id = given.root_id and attempt.about = given.about
        and attempt.about_no = given.about_no and attempt.no = given.no and ${IS_OPEN}
     returning place, attempt.root_id, attempt.about, attempt.about_no, attempt.no, provider, method,
               provider_ref
   ), kept as (
     insert into money.provider_ref (provider, provider_ref, about, root_id, about_no, attempt_no)
     select provider, provider_ref, about, root_id, about_no, no from saved
   )
   select place, provider, method, provider_ref as "providerRef" from saved order by place`,
);

/**
 * Writes what the provider said about an open try. `$5` is its new state; when that is `succeeded` the
 * provider's reference is kept, once for ever. No row: the try was resolved.
 */
export const saveOutcome = maybeOne<{ asks: number; providerRef: string | null }>(
  "save_attempt_outcome",
  `with saved as (
     update money.attempt
        set state = $5::text, provider_ref = coalesce($6, provider_ref), reason = $7, next_url = $8,
            answered_at = $9::timestamptz, asks = asks + 1,
            resolved_at = case when $5::text in ('succeeded', 'failed') then $9::timestamptz end
      where ${OF_TRY} and ${IS_OPEN}
     returning asks, provider, provider_ref, state
   ), kept as (
     insert into money.provider_ref (provider, provider_ref, about, root_id, about_no, attempt_no)
     select provider, provider_ref, $2, $1, $3, $4 from saved where state = 'succeeded'
   )
   select asks, provider_ref as "providerRef" from saved`,
);
