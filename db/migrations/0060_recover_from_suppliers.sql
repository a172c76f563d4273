-- What we get back of makers and of who made a part, for defects that were ours to put right.
create table service.recovery_agreement (
  supplier      text        not null,
  begins_on     date       not null,
  -- `maker` answers for what no part supplier answers for.
  kind          text        not null,
  -- The models and series it is for; both empty are all.
  models        text[]      not null,
  series        text[]      not null,
  currency      text        not null,
  labour_minor  bigint      not null,
  -- What each part brings: { part: minor units }. Of a part supplier they are its parts.
  part_minor    jsonb       not null,
  -- How long a part supplier answers for its parts, from when the device began to be used; null: whenever.
  months        integer,
  -- Sent by so many days after the case has ended; answered so many days after that.
  claim_days    integer     not null,
  answer_days   integer     not null,
  version       integer     not null default 1,
  set_at        timestamptz not null,
  set_by        text        not null,
  constraint recovery_agreement_pkey primary key (supplier, begins_on),
  constraint recovery_agreement_supplier foreign key (supplier) references catalogue.supplier (supplier),
  constraint recovery_agreement_kind check (kind in ('maker', 'part')),
  constraint recovery_agreement_figures check (labour_minor >= 0 and months between 1 and 240
    and claim_days between 1 and 730 and answer_days between 1 and 730)
);

create table service.recovery (
  device_id      text        not null,
  no             integer     not null,
  claim_no       integer     not null,
  supplier       text        not null,
  serial         text        not null,
  model          text        not null,
  programme      text        not null,
  region         text        not null,
  zone           text        not null,
  state          text        not null,
  currency       text        not null,
  amount_minor   bigint      not null,
  -- What it is made of: [{ what, finding, amountMinor }].
  lines          jsonb       not null,
  answer_days    integer     not null,
  made_at        timestamptz not null,
  due_at         timestamptz not null,
  -- What was sent, as it was sent.
  pack           json,
  sent_at        timestamptz,
  contact_id     text,
  answer_due_at  timestamptz,
  answered_at    timestamptz,
  accepted_minor bigint,
  -- What its supplier calls it, and why it pays less.
  reference      text,
  reason         text,
  paid_at        timestamptz,
  credit_id      text,
  version        integer     not null default 1,
  constraint recovery_pkey primary key (device_id, no),
  constraint recovery_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint recovery_supplier foreign key (supplier) references catalogue.supplier (supplier),
  -- Once of each case and supplier.
  constraint recovery_once unique (device_id, claim_no, supplier),
  constraint recovery_state check (state in
    ('due', 'sent', 'accepted', 'partly', 'refused', 'lapsed', 'paid')),
  constraint recovery_amount check (amount_minor > 0),
  constraint recovery_sent check (case when state = 'due' then sent_at is null and pack is null
    when state = 'lapsed' then (sent_at is null) = (pack is null)
    else sent_at is not null and pack is not null and answer_due_at is not null end),
  constraint recovery_answered check (case state
    when 'accepted' then accepted_minor = amount_minor
    when 'partly' then accepted_minor > 0 and accepted_minor < amount_minor
    when 'refused' then accepted_minor = 0
    when 'paid' then accepted_minor > 0 and accepted_minor <= amount_minor
    else accepted_minor is null end),
  constraint recovery_paid check ((state = 'paid') = (paid_at is not null)
    and (state = 'paid') = (credit_id is not null))
);
create index recovery_by_due on service.recovery (due_at, device_id, no);
create index recovery_of_supplier on service.recovery (supplier, state);

grant select, insert, update on service.recovery, service.recovery_agreement to evermend_app;
