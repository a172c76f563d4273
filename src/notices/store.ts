import { many, maybeOne } from "../platform/index.ts";

/** How a letter ended: only a person can end the wait of one that could not be sent. */
export type LetterState = "sent" | "needless" | "undelivered" | "waiting";

/** A letter that is to be sent: the event it tells of, and its place in what was asked. */
export interface UntoldLetter {
  readonly place: number;
  readonly template: string;
  readonly rootId: string;
  readonly seq: number;
  readonly at: Temporal.Instant;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * The letters that have not come to an end, of the events of these roots (`$2`), types and bodies, by these
 * templates. Each once, however often it is asked for.
 */
export const untoldLetters = many<UntoldLetter>(
  "untold_letters",
  `select distinct on (event.root_id, event.seq, given.template)
          given.place, given.template, event.root_id as "rootId", event.seq, event.at, event.body
     from unnest($1::integer[], $2::text[], $3::text[], $4::jsonb[], $5::text[])
            as given(place, root_id, type, body, template)
     join platform.event
       on event.root_id = given.root_id and event.type = given.type and event.body = given.body
     left join notices.message
       on message.root_id = event.root_id and message.event_seq = event.seq
      and message.template = given.template
    where message.root_id is null or message.state = 'waiting'
    order by event.root_id, event.seq, given.template, given.place`,
);

/**
 * Notes at `$6` how letters ended, in one order everywhere, so that nobody waits for one who waits for them.
 * No row: it had ended before.
 */
export const settleLetters = many<{ readonly state: LetterState }>(
  "settle_letters",
  `insert into notices.message as message (root_id, event_seq, template, state, person_id, settled_at)
   select root_id, event_seq, template, state, person_id, $6
     from unnest($1::text[], $2::integer[], $3::text[], $4::text[], $5::text[])
            as given(root_id, event_seq, template, state, person_id)
    order by root_id, event_seq, template
   on conflict (root_id, event_seq, template) do update
      set state = excluded.state, person_id = excluded.person_id, settled_at = excluded.settled_at
    where message.state = 'waiting'
   returning state`,
);

/** Events of one type before `$2` of whose letters none ever came to an end: their job was lost. */
export const lostLetters = many<{ readonly rootId: string; readonly body: Record<string, unknown> }>(
  "lost_letters",
  `select event.root_id as "rootId", event.body
     from platform.event
    where event.type = $1
      and event.at < $2
      and event.at > $2::timestamptz - interval '7 days'
      and not exists (select from notices.message
                       where message.root_id = event.root_id and message.event_seq = event.seq)
    order by event.at
    limit 1000`,
);

/** A letter that could not be sent. */
export interface UndeliveredLetter {
  readonly rootId: string;
  readonly seq: number;
  readonly template: string;
  readonly personId: string | null;
  readonly type: string;
  readonly at: Temporal.Instant;
  readonly gaveUpAt: Temporal.Instant;
}

/** A page of the letters that could not be sent, after `$1` and `$2`. */
export const undeliveredLetters = many<UndeliveredLetter>(
  "undelivered_letters",
  `select message.root_id as "rootId", message.event_seq as seq, message.template,
          message.person_id as "personId", event.type, event.at, message.settled_at as "gaveUpAt"
     from notices.message
     join platform.event on event.root_id = message.root_id and event.seq = message.event_seq
    where message.state = 'undelivered' and (message.root_id, message.event_seq) > ($1, $2::integer)
    order by message.root_id, message.event_seq
    limit $3`,
);

/** How many letters could not be sent. */
export const countUndelivered = many<{ readonly count: number }>(
  "count_undelivered_letters",
  "select count(*)::integer as count from notices.message where state = 'undelivered'",
);

/** Takes the letters of an event up again. No row: none of them was given up. */
export const takeUpLetters = many<{ readonly type: string; readonly body: Record<string, unknown> }>(
  "take_up_letters",
  `update notices.message
      set state = 'waiting', settled_at = $3
     from platform.event
    where message.root_id = $1 and message.event_seq = $2 and message.state = 'undelivered'
      and event.root_id = message.root_id and event.seq = message.event_seq
   returning event.type, event.body`,
);

/** Whether an event had a letter. */
export const letterOf = maybeOne<{ readonly state: LetterState }>(
  "letter_of",
  "select state from notices.message where root_id = $1 and event_seq = $2 limit 1",
);
