import { effect, many } from "../platform/index.ts";

/** An event of which somebody was not told yet. */
export interface UntoldEvent {
  readonly seq: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The events of a root, of one type and with this body, whose letter was not sent. */
export const untoldEvents = many<UntoldEvent>(
  "untold_events",
  `select event.seq, event.body
     from platform.event
     left join notices.message
       on message.root_id = event.root_id and message.event_seq = event.seq and message.template = $4
    where event.root_id = $1 and event.type = $2 and event.body = $3::jsonb
      and message.root_id is null
    order by event.seq`,
);

/** Notes that a letter was sent. */
export const noteSent = effect(
  "note_message_sent",
  `insert into notices.message (root_id, event_seq, template, person_id, sent_at)
   values ($1, $2, $3, $4, $5)
   on conflict do nothing`,
);
