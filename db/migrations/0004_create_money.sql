-- What people owe and what providers took. A charge belongs to a root: a device (fee, renewal) or an order.
create schema money;
grant usage on schema money to evermend_app;

create table money.charge (
  root_id      text        not null,
  no           integer     not null,
  purpose      text        not null,
  -- What it is for within the root: the claim's or contract's number, absent for an order.
  subject_no   integer,
  amount_minor bigint      not null,
  currency     text        not null,
  state        text        not null,
  due_at       timestamptz,
  created_at   timestamptz not null,
  closed_at    timestamptz,
  version      integer     not null default 1,
  constraint charge_pkey primary key (root_id, no),
  constraint charge_purpose check (purpose in ('order', 'claim_fee', 'renewal')),
  constraint charge_state check (state in ('open', 'captured', 'cancelled')),
  constraint charge_amount check (amount_minor >= 0),
  constraint charge_closed check ((state = 'open') = (closed_at is null))
);
-- One live charge per thing: a fee is never asked for twice.
create unique index charge_one_live on money.charge (root_id, purpose, coalesce(subject_no, 0))
  where state <> 'cancelled';

-- A try to collect a charge. Committed before the provider is called, resolved after.
create table money.attempt (
  root_id      text        not null,
  charge_no    integer     not null,
  no           integer     not null,
  key          text        not null,
  provider     text        not null,
  method       text        not null,
  state        text        not null,
  provider_ref text,
  reason       text,
  started_at   timestamptz not null,
  -- When the provider was first called, written before the call: whoever finds it set asks before he calls.
  called_at    timestamptz,
  -- When the provider last said something about it, and how often it was asked again.
  answered_at  timestamptz,
  asks         integer     not null default 0,
  resolved_at  timestamptz,
  constraint attempt_pkey primary key (root_id, charge_no, no),
  constraint attempt_charge foreign key (root_id, charge_no) references money.charge (root_id, no),
  constraint attempt_state check (state in ('pending', 'unknown', 'succeeded', 'failed')),
  constraint attempt_resolved check ((state in ('succeeded', 'failed')) = (resolved_at is not null))
);
-- While one try is pending or unknown no second one starts; a charge is captured once.
create unique index attempt_one_open on money.attempt (root_id, charge_no)
  where state in ('pending', 'unknown');
create unique index attempt_one_success on money.attempt (root_id, charge_no) where state = 'succeeded';

-- The provider's reference, once. The key is the value.
create table money.provider_ref (
  provider     text    not null,
  provider_ref text    not null,
  root_id      text    not null,
  charge_no    integer not null,
  attempt_no   integer not null,
  constraint provider_ref_pkey primary key (provider, provider_ref)
);

-- The books of the test provider: a stand-in bank with a memory of its own, for sandboxes and tests.
create table money.test_payment (
  key          text        not null,
  provider_ref text        not null,
  method       text        not null,
  amount_minor bigint      not null,
  currency     text        not null,
  outcome      text        not null,
  asked        integer     not null default 1,
  created_at   timestamptz not null,
  constraint test_payment_pkey primary key (key),
  constraint test_payment_outcome check (outcome in ('succeeded', 'failed', 'pending'))
);

grant select, insert, update on money.charge, money.attempt, money.test_payment to evermend_app;
grant select, insert on money.provider_ref to evermend_app;
