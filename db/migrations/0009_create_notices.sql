-- Messages to people. The text is made when it is sent and not kept; this row says that it was sent. A job
-- that dies between the two sends again under the same message id, which is one mail.
create schema notices;
grant usage on schema notices to evermend_app;

create table notices.message (
  root_id   text        not null,
  -- The event that caused it and what it says: the same event never mails the same thing twice.
  event_seq integer     not null,
  template  text        not null,
  person_id text        not null,
  sent_at   timestamptz not null,
  constraint message_pkey primary key (root_id, event_seq, template)
);

grant select, insert on notices.message to evermend_app;
