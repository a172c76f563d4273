-- A letter ends in one of three ways: it was sent, nobody needed it, or it could not be sent and a person is
-- to look at it. One that is to be tried once more waits.
alter table notices.message rename column sent_at to settled_at;
alter table notices.message alter column person_id drop not null;
alter table notices.message add column state text not null default 'sent';
alter table notices.message alter column state drop default;
alter table notices.message
  add constraint message_state check (state in ('sent', 'needless', 'undelivered', 'waiting')),
  add constraint message_person check (state <> 'sent' or person_id is not null);
create index message_undelivered on notices.message (root_id, event_seq) where state = 'undelivered';

grant update (state, person_id, settled_at) on notices.message to evermend_app;

-- Events of the last days are looked through for letters that were lost on the way.
create index event_by_time on platform.event using brin (at);
