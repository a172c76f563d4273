import { effect, many, maybeOne } from "./database.ts";
import type { Tx } from "./transact.ts";

/** Something that falls due at an instant that was computed once and does not move by itself. */
export interface Deadline {
  readonly rootId: string;
  readonly kind: string;
  /** Tells deadlines of one kind and root apart, for example the contract's number. */
  readonly key: string;
  readonly dueAt: Temporal.Instant;
}

/**
 * What happens when a deadline of this kind is reached. Runs in a transaction that has locked the root and
 * marked the deadline as met; it may find nothing left to do, and may set the deadline again.
 */
export interface DeadlineKind {
  readonly kind: string;
  readonly run: (tx: Tx, deadline: Deadline) => Promise<void>;
}

/** Marks a deadline as met when it is handled; answers 0 when another node was faster. */
export const meetDeadline = effect(
  "meet_deadline",
  `update platform.deadline set met_at = $4
    where root_id = $1 and kind = $2 and key = $3 and met_at is null`,
);

/** The open deadline that falls due first, up to `$1` and behind the one that `$2` to `$5` name. */
export const nextDue = maybeOne<Deadline>(
  "next_due_deadline",
  `select root_id as "rootId", kind, key, due_at as "dueAt"
     from platform.deadline
    where met_at is null and due_at <= $1
      and ($2::timestamptz is null or (due_at, root_id, kind, key) > ($2, $3::text, $4::text, $5::text))
    order by due_at, root_id, kind, key
    limit 1`,
);

/** The open deadlines of one root, soonest first. */
export const deadlinesOf = many<Deadline>(
  "deadlines_of",
  `select root_id as "rootId", kind, key, due_at as "dueAt"
     from platform.deadline where root_id = $1 and met_at is null order by due_at`,
);
