-- Cases from report to close. All of it lives in the device family.
create schema claims;
grant usage on schema claims to evermend_app;

create table claims.claim (
  device_id      text        not null,
  no             integer     not null,
  contract_no    integer,
  serial         text        not null,
  state          text        not null,
  channel        text        not null,
  wants          text        not null,
  region         text        not null,
  currency       text        not null,
  -- The owner's word, in the vocabulary's names; what the bench found stands beside it, never in its place.
  incident       jsonb       not null,
  findings       jsonb,
  -- What has come back so far. Null until the first parcel.
  returned_parts text[],
  reporter_id    text        not null,
  -- The receipt that stands now. All of them, this one too, are kept as decisions.
  receipt        json        not null,
  -- Every lawful way on, priced, once the device was inspected.
  choices        json,
  route          text,
  fee_minor      bigint,
  charge_no      integer,
  opened_at      timestamptz not null,
  closed_at      timestamptz,
  version        integer     not null default 1,
  constraint claim_pkey primary key (device_id, no),
  constraint claim_state check (state in
    ('reported', 'received', 'inspected', 'chosen', 'paid', 'replaced', 'shipped', 'closed', 'cancelled')),
  constraint claim_channel check (channel in ('online', 'quick', 'swift')),
  constraint claim_wants check (wants in ('replacement', 'repair')),
  constraint claim_route check (route in ('warranty', 'plan', 'paid', 'return')),
  constraint claim_closed check ((state in ('closed', 'cancelled')) = (closed_at is not null)),
  constraint claim_fee check (fee_minor is null or fee_minor >= 0)
);
create unique index claim_one_open on claims.claim (device_id) where state not in ('closed', 'cancelled');
create index claim_queue on claims.claim (state, opened_at) where state not in ('closed', 'cancelled');

-- Every answer the terms gave in a claim, in order, each with the receipt it gave, byte for byte.
create table claims.decision (
  device_id text        not null,
  claim_no  integer     not null,
  no        integer     not null,
  receipt   json        not null,
  at        timestamptz not null,
  actor     text        not null,
  constraint decision_pkey primary key (device_id, claim_no, no),
  constraint decision_claim foreign key (device_id, claim_no) references claims.claim (device_id, no)
);

grant select, insert, update on claims.claim to evermend_app;
grant select, insert on claims.decision to evermend_app;
