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
      and message.state is distinct from 'sent'
    order by event.seq`,
);

/** Notes that a letter is about to be sent. */
export const noteMessage = effect(
  "note_message",
  `insert into notices.message (root_id, event_seq, template, person_id, state, created_at)
   values ($1, $2, $3, $4, 'pending', $5)
   on conflict do nothing`,
);

/** Notes that it was sent. */
export const noteSent = effect(
  "note_message_sent",
  `update notices.message set state = 'sent', sent_at = $4
    where root_id = $1 and event_seq = $2 and template = $3 and state = 'pending'`,
);
