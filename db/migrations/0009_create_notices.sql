-- Messages to people. The text is made when it is sent; this row says that it was, once.
create schema notices;
grant usage on schema notices to evermend_app;

create table notices.message (
  root_id    text        not null,
  -- The event that caused it and what it says: the same event never mails the same thing twice.
  event_seq  integer     not null,
  template   text        not null,
  person_id  text        not null,
  state      text        not null,
  created_at timestamptz not null,
  sent_at    timestamptz,
  constraint message_pkey primary key (root_id, event_seq, template),
  constraint message_state check (state in ('pending', 'sent')),
  constraint message_sent check ((state = 'sent') = (sent_at is not null))
);

grant select, insert, update on notices.message to evermend_app;
