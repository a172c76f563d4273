-- What others say they did for us, compared with what we have, and what becomes of each difference.

-- A report as it was read in: the same bytes are the same report. `report_id` is a digest.
create table money.report (
  report_id text        not null,
  -- provider, bank, carrier, reseller; and which one of them.
  kind      text        not null,
  party     text        not null,
  -- The days it tells everything of.
  from_on   date        not null,
  to_on     date        not null,
  -- Sent by a person, or fetched from who can tell.
  origin    text        not null,
  lines     integer     not null,
  made_by   text        not null,
  made_at   timestamptz not null,
  constraint report_pkey primary key (report_id),
  constraint report_kind check (kind in ('provider', 'bank', 'carrier', 'reseller')),
  constraint report_days check (from_on <= to_on),
  constraint report_origin check (origin in ('sent', 'fetched'))
);
create index report_by_party on money.report (kind, party, to_on);
create index report_by_age on money.report (made_at, report_id);

-- A line of it, each once by its teller's own id, however many reports repeat it: `line_id` is a digest of
-- who tells, what of, and that id. It is its own root in the ledger.
create table money.report_line (
  line_id      text        not null,
  report_id    text        not null,
  line_no      integer     not null,
  kind         text        not null,
  party        text        not null,
  entry        text        not null,
  their_id     text        not null,
  reference    text        not null,
  -- Our key, where they carry it; and the payment that a refund or a dispute is of.
  our_key      text,
  of_reference text,
  programme    text,
  amount_minor bigint      not null,
  fee_minor    bigint      not null,
  currency     text        not null,
  at           timestamptz not null,
  weight_grams integer,
  quantity     integer,
  -- Its fee, payout or price is in our books since.
  posted_at    timestamptz,
  -- It stood in their books, and does not any more.
  gone_at      timestamptz,
  constraint report_line_pkey primary key (line_id),
  constraint report_line_entry check (entry in ('payment', 'refund', 'dispute', 'dispute_won', 'fee',
    'payout', 'credit', 'debit', 'parcel', 'codes')),
  constraint report_line_amounts check (amount_minor >= 0)
);
create index report_line_of_party on money.report_line (kind, party, at);
create index report_line_of_report on money.report_line (report_id, line_no);

-- What a provider or a carrier has agreed to ask of us, each from a day on.
create table money.tariff (
  kind         text    not null,
  party        text    not null,
  currency     text    not null,
  valid_on     date    not null,
  -- Of a provider: a share of a payment, and so much for each.
  basis_points integer not null default 0,
  fixed_minor  bigint  not null default 0,
  -- Of a carrier: what a parcel of ours weighs at the most, and prices up to weights.
  parcel_grams integer,
  bands        jsonb   not null default '[]',
  set_by       text    not null,
  set_at       timestamptz not null,
  constraint tariff_pkey primary key (kind, party, currency, valid_on),
  constraint tariff_kind check (kind in ('provider', 'carrier')),
  constraint tariff_amounts check (basis_points >= 0 and basis_points <= 10000 and fixed_minor >= 0)
);

-- A night and a party: what was compared. `run_id` is a digest of both.
create table money.reconciliation (
  run_id      text        not null,
  night_on    date        not null,
  kind        text        not null,
  party       text        not null,
  state       text        not null,
  step        text        not null,
  ours        integer     not null default 0,
  theirs      integer     not null default 0,
  matched     integer     not null default 0,
  found       integer     not null default 0,
  explained   integer     not null default 0,
  posted      integer     not null default 0,
  started_at  timestamptz not null,
  finished_at timestamptz,
  constraint reconciliation_pkey primary key (run_id),
  constraint reconciliation_state check (state in ('running', 'done')),
  constraint reconciliation_finished check ((state = 'done') = (finished_at is not null))
);
create index reconciliation_by_night on money.reconciliation (night_on, run_id);

-- Something that is not the same there and here. `difference_id` is a digest of its party, cause and subject.
create table money.difference (
  difference_id text        not null,
  kind          text        not null,
  party         text        not null,
  cause         text        not null,
  state         text        not null,
  -- What it is about: a line of theirs, a row of ours, or both.
  line_id       text,
  our_key       text,
  amount_minor  bigint      not null,
  currency      text,
  detail        text        not null,
  found_at      timestamptz not null,
  found_by      text        not null,
  -- Asked to be settled, where a second person has to agree.
  asked_by      text,
  asked_as      text,
  asked_why     text,
  ended_at      timestamptz,
  ended_by      text,
  end_reason    text,
  -- What was posted for it: the root and source of the posting.
  posted_root   text,
  posted_source text,
  constraint difference_pkey primary key (difference_id),
  constraint difference_state check (state in ('open', 'explained', 'posted', 'settled')),
  constraint difference_ended check ((state = 'open') = (ended_at is null)
    and (ended_at is null) = (ended_by is null)),
  constraint difference_reason check (state not in ('settled', 'posted') or end_reason is not null),
  constraint difference_posted check ((state = 'posted') = (posted_source is not null)),
  constraint difference_two check (asked_by is null or ended_by is null or state = 'explained'
    or asked_by <> ended_by)
);
create index difference_open on money.difference (kind, party, found_at) where state = 'open';
create index difference_by_age on money.difference (found_at, difference_id);

-- While the newest row is open no money is taken and nothing is shipped, until the world outside is matched.
create table money.reconcile_mode (
  no         integer     not null,
  reason     text        not null,
  started_by text        not null,
  started_at timestamptz not null,
  ended_by   text,
  ended_at   timestamptz,
  end_reason text,
  constraint reconcile_mode_pkey primary key (no),
  constraint reconcile_mode_ended check ((ended_at is null) = (ended_by is null))
);
create unique index reconcile_mode_one_open on money.reconcile_mode ((true)) where ended_at is null;

-- What the test bank keeps of a payment.
alter table money.test_payment add column fee_minor bigint not null default 0;

create index attempt_ended on money.attempt (resolved_at, root_id) where state = 'succeeded';

-- Every night; long due, so that the first look is at once.
insert into platform.deadline (root_id, kind, key, due_at)
values ('ledger', 'night_falls', 'night', '2000-01-01T00:00:00Z');

grant select, insert on money.report, money.tariff to evermend_app;
grant select, insert on money.report_line to evermend_app;
grant update (amount_minor, fee_minor, currency, at, posted_at, gone_at) on money.report_line to evermend_app;
grant select, insert, update on money.reconciliation to evermend_app;
grant select, insert on money.difference to evermend_app;
grant update (state, amount_minor, detail, asked_by, asked_as, asked_why, ended_at, ended_by, end_reason,
  posted_root,
              posted_source) on money.difference to evermend_app;
grant select, insert on money.reconcile_mode to evermend_app;
grant update (ended_by, ended_at, end_reason) on money.reconcile_mode to evermend_app;
