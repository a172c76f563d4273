import { effect, maybeOne } from "../platform/index.ts";
import type { Receipt } from "../terms/index.ts";
import type { CoreState } from "./advance.ts";

/** The old device of an advance exchange. */
export interface CoreReturn {
  readonly holdNo: number;
  readonly state: CoreState;
  readonly shippedAt: Temporal.Instant | null;
  readonly dueAt: Temporal.Instant | null;
  readonly serial: string | null;
  readonly parts: readonly string[];
  readonly isForeign: boolean;
  readonly extraDamageMinor: number | null;
  readonly cameAt: Temporal.Instant | null;
  /** What followed from what came last; null while nothing has. */
  readonly receipt: Receipt | null;
}

/** Awaits the old device of a claim; a hold that takes the place of one that lapsed is written down. */
export const awaitCore = effect(
  "await_core_return",
  `insert into claims.core_return (device_id, claim_no, hold_no) values ($1, $2, $3)
   on conflict (device_id, claim_no) do update set hold_no = $3`,
);

export const coreOf = maybeOne<CoreReturn>(
  "core_return_of",
  `select hold_no as "holdNo", state, shipped_at as "shippedAt", due_at as "dueAt", serial, parts,
          is_foreign as "isForeign", extra_damage_minor as "extraDamageMinor", came_at as "cameAt", receipt
     from claims.core_return where device_id = $1 and claim_no = $2`,
);

/** The replacement has left at `$3`: the old one is due at `$4`. */
export const startCore = effect(
  "start_core_return",
  "update claims.core_return set shipped_at = $3, due_at = $4 where device_id = $1 and claim_no = $2",
);

/**
 * Something came: `$3` the serial, `$4` all parts so far, `$5` foreign, `$6` extra damage, `$7` when first,
 * `$8` the receipt, `$9` whether that is all. The receipt is kept among the decisions of the claim, by `$10`
 * at `$11`. `$12` is what had come when it was looked at. 0: more has come since, or all of it is here.
 */
export const takeCore = effect(
  "take_core_return",
  `with taken as (
     update claims.core_return
        set serial = $3, parts = $4, is_foreign = $5, extra_damage_minor = $6, came_at = $7, receipt = $8,
            state = case when $9::boolean then 'received' else state end,
            closed_at = case when $9::boolean then $11::timestamptz else closed_at end
      where device_id = $1 and claim_no = $2 and state in ('awaited', 'charged', 'waived')
        and parts = $12
     returning device_id, claim_no
   )
   insert into claims.decision (device_id, claim_no, no, receipt, at, actor)
   select device_id, claim_no, (select coalesce(max(d.no), 0) + 1 from claims.decision d
                                 where d.device_id = $1 and d.claim_no = $2), $8, $11, $10
     from taken`,
);

/** Ends the wait for an old device. 0: it had ended. */
export const closeCore = effect(
  "close_core_return",
  `update claims.core_return set state = $3, closed_at = $4
    where device_id = $1 and claim_no = $2 and state = 'awaited'`,
);
