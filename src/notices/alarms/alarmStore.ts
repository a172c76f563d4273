import { effect, many, maybeOne } from "../../platform/index.ts";
import type { Addressee } from "./addresseesOf.ts";
import type { Alarm, AlarmKey, AlarmState, AlarmWhy } from "./alarm.ts";

/** Notes one, once. No row: it was noted before. */
export const insertAlarm = maybeOne<{ readonly rootId: string }>(
  "insert_alarm",
  `insert into notices.alarm (root_id, kind, subject, at, state)
   values ($1, $2, $3, $4, 'waiting')
   on conflict (root_id, kind, subject) do nothing
   returning root_id as "rootId"`,
);

/** Events of a type before `$2` that raised nothing: their job was lost. `$3`, `$4`: what they are about. */
export const lostAlarms = many<Pick<AlarmKey, "rootId" | "subject">>(
  "lost_alarms",
  `select e.root_id as "rootId", (e.body ->> $3) || '/' || (e.body ->> $4) as subject
     from platform.event e
    where e.type = $1 and e.at < $2 and e.at > $2::timestamptz - interval '7 days'
      and not exists (select from notices.alarm a
                       where a.root_id = e.root_id and a.kind = $5
                         and a.subject = (e.body ->> $3) || '/' || (e.body ->> $4))
    order by e.at
    limit 1000`,
);

/** One that is to be told, with the letters that it still stands in. */
export interface OpenAlarm extends Alarm {
  readonly letters: readonly string[];
}

/**
 * Those that somebody is still to be told of, behind the one that `$2` to `$6` name: what is new, then what
 * was looked at before, the oldest first. Held: of two who gather at once the second finds none of what the
 * first has gathered.
 */
export const holdOpenAlarms = many<OpenAlarm>(
  "hold_open_alarms",
  `select root_id as "rootId", kind, subject, at, state, letters from notices.alarm
    where state in ('waiting', 'unaddressed', 'paused')
      and ($2::boolean is null
           or (state <> 'waiting', at, root_id, kind, subject)
              > ($2, $3::timestamptz, $4::text, $5::text, $6))
    order by state <> 'waiting', at, root_id, kind, subject
    limit $1
      for update`,
);

/** Whether any has no addressee. */
export const anyUnaddressed = maybeOne<{ readonly one: number }>(
  "any_unaddressed_alarm",
  "select 1 as one from notices.alarm where state = 'unaddressed' limit 1",
);

/** How many have no addressee. */
export const countUnaddressed = many<{ readonly count: number }>(
  "count_unaddressed_alarms",
  "select count(*)::integer as count from notices.alarm where state = 'unaddressed'",
);

/** Writes at `$2` what became of them. `$1`: as rows. */
export const settleAlarms = effect(
  "settle_alarms",
  `update notices.alarm a
      set state = given.state, why = given.why, letters = given.letters, settled_at = $2
     from (select "rootId" as root_id, kind, subject, state, why,
                  array(select jsonb_array_elements_text(letters)) as letters
             from jsonb_to_recordset($1::jsonb)
               as given("rootId" text, kind text, subject text, state text, why text, letters jsonb)) as given
    where a.root_id = given.root_id and a.kind = given.kind and a.subject = given.subject
      and a.state in ('waiting', 'unaddressed', 'paused')`,
);

/** A letter to one of ours. */
export interface AlarmLetter {
  readonly rootId: string;
  readonly addressee: Addressee;
  /** Bare; of a desk or who leads it. */
  readonly centreId: string | null;
  /** Whose address it was written to; null of older letters. */
  readonly personId: string | null;
  readonly alarms: readonly AlarmKey[];
}

/** Writes letters, each before it is sent. `$1`: as rows. */
export const insertAlarmLetters = effect(
  "insert_alarm_letters",
  `insert into notices.alarm_letter (root_id, addressee, centre_id, person_id, made_at, alarms)
   select "rootId", addressee, "centreId", "personId", $2, alarms
     from jsonb_to_recordset($1::jsonb)
       as given("rootId" text, addressee text, "centreId" text, "personId" text, alarms jsonb)`,
);

const LETTER = `root_id as "rootId", addressee, centre_id as "centreId", person_id as "personId", alarms`;

/** A letter, locked: its events are numbered one after the other. */
export const lockAlarmLetter = maybeOne<AlarmLetter>(
  "lock_alarm_letter",
  `select ${LETTER} from notices.alarm_letter where root_id = $1 for update`,
);

/** What stands in a letter and was not put back, as it was gathered. */
export const alarmsInLetter = many<AlarmKey>(
  "alarms_in_letter",
  `select a.root_id as "rootId", a.kind, a.subject
     from notices.alarm_letter l
    cross join lateral jsonb_array_elements(l.alarms) with ordinality as one(alarm, place)
     join notices.alarm a on a.root_id = one.alarm ->> 'rootId' and a.kind = one.alarm ->> 'kind'
                         and a.subject = one.alarm ->> 'subject'
    where l.root_id = $1 and l.root_id = any(a.letters)
    order by one.place`,
);

/** These alarms (`$1`: as rows) stand in the letter `$2` no more, and wait again. */
export const putBackAlarms = effect(
  "put_back_alarms",
  `update notices.alarm a
      set letters = array_remove(a.letters, $2), state = 'waiting', why = null, settled_at = null
     from jsonb_to_recordset($1::jsonb) as given("rootId" text, kind text, subject text)
    where a.root_id = given."rootId" and a.kind = given.kind and a.subject = given.subject
      and $2::text = any(a.letters)`,
);

/** To whom these letters were written. */
export const readersOfLetters = many<{ readonly rootId: string; readonly personId: string | null }>(
  "readers_of_letters",
  `select root_id as "rootId", person_id as "personId" from notices.alarm_letter
    where root_id = any($1::text[])`,
);

/** An alarm with its letters. */
export interface ListedAlarm extends Alarm {
  readonly why: AlarmWhy | null;
  readonly state: AlarmState;
  readonly letters: readonly {
    readonly addressee: Addressee;
    readonly centreId: string | null;
    readonly state: "waiting" | "sent" | "needless" | "undelivered";
  }[];
}

/** A page of them, the newest first, behind `$2` to `$5`; of the state `$1`, or of any. */
export const pageOfAlarms = many<ListedAlarm>(
  "page_of_alarms",
  `select a.root_id as "rootId", a.kind, a.subject, a.at, a.state, a.why,
          coalesce((select jsonb_agg(jsonb_build_object('addressee', l.addressee, 'centreId', l.centre_id,
                                                        'state', coalesce(m.state, 'waiting'))
                                     order by l.root_id)
                      from notices.alarm_letter l
                      left join notices.message m on m.root_id = l.root_id and m.template = 'alarmsTold'
                     where l.root_id = any(a.letters)), '[]') as letters
     from notices.alarm a
    where ($1::text is null or a.state = $1)
      and ($2::timestamptz is null
           or (a.at, a.root_id, a.kind, a.subject) < ($2, $3::text, $4::text, $5::text))
    order by a.at desc, a.root_id desc, a.kind desc, a.subject desc
    limit $6`,
);

export const alarmByKey = maybeOne<Alarm>(
  "alarm_by_key",
  `select root_id as "rootId", kind, subject, at, state from notices.alarm
    where root_id = $1 and kind = $2 and subject = $3`,
);
