-- What the bench asks an owner about what came, and what the owner says:
-- open -> answered | lapsed | withdrawn.
create table claims.question (
  device_id   text        not null,
  claim_no    integer     not null,
  no          integer     not null,
  about       text        not null,
  says        text        not null,
  state       text        not null default 'open',
  asked_at    timestamptz not null,
  asked_by    text        not null,
  due_at      timestamptz not null,
  answer      text,
  answer_says text,
  closed_at   timestamptz,
  closed_by   text,
  constraint question_pkey primary key (device_id, claim_no, no),
  constraint question_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint question_state check (state in ('open', 'answered', 'lapsed', 'withdrawn')),
  constraint question_about check
    (about in ('another_device', 'another_maker', 'parts_missing', 'parts_unasked', 'condition_differs')),
  constraint question_closed check ((state = 'open') = (closed_at is null)),
  constraint question_answer check (answer in ('go_on', 'send_rest', 'send_right', 'send_back')),
  constraint question_answered check ((state = 'answered') = (answer is not null)),
  constraint question_due check (due_at > asked_at)
);
create unique index question_one_open on claims.question (device_id, claim_no) where state = 'open';

-- A parcel that no case of ours is about: kept until somebody knows whose it is, or sent back.
create table service.stray_parcel (
  stray_id     text        not null constraint stray_parcel_pkey primary key,
  why          text        not null,
  state        text        not null default 'kept',
  serial       text,
  parts        text[]      not null,
  contents     text        not null,
  weight_grams integer,
  place        text        not null,
  -- The case it came with, or was found to be of.
  device_id    text,
  claim_no     integer,
  found_at     timestamptz not null,
  actor        text        not null,
  carrier      text,
  tracking     text,
  closed_at    timestamptz,
  constraint stray_parcel_why check
    (why in ('unknown_serial', 'no_serial', 'another_maker', 'another_device')),
  constraint stray_parcel_state check (state in ('kept', 'matched', 'sent_back')),
  constraint stray_parcel_closed check ((state = 'kept') = (closed_at is null)),
  constraint stray_parcel_claim check ((device_id is null) = (claim_no is null)),
  constraint stray_parcel_matched check (state <> 'matched' or device_id is not null),
  constraint stray_parcel_sent check ((state = 'sent_back') = (tracking is not null)),
  constraint stray_parcel_weight check (weight_grams > 0)
);
create index stray_parcel_kept on service.stray_parcel (found_at) where state = 'kept';
create index stray_parcel_serial on service.stray_parcel (serial) where serial is not null;

-- What came otherwise than it was awaited, and which of three ways the bench went.
create table service.mismatch (
  device_id   text        not null,
  claim_no    integer     not null,
  no          integer     not null,
  kinds       text[]      not null,
  serial      text        not null,
  missing     text[]      not null,
  choice      text        not null,
  reason      text        not null,
  intake_no   integer,
  question_no integer,
  stray_id    text,
  at          timestamptz not null,
  actor       text        not null,
  constraint mismatch_pkey primary key (device_id, claim_no, no),
  constraint mismatch_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint mismatch_question foreign key (device_id, claim_no, question_no)
    references claims.question (device_id, claim_no, no),
  constraint mismatch_choice check (choice in ('ask', 'refuse', 'continue')),
  constraint mismatch_asked check ((choice = 'ask') = (question_no is not null)),
  constraint mismatch_kinds check (cardinality(kinds) > 0 and kinds <@ array['another_device',
    'another_maker', 'parts_missing', 'parts_unasked', 'condition_differs']),
  -- Nothing of a parcel is lost: it was taken in, or it is kept by itself.
  constraint mismatch_kept check ((intake_no is null) <> (stray_id is null))
);

-- Where a case lies at the bench. The newest counts.
create table service.bin_place (
  device_id text        not null,
  claim_no  integer     not null,
  no        integer     not null,
  place     text        not null,
  at        timestamptz not null,
  actor     text        not null,
  constraint bin_place_pkey primary key (device_id, claim_no, no),
  constraint bin_place_claim foreign key (device_id, claim_no) references claims.claim (device_id, no)
);
create index bin_place_by_place on service.bin_place (place);

-- What symptoms, findings and checks are called, by family of devices: a group, a series, or `*`.
create table service.bench_code (
  kind       text        not null,
  family     text        not null,
  code       text        not null,
  title      text        not null,
  -- Of a finding: what it means to the terms. Null: nothing but what is judged beside it.
  facts      jsonb,
  retired_at timestamptz,
  constraint bench_code_pkey primary key (kind, family, code),
  constraint bench_code_kind check (kind in ('symptom', 'finding', 'check')),
  constraint bench_code_facts check (facts is null or kind = 'finding')
);

-- How many working days units took from payment to parcel, where enough have left to tell.
create table service.turnaround (
  region      text        not null,
  model       text        not null,
  unit        text        not null,
  days        integer     not null,
  cases       integer     not null,
  reckoned_at timestamptz not null,
  constraint turnaround_pkey primary key (region, model, unit),
  constraint turnaround_unit check (unit in ('replacement', 'repaired', 'unrepaired')),
  constraint turnaround_figures check (days >= 0 and cases > 0)
);

alter table service.intake add column weight_grams integer constraint intake_weight check (weight_grams > 0);
alter table service.inspection add column codes jsonb;

grant select, insert on claims.question, service.mismatch, service.bin_place to evermend_app;
grant update (state, answer, answer_says, closed_at, closed_by) on claims.question to evermend_app;
grant select, insert, update on service.stray_parcel, service.bench_code, service.turnaround to evermend_app;
grant delete on service.turnaround to evermend_app;
