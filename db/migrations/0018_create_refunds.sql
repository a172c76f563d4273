-- What is paid back, and what card holders' banks took back.

-- What was promised back of a charge, paid or not: never more than was captured.
alter table money.charge add column refunded_minor bigint not null default 0;
alter table money.charge add constraint charge_refunded
  check (refunded_minor >= 0 and refunded_minor <= case when state = 'captured' then amount_minor else 0 end);

create table money.refund (
  root_id         text        not null,
  no              integer     not null,
  charge_no       integer     not null,
  kind            text        not null,
  -- What it is for: the public id of a contract or an order; null for goodwill.
  subject         text,
  amount_minor    bigint      not null,
  -- What the law adds because it was late; reckoned when it is paid, and paid by a refund of its own.
  penalty_minor   bigint      not null default 0,
  currency        text        not null,
  state           text        not null,
  -- How it is paid: by the provider that took the money, by a bank transfer a person makes, into the
  -- payer's balance, or by the payer's bank, which has kept the money in a dispute.
  means           text        not null,
  method          text        not null,
  reason          text        not null,
  -- Above the limit its approver is another than its requester.
  second_person   boolean     not null,
  requested_by    text        not null,
  requested_at    timestamptz not null,
  decided_by      text,
  decided_at      timestamptz,
  decision_reason text,
  -- The day by which the law or the terms want it paid.
  due_at          timestamptz,
  -- Why the last try failed, in the provider's words.
  failure         text,
  -- What the payment is known by outside.
  reference       text,
  closed_at       timestamptz,
  version         integer     not null default 1,
  constraint refund_pkey primary key (root_id, no),
  constraint refund_charge foreign key (root_id, charge_no) references money.charge (root_id, no),
  constraint refund_kind check (kind in ('cancellation', 'return', 'renewal', 'goodwill', 'penalty')),
  constraint refund_amounts check (amount_minor > 0 and penalty_minor >= 0),
  constraint refund_state check (state in ('requested', 'approved', 'paid', 'failed', 'declined')),
  constraint refund_means check (means in ('provider', 'transfer', 'balance', 'dispute')),
  constraint refund_decided check (
    (state = 'requested') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint refund_second_person check (not second_person or decided_by <> requested_by),
  constraint refund_closed check ((state in ('paid', 'declined')) = (closed_at is not null))
);
create index refund_of_charge on money.refund (root_id, charge_no);
create index refund_by_request on money.refund (requested_at desc, root_id, no);
create index refund_open_by_due on money.refund (due_at, root_id, no) where state not in ('paid', 'declined');

-- What a refund is made of: what comes back for each plan, and the decision it rests on, byte for byte,
-- with its facts.
create table money.refund_line (
  root_id    text    not null,
  refund_no  integer not null,
  no         integer not null,
  sale_no    integer,
  -- Of a kindness: the line of the charge whose tax it corrects.
  line_no    integer,
  net_minor  bigint  not null,
  tax_minor  bigint  not null,
  tax_kind   text    not null,
  programme  text    not null,
  region     text    not null,
  -- What of its net amount was still deferred, what its end earned at once, and what its sale was before:
  -- all that is
  -- needed to undo it when it is declined.
  deferred_minor   bigint not null default 0,
  earned_now_minor bigint not null default 0,
  sale_state       text,
  receipt    json,
  facts      json,
  constraint refund_line_pkey primary key (root_id, refund_no, no),
  constraint refund_line_refund foreign key (root_id, refund_no) references money.refund (root_id, no),
  constraint refund_line_amounts check (net_minor >= 0 and tax_minor >= 0 and net_minor + tax_minor > 0),
  constraint refund_line_split check (
    deferred_minor >= 0 and deferred_minor <= net_minor and earned_now_minor >= 0),
  constraint refund_line_sale check ((sale_no is null) = (sale_state is null)),
  constraint refund_line_tax check (tax_minor = 0 or tax_kind <> 'none'),
  constraint refund_line_basis check ((receipt is null) = (facts is null))
);
-- A plan is given back once; a declined refund leaves it for another.
create index refund_line_of_sale on money.refund_line (root_id, sale_no) where sale_no is not null;

create table money.dispute (
  root_id      text        not null,
  no           integer     not null,
  charge_no    integer     not null,
  provider     text        not null,
  -- What the provider calls it, once.
  provider_ref text        not null,
  amount_minor bigint      not null,
  currency     text        not null,
  fee_minor    bigint      not null default 0,
  reason       text        not null,
  state        text        not null,
  opened_at    timestamptz not null,
  -- Until when the bank takes evidence.
  answer_until timestamptz,
  closed_at    timestamptz,
  -- When the plans it was about were given up for it, after it was lost.
  settled_at   timestamptz,
  version      integer     not null default 1,
  constraint dispute_pkey primary key (root_id, no),
  constraint dispute_charge foreign key (root_id, charge_no) references money.charge (root_id, no),
  constraint dispute_once unique (root_id, provider, provider_ref),
  constraint dispute_amounts check (amount_minor > 0 and fee_minor >= 0),
  constraint dispute_state check (state in ('opened', 'won', 'lost')),
  constraint dispute_closed check ((state = 'opened') = (closed_at is null)),
  constraint dispute_settled check (settled_at is null or state = 'lost')
);
create index dispute_by_opening on money.dispute (opened_at desc, root_id, no);

grant select, insert on money.refund, money.refund_line, money.dispute to evermend_app;
-- What was asked for never changes; what became of it does.
grant update (penalty_minor, state, means, method, decided_by, decided_at, decision_reason, failure,
              reference, closed_at, version) on money.refund to evermend_app;
grant update (state, fee_minor, closed_at, settled_at, version) on money.dispute to evermend_app;

-- How a plan was bought, as far as its law asks: channel, country, whether it was told of the right to
-- withdraw.
alter table contracts.code add column purchase jsonb;
alter table contracts.contract add column purchase jsonb;
-- Why a code was taken out of use: what came back may be sold on again, what is disputed may be won.
alter table contracts.code add column voided_for text;
alter table contracts.code add constraint code_voided_for check (voided_for is null or state = 'void');
grant update (voided_for) on contracts.code to evermend_app;

-- What the law of its buyer asks for when codes come back.
alter table commerce.order add column buyer_state text;
alter table commerce.order add column withdrawal_shown boolean not null default false;

-- A contract whose payment is disputed gives nothing until that is decided.
alter table contracts.contract drop constraint contract_state;
alter table contracts.contract add constraint contract_state
  check (state in ('scheduled', 'active', 'suspended', 'expired', 'exhausted', 'cancelled'));
-- One that was ended: when, by whom, why, and what it was before.
alter table contracts.contract add column cancelled_at timestamptz;
alter table contracts.contract add column cancelled_from text;
alter table contracts.contract add constraint contract_cancelled
  check ((state = 'cancelled') = (cancelled_at is not null and cancelled_from is not null));
grant update (cancelled_at, cancelled_from) on contracts.contract to evermend_app;
