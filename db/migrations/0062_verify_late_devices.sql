-- Late enrolment: a device whose time for a plan is over is looked at, and then invited.

-- What was told of a device, and the plan it may have until an instant all the same.
create table contracts.invitation (
  device_id   text        not null,
  no          integer     not null,
  serial      text        not null,
  reason      text        not null,
  -- What it follows, by its public id: each thing invites once.
  subject     text        not null,
  person_id   text        not null,
  programme   text        not null,
  region      text        not null,
  zone        text        not null,
  state       text        not null default 'open',
  sent_at     timestamptz not null,
  ends_at     timestamptz not null,
  contract_no integer,
  closed_at   timestamptz,
  constraint invitation_pkey primary key (device_id, no),
  constraint invitation_device foreign key (device_id) references contracts.device (device_id),
  constraint invitation_once unique (device_id, subject),
  constraint invitation_reason check (reason in ('repair', 'video', 'inspection')),
  constraint invitation_state check (state in ('open', 'taken', 'lapsed', 'replaced')),
  constraint invitation_period check (ends_at > sent_at),
  constraint invitation_closed check ((state = 'open') = (closed_at is null)),
  constraint invitation_taken check ((state = 'taken') = (contract_no is not null)),
  constraint invitation_contract foreign key (device_id, contract_no)
    references contracts.contract (device_id, no)
);
create unique index invitation_open on contracts.invitation (device_id) where state = 'open';
grant select, insert on contracts.invitation to evermend_app;
grant update (state, contract_no, closed_at) on contracts.invitation to evermend_app;

create table claims.verification (
  device_id    text        not null,
  no           integer     not null,
  kind         text        not null,
  serial       text        not null,
  asker_id     text        not null,
  programme    text        not null,
  region       text        not null,
  zone         text        not null,
  -- The first use as it was told; null where the device was never used.
  activated_at timestamptz,
  state        text        not null default 'asked',
  -- How often it was handed in.
  submission   integer     not null default 0,
  -- Which list it is looked at by, and what of it is to be shown (again).
  checklist    text        not null,
  clips        text[]      not null,
  -- Why it was asked: the answer of the terms, byte for byte.
  receipt      json        not null,
  asked_by     text        not null,
  asked_at     timestamptz not null,
  -- Of what is asked for, only pieces behind this number count.
  clips_after  integer     not null default 0,
  submitted_at timestamptz,
  -- Until when the state lasts: to film, or to answer.
  due_at       timestamptz,
  closed_at    timestamptz,
  -- Of an inspection: where the device is.
  place        text,
  constraint verification_pkey primary key (device_id, no),
  constraint verification_device foreign key (device_id) references contracts.device (device_id),
  constraint verification_kind check (kind in ('video', 'inspection')),
  constraint verification_state check (state in
    ('asked', 'filming', 'submitted', 'asked_again', 'accepted', 'refused', 'lapsed', 'withdrawn')),
  constraint verification_clips check (cardinality(clips) > 0),
  constraint verification_submitted check
    ((submission > 0) = (submitted_at is not null) and (state in ('asked', 'filming', 'lapsed', 'withdrawn')
      or submission > 0)),
  constraint verification_closed check
    ((state in ('accepted', 'refused', 'lapsed', 'withdrawn')) = (closed_at is not null)),
  constraint verification_due check ((closed_at is null) = (due_at is not null))
);
create unique index verification_open on claims.verification (device_id) where closed_at is null;
create index verification_by_asking on claims.verification (asked_at, device_id, no);
create index verification_of_asker on claims.verification (asker_id);
grant select, insert on claims.verification to evermend_app;
grant update (state, submission, clips, clips_after, submitted_at, due_at, closed_at, place)
  on claims.verification to evermend_app;

-- What a person said of what was handed in: one for each time.
create table claims.verification_decision (
  device_id       text        not null,
  verification_no integer     not null,
  submission      integer     not null,
  decision        text        not null,
  clips           text[]      not null,
  -- What was looked at, and what of it does not fit.
  looked          text[]      not null,
  unfit           text[]      not null,
  -- What to show again, each with why.
  again           jsonb       not null default '[]',
  reason          text,
  clause          text,
  decided_by      text        not null,
  decided_at      timestamptz not null,
  constraint verification_decision_pkey primary key (device_id, verification_no, submission),
  constraint verification_decision_verification foreign key (device_id, verification_no)
    references claims.verification (device_id, no),
  constraint verification_decision_kind check (decision in ('accept', 'ask_again', 'refuse')),
  -- Nothing is decided of what nobody looked at, nor accepted what does not fit.
  constraint verification_decision_looked check (looked @> clips),
  constraint verification_decision_fits check (decision <> 'accept' or unfit = '{}'),
  constraint verification_decision_reason check
    ((decision = 'refuse') = (reason is not null) and (decision = 'refuse') = (clause is not null)),
  constraint verification_decision_again check ((decision = 'ask_again') = (again <> '[]'))
);
grant select, insert on claims.verification_decision to evermend_app;

-- A piece of evidence belongs to a claim or to a verification.
alter table claims.evidence drop constraint evidence_claim;
alter table claims.evidence drop constraint evidence_pkey;
alter table claims.evidence rename column claim_no to of_no;
alter table claims.evidence add column belongs_to text not null default 'claim';
alter table claims.evidence
  add column claim_no integer generated always as (case when belongs_to = 'claim' then of_no end) stored;
alter table claims.evidence add column verification_no integer
  generated always as (case when belongs_to = 'verification' then of_no end) stored;
alter table claims.evidence add constraint evidence_pkey primary key (device_id, belongs_to, of_no, no);
alter table claims.evidence add constraint evidence_belongs_to
  check (belongs_to in ('claim', 'verification'));
alter table claims.evidence add constraint evidence_claim
  foreign key (device_id, claim_no) references claims.claim (device_id, no);
alter table claims.evidence add constraint evidence_verification
  foreign key (device_id, verification_no) references claims.verification (device_id, no);
alter table claims.evidence drop constraint evidence_purpose;
alter table claims.evidence add constraint evidence_purpose check (purpose in
  ('whole_device', 'other_side', 'damage', 'serial_label', 'bench', 'free',
   'serials', 'sides', 'start', 'camera', 'motion'));
alter table claims.evidence add constraint evidence_clip check
  (belongs_to <> 'verification' or (kind = 'video' and purpose in
    ('serials', 'sides', 'start', 'camera', 'motion')));
