-- Whatever is paid back is a refund: of a charge, as before; of a hold that was captured wrongly; of what a
-- payer has with us; of money that came to our bank and is nobody's.
alter table money.refund alter column charge_no drop not null;
alter table money.refund add column hold_no integer;
alter table money.refund drop constraint refund_kind;
alter table money.refund add constraint refund_kind check (kind in
  ('cancellation', 'return', 'renewal', 'goodwill', 'penalty', 'hold', 'balance', 'credit'));
-- What it is taken from: a hold, a credit (its root), else a charge.
alter table money.refund add constraint refund_source check (
  (kind = 'hold') = (hold_no is not null) and (kind in ('hold', 'credit')) = (charge_no is null));
alter table money.refund add constraint refund_hold
  foreign key (root_id, hold_no) references money.hold (root_id, no);
create index refund_of_hold on money.refund (root_id, hold_no) where hold_no is not null;
create index refund_of_subject on money.refund (subject) where subject is not null;

-- What lost disputes have paid of it, of its lines in their order: only the rest is paid by us.
alter table money.refund add column settled_minor bigint not null default 0;
update money.refund set settled_minor = amount_minor where means = 'dispute';
alter table money.refund add constraint refund_settled check (
  settled_minor >= 0 and settled_minor <= amount_minor
  and (means = 'dispute') <= (settled_minor = amount_minor));

-- What was promised back of what was captured.
alter table money.hold add column refunded_minor bigint not null default 0;
alter table money.hold add constraint hold_refunded check (refunded_minor between 0 and captured_minor);

-- Money that is nobody's goes back to where it came from. It is sent back, or it is given to a charge.
alter table money.bank_credit drop constraint bank_credit_state;
alter table money.bank_credit add constraint bank_credit_state
  check (state in ('unallocated', 'assigned', 'returned', 'paid_out'));
-- Of what a provider paid out to us: the line of its report that says so. It is nobody's payment.
alter table money.bank_credit add column payout_line_id text;
alter table money.bank_credit add constraint bank_credit_paid_out
  check ((state = 'paid_out') = (payout_line_id is not null));

grant update (settled_minor) on money.refund to evermend_app;
