import { effect, type Queryable } from "./database.ts";
import type { DomainEvent } from "./event.ts";
import type { AskedJob, Following } from "./job.ts";

/**
 * What a transaction leaves behind in the platform's own tables. Collected while it runs, written once at its
 * end.
 */
export interface Epilogue {
  readonly events: { readonly rootId: string; readonly event: DomainEvent }[];
  /** By root, kind and key; the last word on a deadline counts. */
  readonly deadlines: Map<string, DeadlineWord>;
  readonly jobs: AskedJob[];
  /** What follows the events, until it is done or asked for as jobs. */
  readonly following: Following[];
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
  return { events: [], deadlines: new Map(), jobs: [], following: [], answer: undefined };
}

/** What one kind of thing that is left behind adds to the statement. `$1` is the instant, `$2` the actor. */
interface Part {
  readonly name: string;
  /** Its common table expressions; `$a` and on are its own parameters. */
  readonly text: string;
}

/**
 * Events are appended to the chain of their root, whose lock the caller holds, so the last row read is the
 * last row. Each hash covers the one before it: a row that is changed later breaks every row after it.
 */
const EVENTS: Part = {
  name: "events",
  text: `given as (
     select root_id, type, body, place, row_number() over (partition by root_id order by place) as no
       from unnest($a::text[], $b::text[], $c::jsonb[]) with ordinality as given(root_id, type, body, place)
   ), following as (
     select given.root_id, given.type, given.body, given.place, last.hash,
            (coalesce(last.seq, 0) + given.no)::integer as seq
       from given
       left join lateral (
         select seq, hash from platform.event e where e.root_id = given.root_id order by seq desc limit 1
       ) as last on true
   ), written as (
     insert into platform.event (root_id, seq, type, at, actor, body, hash)
     select root_id, seq, type, $1::timestamptz, $2::text, body,
            platform.chained_hash(coalesce(hash, ''::bytea), root_id, seq, type, $1::timestamptz,
              $2::text, body)
              over (partition by root_id order by place)
       from following
   )`,
};

/** The same for one event of each root, which is what most transactions leave: nothing is put in order. */
const ONE_EVENT: Part = {
  name: "event",
  text: `written as (
     insert into platform.event (root_id, seq, type, at, actor, body, hash)
     select given.root_id, coalesce(last.seq, 0) + 1, given.type, $1::timestamptz, $2::text, given.body,
            platform.event_hash(coalesce(last.hash, ''::bytea), given.root_id, coalesce(last.seq, 0) + 1,
              given.type, $1::timestamptz, $2::text, given.body)
       from unnest($a::text[], $b::text[], $c::jsonb[]) as given(root_id, type, body)
       left join lateral (
         select seq, hash from platform.event e where e.root_id = given.root_id order by seq desc limit 1
       ) as last on true
   )`,
};

const SET: Part = {
  name: "set",
  text: `set_deadlines as (
     insert into platform.deadline (root_id, kind, key, due_at)
     select * from unnest($a::text[], $b::text[], $c::text[], $d::timestamptz[])
     on conflict (root_id, kind, key) do update set due_at = excluded.due_at, met_at = null
   )`,
};

/**
 * Found and held one by one by their key, and met by their root and place: a plan from when there were few
 * would look through all that stand open. One that somebody moves meanwhile, without holding its root, has
 * another place by then and stays as it was moved.
 */
const MET: Part = {
  name: "met",
  text: `met_deadlines as (
     update platform.deadline set met_at = $1::timestamptz
      where root_id = any ($a::text[]) and num_nulls(met_at) = 1 and ctid = any (array(
        select found.ctid
          from unnest($a::text[], $b::text[], $c::text[]) as met(root_id, kind, key),
               lateral (select d.ctid from platform.deadline d
                         where d.root_id = met.root_id and d.kind = met.kind and d.key = met.key
                        offset 0 for update) as found))
   )`,
};

/**
 * The same for one deadline, which is what most steps meet: one plan serves each. Whether it is met is asked
 * so that the index of all that stand open is no way to it.
 */
const ONE_MET: Part = {
  name: "one_met",
  text: `met_deadline as (
     update platform.deadline set met_at = $1::timestamptz
      where root_id = $a::text and kind = $b::text and key = $c::text
        and num_nulls(met_at) = 1
   )`,
};

/** Rows as pg-boss writes them, with what their queue says of them; a job without a queue fails. */
const JOBS: Part = {
  name: "jobs",
  text: `enqueued as (
     insert into pgboss.job (id, name, data, policy, retry_limit, retry_delay, retry_backoff,
                             retry_delay_max, expire_seconds, deletion_seconds, keep_until)
     select job.id, job.name, job.data, queue.policy, queue.retry_limit, queue.retry_delay,
            queue.retry_backoff, queue.retry_delay_max, queue.expire_seconds, queue.deletion_seconds,
            now() + queue.retention_seconds * interval '1 second'
       from unnest($a::uuid[], $b::text[], $c::jsonb[]) as job(id, name, data)
       left join pgboss.queue using (name)
   )`,
};

const ANSWER: Part = {
  name: "answer",
  text: `answered as (
     update platform.idempotency set status = $b::smallint, body = $c::json
      where caller = $d::text and key = $a::text
   )`,
};

type Filled = readonly [Part, readonly unknown[]];

const statements = new Map<string, ReturnType<typeof effect>>();

/**
 * The one statement that writes these kinds of things. Each set of kinds has its own, because the database
 * pays for every table that a statement names, whether there is a row for it or not.
 */
function writerOf(filled: readonly Filled[]): ReturnType<typeof effect> {
  const name = `write_epilogue_${filled.map(([part]) => part.name).join("_")}`;
  const found = statements.get(name);
  if (found !== undefined) {
    return found;
  }
  let before = 2;
  const texts = filled.map(([part, values]) => {
    const first = before;
    before += values.length;
    return part.text.replaceAll(
      /\$([a-d])/g,
      (_, letter: string) => `$${first + 1 + letter.charCodeAt(0) - "a".charCodeAt(0)}`,
    );
  });
  const made = effect(name, `with ${texts.join(", ")} select $1::timestamptz, $2::text`);
  statements.set(name, made);
  return made;
}

/** Writes an epilogue at an instant, as an actor; nothing is sent when nothing is in it. */
export async function writeEpilogue(
  db: Queryable,
  at: Temporal.Instant,
  actor: string,
  { events, deadlines, jobs, answer }: Epilogue,
): Promise<void> {
  const words = [...deadlines.values()];
  const set = words.filter((word) => word.dueAt !== undefined);
  const met = words.filter((word) => word.dueAt === undefined);
  const parts: readonly (Filled | false)[] = [
    events.length > 0 && [partFor(events), columnsOfEvents(events)],
    set.length > 0 && [SET, [...columnsOf(set), set.map((word) => word.dueAt)]],
    met.length === 1 && [ONE_MET, columnsOf(met).flat()],
    met.length > 1 && [MET, columnsOf(met)],
    jobs.length > 0 && [JOBS, columnsOfJobs(jobs)],
    answer !== undefined && [ANSWER, [answer.key, answer.status, JSON.stringify(answer.body), answer.space]],
  ];
  const filled = parts.filter((part) => part !== false);
  if (filled.length > 0) {
    await writerOf(filled)(db, at, actor, ...filled.flatMap(([, values]) => values));
  }
}

function partFor(events: Epilogue["events"]): Part {
  const roots = new Set(events.map(({ rootId }) => rootId));
  return roots.size === events.length ? ONE_EVENT : EVENTS;
}

function columnsOfEvents(events: Epilogue["events"]): readonly unknown[] {
  return [
    events.map(({ rootId }) => rootId),
    events.map(({ event }) => event.type),
    events.map(({ event: { type: _, ...body } }) => JSON.stringify(body)),
  ];
}

function columnsOfJobs(jobs: Epilogue["jobs"]): readonly unknown[] {
  return [
    jobs.map(({ id }) => id),
    jobs.map(({ name }) => name),
    jobs.map(({ data }) => JSON.stringify(data)),
  ];
}

function columnsOf(words: readonly DeadlineWord[]): [string[], string[], string[]] {
  return [words.map((word) => word.rootId), words.map((word) => word.kind), words.map((word) => word.key)];
}
