-- A bank may take back what a reseller's balance was topped up with. That alone may bring a balance below its
-- credit, and only by so much.
alter table money.reseller_account
  add column taken_back_minor bigint not null default 0,
  drop constraint reseller_account_credit,
  add constraint reseller_account_credit
    check (credit_minor >= 0 and taken_back_minor >= 0
           and balance_minor >= -credit_minor - taken_back_minor);
