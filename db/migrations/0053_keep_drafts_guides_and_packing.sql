-- What stands before and around a case: reports that are not sent yet, guides that may spare one, what owners
-- say of their parcel, and whether it was easy.

-- A report that somebody began: number 1 is its owner's, 2 the office's, who writes down what a caller tells.
-- Addresses are not kept in it. It goes when the report is sent, in the statement that opens the case.
create table claims.report_draft (
  device_id text        not null,
  no        integer     not null,
  -- Who holds the device: it is theirs, and nobody's who has the device after them.
  person_id text        not null,
  answers   jsonb       not null,
  kept_at   timestamptz not null,
  kept_by   text        not null,
  constraint report_draft_pkey primary key (device_id, no),
  constraint report_draft_device foreign key (device_id) references contracts.device (device_id),
  constraint report_draft_side check (no in (1, 2)),
  constraint report_draft_answers check (jsonb_typeof(answers) = 'object' and length(answers::text) <= 4000)
);
create index report_draft_of_person on claims.report_draft (person_id);
create index report_draft_newest on claims.report_draft (no, kept_at);
grant select, insert, update, delete on claims.report_draft to evermend_app;

-- What to try before a case, by model and by what happened. Versions stay as they were read.
create table service.guide (
  guide_id     text        not null,
  version      integer     not null,
  state        text        not null,
  models       text[]      not null,
  series       text[]      not null,
  causes       text[]      not null,
  -- Each of a language: its title and its steps.
  texts        jsonb       not null,
  changes      integer     not null default 1,
  created_at   timestamptz not null,
  created_by   text        not null,
  published_at timestamptz,
  retired_at   timestamptz,
  constraint guide_pkey primary key (guide_id, version),
  constraint guide_state check (state in ('draft', 'published', 'retired')),
  constraint guide_published check (state = 'retired' or (published_at is not null) = (state = 'published')),
  constraint guide_retired check ((retired_at is not null) = (state = 'retired')),
  constraint guide_causes check (cardinality(causes) > 0),
  constraint guide_texts check (jsonb_typeof(texts) = 'array' and jsonb_array_length(texts) > 0)
);
create unique index guide_one_published on service.guide (guide_id) where state = 'published';
create unique index guide_one_draft on service.guide (guide_id) where state = 'draft';
grant select, insert, update on service.guide to evermend_app;

-- How often a version of a guide helped, and how often it did not. Nobody is named.
create table service.guide_answer (
  guide_id text    not null,
  version  integer not null,
  solved   boolean not null,
  count    integer not null,
  constraint guide_answer_pkey primary key (guide_id, version, solved),
  constraint guide_answer_guide foreign key (guide_id, version) references service.guide (guide_id, version),
  constraint guide_answer_count check (count > 0)
);
grant select, insert, update on service.guide_answer to evermend_app;

-- What an owner says has left for the bench: the parts that were ticked, and the parcel's number if it has
-- one.
create table service.sending (
  device_id text        not null,
  claim_no  integer     not null,
  no        integer     not null,
  parts     text[]      not null,
  carrier   text,
  tracking  text,
  at        timestamptz not null,
  actor     text        not null,
  constraint sending_pkey primary key (device_id, claim_no, no),
  constraint sending_claim foreign key (device_id, claim_no) references claims.claim (device_id, no)
);
grant select, insert on service.sending to evermend_app;

-- Whether it was easy, asked once when a case is closed.
create table service.case_answer (
  device_id text        not null,
  claim_no  integer     not null,
  centre_id text,
  easy      text        not null,
  at        timestamptz not null,
  actor     text        not null,
  constraint case_answer_pkey primary key (device_id, claim_no),
  constraint case_answer_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint case_answer_centre foreign key (centre_id) references service.centre (centre_id),
  constraint case_answer_easy check (easy in ('yes', 'partly', 'no'))
);
create index case_answer_newest on service.case_answer (at, device_id, claim_no);
grant select, insert on service.case_answer to evermend_app;
