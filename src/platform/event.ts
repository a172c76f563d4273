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

/** A page of the history of one root, the newest first, before a number. */
export const eventsBefore: (
  db: Queryable,
  rootId: unknown,
  seq: number | null,
  limit: number,
) => Promise<RecordedEvent[]> = many<RecordedEvent>(
  "events_before",
  `select root_id as "rootId", seq, type, at, actor, body
     from platform.event where root_id = $1 and ($2::integer is null or seq < $2)
    order by seq desc limit $3`,
);

/** The history of one root, oldest first. */
export const eventsOf: (db: Queryable, rootId: unknown) => Promise<RecordedEvent[]> = many<RecordedEvent>(
  "events_of",
  `select root_id as "rootId", seq, type, at, actor, body
     from platform.event where root_id = $1 order by seq`,
);
