-- A hold, its capture and its release may go by one reference of the provider's.
alter table money.provider_ref drop constraint provider_ref_pkey;
alter table money.provider_ref add constraint provider_ref_pkey primary key (provider, provider_ref, about);
create index attempt_open on money.attempt (started_at, root_id, about, about_no, no)
  where state in ('pending', 'unknown');
create index charge_by_age on money.charge (created_at, root_id, no);

-- What providers tell us of their own accord, each message once. A message is a hint: what it names is asked
-- about.
create table money.provider_event (
  provider     text        not null,
  event_id     text        not null,
  kind         text        not null,
  -- What it names: a key of ours, the provider's reference of a payment, or of a dispute.
  attempt_key  text,
  provider_ref text,
  dispute_ref  text,
  received_at  timestamptz not null,
  followed_at  timestamptz,
  -- new -> followed | unmatched (names nothing of ours) | contradicts (money moved under a try that failed).
  state        text        not null default 'new',
  constraint provider_event_pkey primary key (provider, event_id),
  constraint provider_event_state check (state in ('new', 'followed', 'unmatched', 'contradicts')),
  constraint provider_event_followed check ((state = 'new') = (followed_at is null))
);
create index provider_event_by_age on money.provider_event (received_at, provider, event_id);

-- What a payer writes on a bank transfer, and to where, as it was told to them. The reference is the value.
create table money.payment_reference (
  reference  text        not null,
  root_id    text        not null,
  charge_no  integer     not null,
  iban       text        not null,
  bic        text,
  holder     text        not null,
  created_at timestamptz not null,
  constraint payment_reference_pkey primary key (reference)
);
create index payment_reference_of_charge on money.payment_reference (root_id, charge_no);

-- Money that came to our bank, each booking of the bank's once: `credit_id` is a digest of the bank's own id.
-- It is its own root in the ledger while it belongs to nothing.
create table money.bank_credit (
  credit_id      text        not null,
  bank_id        text        not null,
  amount_minor   bigint      not null,
  currency       text        not null,
  reference      text        not null,
  booked_on      date        not null,
  state          text        not null,
  -- The charge it went to; null while nobody knows.
  root_id        text,
  charge_no      integer,
  -- How much of it the charge took; the rest is the payer's balance.
  allocated_minor bigint     not null default 0,
  created_at     timestamptz not null,
  created_by     text        not null,
  assigned_at    timestamptz,
  assigned_by    text,
  constraint bank_credit_pkey primary key (credit_id),
  constraint bank_credit_state check (state in ('unallocated', 'assigned')),
  constraint bank_credit_assigned
    check ((state = 'assigned') = (root_id is not null and charge_no is not null)),
  constraint bank_credit_amounts check (amount_minor > 0 and allocated_minor between 0 and amount_minor)
);
create index bank_credit_of_charge on money.bank_credit (root_id, charge_no) where root_id is not null;
create index bank_credit_by_age on money.bank_credit (created_at, credit_id);

-- What was captured on an invoice and is to be paid by a day.
create table money.receivable (
  root_id      text        not null,
  charge_no    integer     not null,
  reference    text        not null,
  amount_minor bigint      not null,
  currency     text        not null,
  paid_minor   bigint      not null default 0,
  invoiced_at  timestamptz not null,
  due_on       date        not null,
  paid_at      timestamptz,
  constraint receivable_pkey primary key (root_id, charge_no),
  constraint receivable_charge foreign key (root_id, charge_no) references money.charge (root_id, no),
  constraint receivable_amounts check (amount_minor > 0 and paid_minor between 0 and amount_minor),
  constraint receivable_paid check ((paid_minor = amount_minor) = (paid_at is not null))
);
create index receivable_by_due on money.receivable (due_on, root_id, charge_no);

-- The test bank books every kind of instruction, and may move something else than it was asked for.
alter table money.test_payment add column about text not null default 'charge';
alter table money.test_payment alter column about drop default;
alter table money.test_payment add column of_ref text;
alter table money.test_payment add column moved_minor bigint;
alter table money.test_payment add column moved_currency text;
alter table money.test_payment add column return_url text;
alter table money.test_payment drop constraint test_payment_outcome;
alter table money.test_payment add constraint test_payment_outcome
  check (outcome in ('unheard', 'succeeded', 'failed', 'pending', 'returned'));
create index test_payment_by_ref on money.test_payment (provider_ref);

grant select, insert, update on money.provider_event, money.bank_credit, money.receivable to evermend_app;
grant select, insert on money.payment_reference to evermend_app;
