import { many, type Queryable } from "./database.ts";

/**
 * What happened to one root (a device or an order), in the past tense. Bodies hold ids, never personal data.
 * An event is also the webhook source: its outside type is `contract.activated` for `ContractActivated`.
 */
export interface DomainEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** An event as it was written down. `seq` counts within its root without a gap. */
export interface RecordedEvent {
  readonly rootId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Appends events to a root's chain. The caller holds the root's lock, so the last row read is the last row.
 * Each hash covers the one before it, so a row changed later breaks every row after it.
 */
export const appendEvents = many<{ seq: number }>(
  "append_events",
  `with recursive last as (
     select seq, hash from platform.event where root_id = $1 order by seq desc limit 1
   ), given as (
     select no::integer, type, body
       from unnest($4::text[], $5::jsonb[]) with ordinality as given(type, body, no)
   ), chain as (
     select 0 as no, coalesce((select seq from last), 0) as seq,
            coalesce((select hash from last), ''::bytea) as hash, ''::text as type, '{}'::jsonb as body
     union all
     select given.no, chain.seq + 1,
            platform.event_hash(chain.hash, $1, chain.seq + 1, given.type, $2, $3, given.body),
            given.type, given.body
       from chain join given on given.no = chain.no + 1
   )
   insert into platform.event (root_id, seq, type, at, actor, body, hash)
   select $1, seq, type, $2, $3, body, hash from chain where no > 0
   returning seq`,
);

/** The history of one root, oldest first. */
export const eventsOf: (db: Queryable, rootId: unknown) => Promise<RecordedEvent[]> = many<RecordedEvent>(
  "events_of",
  `select root_id as "rootId", seq, type, at, actor, body
     from platform.event where root_id = $1 order by seq`,
);
