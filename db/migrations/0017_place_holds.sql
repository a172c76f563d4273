-- What secures a device that left before the old one came back: money held on a card, by a chain of
-- authorisations without a gap. Belongs to a root, as charges do.
create table money.hold (
  root_id        text        not null,
  no             integer     not null,
  -- The claim's number within the root.
  subject_no     integer     not null,
  programme      text        not null,
  region         text        not null,
  amount_minor   bigint      not null,
  currency       text        not null,
  state          text        not null default 'wanted',
  wanted_at      timestamptz not null,
  -- From when there must be no gap; null while the fee is not paid.
  needed_at      timestamptz,
  -- Until when the old device must be back; null until the new one has left.
  due_at         timestamptz,
  remind_at      timestamptz,
  reminded_at    timestamptz,
  -- When its owner was told that it will be captured, and why.
  noticed_at     timestamptz,
  -- What the terms say of what came back, and what when nothing does.
  answer         text        not null default 'awaited',
  late_answer    text        not null default 'capture',
  capture_minor  bigint,
  needs_person   boolean     not null default false,
  -- What was decided and is carried out, when, and why.
  ending         text,
  ending_at      timestamptz,
  reason         text,
  attention      text,
  captured_minor bigint      not null default 0,
  closed_at      timestamptz,
  version        integer     not null default 1,
  constraint hold_pkey primary key (root_id, no),
  constraint hold_state check (state in ('wanted', 'placed', 'captured', 'released', 'lapsed')),
  constraint hold_answer check (answer in ('awaited', 'ask', 'review', 'capture', 'release')),
  constraint hold_late_answer check (late_answer in ('awaited', 'ask', 'review', 'capture', 'release')),
  constraint hold_ending check (ending in ('capture', 'release') and ending_at is not null or ending is null),
  constraint hold_attention check
    (attention in ('renewal_declined', 'capture_declined', 'return_review', 'not_shipped')),
  constraint hold_closed check ((state in ('captured', 'released', 'lapsed')) = (closed_at is not null)),
  constraint hold_amounts check (amount_minor > 0 and captured_minor between 0 and amount_minor
                                 and capture_minor between 0 and amount_minor),
  constraint hold_captured check ((captured_minor > 0) = (state = 'captured')),
  -- Only after the deadline, and after its owner was told so.
  constraint hold_not_early check (ending is distinct from 'capture'
    or (due_at is not null and noticed_at is not null and ending_at >= due_at and ending_at > noticed_at))
);
-- One live hold per claim.
create unique index hold_one_live on money.hold (root_id, subject_no) where state in ('wanted', 'placed');
create index hold_open on money.hold (coalesce(due_at, 'infinity'), root_id, no)
  where state in ('wanted', 'placed');

-- One authorisation of a card: asked -> placed -> captured | released | lapsed, or failed.
create table money.authorisation (
  root_id        text        not null,
  no             integer     not null,
  hold_no        integer     not null,
  method         text        not null,
  provider       text        not null,
  provider_ref   text,
  amount_minor   bigint      not null,
  currency       text        not null,
  state          text        not null default 'asked',
  asked_at       timestamptz not null,
  placed_at      timestamptz,
  -- The card forgets it then.
  capture_before timestamptz,
  -- What was ordered of the provider and is not answered yet.
  leaving        text,
  ordered_at     timestamptz,
  ordered_minor  bigint,
  failed_at      timestamptz,
  captured_minor bigint      not null default 0,
  released_minor bigint      not null default 0,
  closed_at      timestamptz,
  constraint authorisation_pkey primary key (root_id, no),
  constraint authorisation_hold foreign key (root_id, hold_no) references money.hold (root_id, no),
  constraint authorisation_state check
    (state in ('asked', 'placed', 'failed', 'captured', 'released', 'lapsed')),
  constraint authorisation_leaving check (leaving in ('capture', 'release')),
  constraint authorisation_placed check ((state in ('asked', 'failed')) = (capture_before is null)),
  constraint authorisation_closed check ((state in ('asked', 'placed')) = (closed_at is null)),
  constraint authorisation_amounts check (captured_minor >= 0 and released_minor >= 0
                                          and captured_minor + released_minor <= amount_minor),
  constraint authorisation_captured check ((captured_minor > 0) = (state = 'captured')),
  -- What is captured was ordered before the card forgot it; what lapsed was forgotten.
  constraint authorisation_in_time check (state <> 'captured' or ordered_at < capture_before),
  constraint authorisation_lapsed check (state <> 'lapsed' or closed_at >= capture_before)
);
create index authorisation_of_hold on money.authorisation (root_id, hold_no);
-- One try for a new one at a time; captured once.
create unique index authorisation_one_asked on money.authorisation (root_id, hold_no) where state = 'asked';
create unique index authorisation_one_capture on money.authorisation (root_id, hold_no)
  where state = 'captured' or leaving = 'capture';

-- The hold that secures an advance exchange; null for every other claim.
alter table claims.claim add column hold_no integer;

-- What must come back of an advance exchange: awaited -> received | charged | waived.
create table claims.core_return (
  device_id text        not null,
  claim_no  integer     not null,
  hold_no   integer     not null,
  state     text        not null default 'awaited',
  -- When the replacement left, and until when the old device is awaited; null before.
  shipped_at timestamptz,
  due_at    timestamptz,
  serial    text,
  parts     text[]      not null default '{}',
  is_foreign boolean    not null default false,
  extra_damage_minor bigint,
  came_at   timestamptz,
  receipt   json,
  closed_at timestamptz,
  constraint core_return_pkey primary key (device_id, claim_no),
  constraint core_return_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint core_return_state check (state in ('awaited', 'received', 'charged', 'waived')),
  constraint core_return_closed check ((state = 'awaited') = (closed_at is null))
);

grant select, insert, update on money.hold, money.authorisation, claims.core_return to evermend_app;
