import { effect, type Queryable } from "./database.ts";
import type { DomainEvent } from "./event.ts";

/**
 * What a transaction leaves behind in the platform's own tables. Collected while it runs, written once at its
 * end.
 */
export interface Epilogue {
  readonly events: { readonly rootId: string; readonly event: DomainEvent }[];
  /** By root, kind and key; the last word on a deadline counts. */
  readonly deadlines: Map<string, DeadlineWord>;
  readonly jobs: { readonly name: string; readonly data: object }[];
  answer: KeptReply | undefined;
}

/** The answer to a key, in the space that key was claimed in. */
export interface KeptReply {
  readonly space: string;
  readonly key: string;
  readonly status: number;
  readonly body: unknown;
}

/** A deadline that is set, or that is met because its instant is not needed any more. */
export interface DeadlineWord {
  readonly rootId: string;
  readonly kind: string;
  readonly key: string;
  readonly dueAt: Temporal.Instant | undefined;
}

/** An epilogue with nothing in it. */
export function emptyEpilogue(): Epilogue {
  return { events: [], deadlines: new Map(), jobs: [], answer: undefined };
}

/**
 * One statement for events, deadlines, jobs and the kept answer. Events are appended to the chain of their
 * root, whose lock the caller holds, so the last row read is the last row. Each hash covers the one before
 * it: a row that is changed later breaks every row after it. Jobs are rows as pg-boss writes them, with what
 * their queue says of them; a job without a queue has no row and fails.
 */
const writeAll = effect(
  "write_epilogue",
  `with recursive given as (
     select root_id, type, body, row_number() over (partition by root_id order by place) as no
       from unnest($3::text[], $4::text[], $5::jsonb[]) with ordinality as given(root_id, type, body, place)
   ), chain as (
     select root.root_id, 0::bigint as no, coalesce(last.seq, 0) as seq,
            coalesce(last.hash, ''::bytea) as hash, ''::text as type, '{}'::jsonb as body
       from (select distinct root_id from given) as root
       left join lateral (
         select seq, hash from platform.event e where e.root_id = root.root_id order by seq desc limit 1
       ) as last on true
     union all
     select given.root_id, given.no, chain.seq + 1,
            platform.event_hash(chain.hash, given.root_id, chain.seq + 1, given.type, $1, $2, given.body),
            given.type, given.body
       from chain join given on given.root_id = chain.root_id and given.no = chain.no + 1
   ), written as (
     insert into platform.event (root_id, seq, type, at, actor, body, hash)
     select root_id, seq, type, $1, $2, body, hash from chain where no > 0
   ), set_deadlines as (
     insert into platform.deadline (root_id, kind, key, due_at)
     select * from unnest($6::text[], $7::text[], $8::text[], $9::timestamptz[])
     on conflict (root_id, kind, key) do update set due_at = excluded.due_at, met_at = null
   ), met_deadlines as (
     update platform.deadline as deadline set met_at = $1
       from unnest($10::text[], $11::text[], $12::text[]) as met(root_id, kind, key)
      where deadline.root_id = met.root_id and deadline.kind = met.kind and deadline.key = met.key
        and deadline.met_at is null
   ), enqueued as (
     insert into pgboss.job (name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max,
                             expire_seconds, deletion_seconds, keep_until)
     select job.name, job.data, queue.policy, queue.retry_limit, queue.retry_delay, queue.retry_backoff,
            queue.retry_delay_max, queue.expire_seconds, queue.deletion_seconds,
            now() + queue.retention_seconds * interval '1 second'
       from unnest($13::text[], $14::jsonb[]) as job(name, data) left join pgboss.queue using (name)
   )
   update platform.idempotency set status = $16, body = $17 where caller = $18 and key = $15`,
);

/** Writes an epilogue at an instant, as an actor; nothing is sent when nothing is in it. */
export async function writeEpilogue(
  db: Queryable,
  at: Temporal.Instant,
  actor: string,
  { events, deadlines, jobs, answer }: Epilogue,
): Promise<void> {
  if (events.length === 0 && deadlines.size === 0 && jobs.length === 0 && answer === undefined) {
    return;
  }
  const words = [...deadlines.values()];
  const set = words.filter((word) => word.dueAt !== undefined);
  const met = words.filter((word) => word.dueAt === undefined);
  await writeAll(
    db,
    at,
    actor,
    events.map(({ rootId }) => rootId),
    events.map(({ event }) => event.type),
    events.map(({ event: { type: _, ...body } }) => JSON.stringify(body)),
    ...columnsOf(set),
    set.map((word) => word.dueAt),
    ...columnsOf(met),
    jobs.map(({ name }) => name),
    jobs.map(({ data }) => JSON.stringify(data)),
    answer?.key ?? null,
    answer?.status ?? null,
    answer === undefined ? null : JSON.stringify(answer.body),
    answer?.space ?? null,
  );
}

function columnsOf(words: readonly DeadlineWord[]): [string[], string[], string[]] {
  return [words.map((word) => word.rootId), words.map((word) => word.kind), words.map((word) => word.key)];
}
