-- What a reseller has with us, beside the ledger: the row that is locked when it pays, so that many orders
-- at once cannot spend the same money. Its balance is that of the ledger's account, to the cent.
create table money.reseller_account (
  -- The reseller's id: it is a root of its own.
  root_id       text    not null,
  currency      text    not null,
  balance_minor bigint  not null default 0,
  -- How far the balance, and what is owed on invoices, may go below nothing together.
  credit_minor  bigint  not null,
  -- Days to pay an invoice; null where it may not buy on one.
  invoice_days  integer,
  -- What it writes on a transfer that is for its balance.
  reference     text    not null,
  version       integer not null default 1,
  constraint reseller_account_pkey primary key (root_id, currency),
  constraint reseller_account_credit check (credit_minor >= 0 and balance_minor >= -credit_minor),
  constraint reseller_account_days check (invoice_days between 0 and 120)
);
grant select, insert, update on money.reseller_account to evermend_app;

-- A reference without a charge is that of a reseller's balance.
alter table money.payment_reference alter column charge_no drop not null;
alter table money.bank_credit
  drop constraint bank_credit_assigned,
  add constraint bank_credit_assigned check ((state = 'assigned') = (root_id is not null)
                                             and (charge_no is null or root_id is not null));

-- Whose invoice it is: what is open of it counts against that reseller's credit.
alter table money.receivable add column reseller_id text;
create index receivable_of_reseller on money.receivable (reseller_id) where reseller_id is not null;

-- A change of a balance by hand: one asks, another one agrees.
create table money.balance_correction (
  root_id      text        not null,
  no           integer     not null,
  currency     text        not null,
  -- Above nothing is given, below nothing is taken.
  amount_minor bigint      not null,
  reason       text        not null,
  state        text        not null,
  asked_by     text        not null,
  asked_at     timestamptz not null,
  ended_by     text,
  ended_at     timestamptz,
  constraint balance_correction_pkey primary key (root_id, no),
  constraint balance_correction_account foreign key (root_id, currency)
    references money.reseller_account (root_id, currency),
  constraint balance_correction_amount check (amount_minor <> 0),
  constraint balance_correction_state check (state in ('asked', 'booked', 'declined')),
  constraint balance_correction_ended check ((state = 'asked') = (ended_by is null)
                                             and (ended_by is null) = (ended_at is null)),
  constraint balance_correction_two check (state <> 'booked' or ended_by <> asked_by)
);
grant select, insert, update on money.balance_correction to evermend_app;

-- Money for a balance may come by card as well: a charge on the reseller's own root.
alter table money.charge
  drop constraint charge_purpose,
  add constraint charge_purpose check (purpose in ('order', 'claim_fee', 'renewal', 'top_up'));
alter table money.charge_line
  drop constraint charge_line_kind,
  add constraint charge_line_kind check (kind in ('plan', 'fee', 'goods', 'delivery', 'top_up'));
