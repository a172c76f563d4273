-- The ledger. A posting moves an amount from one account (credit) to another (debit), so that whatever is
-- posted sums to zero; nothing is ever changed or taken back but by another posting.

-- An account is one kind of money of one programme, region and currency. `party` tells accounts of a kind
-- apart: the provider, the kind of tax, the payer. Never a name or an address. Its id is a digest of all
-- that, so that every process knows it without asking.
create table money.account (
  account_id bigint not null,
  programme  text   not null,
  region     text   not null,
  currency   text   not null,
  kind       text   not null,
  party      text   not null default '',
  constraint account_pkey primary key (account_id),
  constraint account_name unique (programme, region, currency, kind, party),
  -- What a posting's currency points at: an amount cannot be posted to an account of another currency.
  constraint account_currency unique (account_id, currency)
);

create table money.posting (
  root_id      text        not null,
  no           integer     not null,
  -- What it is posted for, once: "charge/1/captured", "sale/3/earned/2026-03". Its parts are numbered.
  source       text        not null,
  part         smallint    not null,
  at           timestamptz not null,
  debit_id     bigint      not null,
  credit_id    bigint      not null,
  amount_minor bigint      not null,
  currency     text        not null,
  charge_no    integer,
  sale_no      integer,
  constraint posting_pkey primary key (root_id, no),
  constraint posting_once unique (root_id, source, part),
  constraint posting_moves check (amount_minor > 0 and debit_id <> credit_id),
  constraint posting_debit foreign key (debit_id, currency) references money.account (account_id, currency),
  constraint posting_credit foreign key (credit_id, currency) references money.account (account_id, currency)
);
create index posting_by_debit on money.posting (debit_id, at, root_id, no);
create index posting_by_credit on money.posting (credit_id, at, root_id, no);

-- What was posted to an account in a month, in slices so that writers seldom meet. Written with the postings,
-- in the same statement: the balance of an account is the sum of its slices, whatever the number of its
-- postings. A slice is changed often and never grows, so its page keeps room to change it in place.
create table money.account_month (
  account_id   bigint   not null,
  month_on     date     not null,
  slice        smallint not null,
  debit_minor  bigint   not null,
  credit_minor bigint   not null,
  postings     bigint   not null,
  constraint account_month_pkey primary key (account_id, month_on, slice),
  constraint account_month_account foreign key (account_id) references money.account (account_id),
  constraint account_month_first check (extract(day from month_on) = 1)
) with (fillfactor = 40);

-- Taxes by country, each from a day on. Off where prices are without it and somebody else reckons it.
create table catalogue.tax_rate (
  country           text    not null,
  valid_on          date    not null,
  kind              text    not null,
  rate_basis_points integer not null,
  is_charged        boolean not null,
  source            text    not null,
  constraint tax_rate_pkey primary key (country, valid_on),
  constraint tax_rate_kind check (kind in ('vat', 'gst', 'sales_tax', 'other')),
  constraint tax_rate_bounds check (rate_basis_points between 0 and 10000)
);

-- How what was paid for plans is earned: the newest for a programme and plan counts for what is sold from
-- then on. A plan of '' is every plan of the programme that has none of its own.
create table money.earning_curve (
  programme text        not null,
  plan      text        not null,
  no        integer     not null,
  curve     jsonb       not null,
  set_at    timestamptz not null,
  set_by    text        not null,
  constraint earning_curve_pkey primary key (programme, plan, no)
);

-- What a charge is made of.
create table money.charge_line (
  root_id   text    not null,
  charge_no integer not null,
  no        integer not null,
  kind      text    not null,
  programme text    not null,
  region    text    not null,
  -- The plan of a line of plans; null for a fee.
  plan      text,
  quantity  integer not null,
  net_minor bigint  not null,
  tax_minor bigint  not null,
  tax_kind  text    not null,
  constraint charge_line_pkey primary key (root_id, charge_no, no),
  constraint charge_line_charge foreign key (root_id, charge_no) references money.charge (root_id, no),
  constraint charge_line_kind check (kind in ('plan', 'fee')),
  constraint charge_line_plan check ((kind = 'plan') = (plan is not null)),
  constraint charge_line_amounts check (quantity > 0 and net_minor >= 0 and tax_minor >= 0),
  constraint charge_line_tax check ((tax_minor = 0) = (tax_kind = 'none'))
);

-- What was paid for one plan, and what became of it. Made when its charge is captured, on the charge's root.
create table money.sale (
  root_id            text        not null,
  no                 integer     not null,
  charge_no          integer     not null,
  line_no            integer     not null,
  programme          text        not null,
  region             text        not null,
  currency           text        not null,
  plan               text        not null,
  net_minor          bigint      not null,
  tax_minor          bigint      not null,
  tax_kind           text        not null,
  deferred_minor     bigint      not null,
  earned_minor       bigint      not null default 0,
  refunded_minor     bigint      not null default 0,
  refunded_tax_minor bigint      not null default 0,
  state              text        not null default 'unused',
  sold_at            timestamptz not null,
  -- The contract that earns it, from when it begins.
  contract_id        text,
  starts_at          timestamptz,
  ends_at            timestamptz,
  -- How it is earned, as it was agreed at the sale: a kind, and for a custom curve its points.
  curve              jsonb       not null,
  earned_until       timestamptz,
  version            integer     not null default 1,
  constraint sale_pkey primary key (root_id, no),
  constraint sale_charge foreign key (root_id, charge_no) references money.charge (root_id, no),
  constraint sale_state check (state in ('unused', 'earning', 'earned', 'refunded', 'lapsed')),
  constraint sale_ties check (net_minor = deferred_minor + earned_minor + refunded_minor),
  constraint sale_amounts check (deferred_minor >= 0 and earned_minor >= 0 and refunded_minor >= 0
                                 and refunded_tax_minor between 0 and tax_minor),
  constraint sale_period check ((state = 'earning') <= (starts_at is not null and ends_at > starts_at))
);
create index sale_earning on money.sale (earned_until, root_id, no) where state = 'earning';
create index sale_by_time on money.sale (sold_at, root_id, no);
create index sale_of_contract on money.sale (contract_id) where contract_id is not null;

-- Which sale a code stands for; absent for codes that were made without one.
alter table contracts.code add column sale_no integer;

-- A try is about anything money moves for, not only a charge.
alter table money.attempt drop constraint attempt_charge;
alter table money.attempt rename column charge_no to about_no;
alter table money.attempt add column about text not null default 'charge';
alter table money.attempt alter column about drop default;
alter table money.attempt add constraint attempt_about
  check (about in ('charge', 'refund', 'hold', 'capture', 'release'));
alter table money.attempt drop constraint attempt_pkey;
alter table money.attempt add constraint attempt_pkey primary key (root_id, about, about_no, no);
drop index money.attempt_one_open;
drop index money.attempt_one_success;
create unique index attempt_one_open on money.attempt (root_id, about, about_no)
  where state in ('pending', 'unknown');
create unique index attempt_one_success on money.attempt (root_id, about, about_no) where state = 'succeeded';
-- Where the payer has to go to finish it (3-D Secure, a hosted page); and how its kind is known outside.
alter table money.attempt add column next_url text;
alter table money.provider_ref rename column charge_no to about_no;
alter table money.provider_ref add column about text not null default 'charge';
alter table money.provider_ref alter column about drop default;

-- When a month is over its earnings are booked; then the next one is waited for. Long due: the first look is
-- at once.
insert into platform.deadline (root_id, kind, key, due_at)
values ('ledger', 'month_ends', 'month', '2000-01-01T00:00:00Z');

grant select, insert on money.account, money.posting, money.charge_line, money.earning_curve to evermend_app;
grant select, insert on catalogue.tax_rate to evermend_app;
grant select, insert, update on money.account_month to evermend_app;
grant select, insert on money.sale to evermend_app;
grant update (deferred_minor, earned_minor, refunded_minor, refunded_tax_minor, state, contract_id, starts_at,
              ends_at, earned_until, version) on money.sale to evermend_app;
