-- What is left on a reseller's balance when its contract has ended is paid out: of the top-ups it came from,
-- or by a transfer that a person makes.
alter table money.refund
  drop constraint refund_kind,
  drop constraint refund_source,
  add constraint refund_kind check (kind in
    ('cancellation', 'return', 'renewal', 'goodwill', 'penalty', 'hold', 'balance', 'credit',
     'reseller_balance')),
  -- What it is taken from: a hold, a credit (its root), a reseller's balance (its root, and the charge of a
  -- top-up where its provider gives it back), else a charge.
  add constraint refund_source check (
    (kind = 'hold') = (hold_no is not null)
    and (kind = 'reseller_balance' or (kind in ('hold', 'credit')) = (charge_no is null)));
