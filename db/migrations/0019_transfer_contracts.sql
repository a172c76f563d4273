-- A contract passes to another holder when both have said so: the one who has it asks, the one who is to have
-- it agrees.
create table contracts.transfer (
  device_id   text        not null,
  no          integer     not null,
  contract_no integer     not null,
  -- Persons: who had it when it was asked for, and who is to have it.
  from_id     text        not null,
  to_id       text        not null,
  state       text        not null,
  -- The decision of the terms, byte for byte, and what the next holder does not get by it.
  receipt     json        not null,
  loses       text[]      not null,
  asked_by    text        not null,
  asked_at    timestamptz not null,
  lapses_at   timestamptz not null,
  ended_at    timestamptz,
  version     integer     not null default 1,
  constraint transfer_pkey primary key (device_id, no),
  constraint transfer_contract foreign key (device_id, contract_no)
    references contracts.contract (device_id, no),
  constraint transfer_state check (state in ('asked', 'agreed', 'declined', 'withdrawn', 'lapsed')),
  constraint transfer_ended check ((state = 'asked') = (ended_at is null)),
  constraint transfer_between_two check (from_id <> to_id),
  constraint transfer_lapses_later check (lapses_at > asked_at)
);
create unique index transfer_one_open on contracts.transfer (device_id, contract_no) where state = 'asked';
create index transfer_to on contracts.transfer (to_id);
create index transfer_from on contracts.transfer (from_id);
create index transfer_by_request on contracts.transfer (asked_at desc, device_id, no);

grant select, insert on contracts.transfer to evermend_app;
grant update (state, ended_at, version) on contracts.transfer to evermend_app;

-- Since when the holder has it, where that is not from the beginning: what was before is not theirs to see.
alter table contracts.contract add column held_from timestamptz;
alter table contracts.contract add constraint contract_held_from check (held_from >= concluded_at);
grant update (holder_id, held_from) on contracts.contract to evermend_app;
