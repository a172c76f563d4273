-- Codes, devices, the contracts between them, and the replacements a contract grants.
create schema contracts;
grant usage on schema contracts to evermend_app;

-- The code family. The clear code is nowhere: a keyed digest finds it, a sealed copy lets its buyer see it.
create table contracts.code (
  code_digest    bytea       not null,
  pepper_version smallint    not null,
  last4          text        not null,
  sealed         bytea,
  programme      text        not null,
  plan           text        not null,
  sku            text        not null,
  models         text[]      not null,
  region         text        not null,
  state          text        not null,
  order_id       text        not null,
  line_no        integer     not null,
  sold_at        timestamptz not null,
  delivered_at   timestamptz,
  redeemed_by    text,
  redeemed_at    timestamptz,
  version        integer     not null default 1,
  constraint code_pkey primary key (code_digest),
  constraint code_state check (state in ('stock', 'sold', 'redeemed', 'void', 'expired')),
  constraint code_redeemed check (
    (state = 'redeemed') = (redeemed_by is not null and redeemed_at is not null)
  )
);
create index code_of_order on contracts.code (order_id, line_no);

-- The root of the device family: one logical device, whatever serial it wears today.
create table contracts.device (
  device_id    text        not null,
  serial       text        not null,
  model        text        not null,
  series       text        not null,
  device_group text        not null,
  region       text,
  -- Never activated, activated at an instant, or not known to us.
  activation   text        not null,
  activated_at timestamptz,
  purchased_on date,
  warranty_ends_at timestamptz,
  created_at   timestamptz not null,
  version      integer     not null default 1,
  constraint device_pkey primary key (device_id),
  constraint device_activation check (activation in ('never', 'known', 'unknown')),
  constraint device_activated check ((activation = 'known') = (activated_at is not null))
);

-- The serials a device has worn, in order. `to_at` is set when it is swapped out.
create table contracts.unit (
  device_id text        not null,
  no        integer     not null,
  serial    text        not null,
  from_at   timestamptz not null,
  to_at     timestamptz,
  reason    text        not null,
  constraint unit_pkey primary key (device_id, no),
  constraint unit_device foreign key (device_id) references contracts.device (device_id),
  constraint unit_reason check (reason in ('first', 'replacement')),
  constraint unit_order check (to_at is null or to_at >= from_at)
);
create unique index unit_one_current on contracts.unit (device_id) where to_at is null;

-- Every serial ever seen belongs to one device for ever, retired ones too. The key is the value.
create table contracts.serial_index (
  serial    text not null,
  device_id text not null,
  constraint serial_index_pkey primary key (serial)
);

create table contracts.contract (
  device_id     text        not null,
  no            integer     not null,
  programme     text        not null,
  terms_version text        not null,
  product       text        not null,
  region        text        not null,
  zone          text        not null,
  currency      text        not null,
  holder_id     text        not null,
  state         text        not null,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  code_digest   bytea,
  renews_no     integer,
  charge_no     integer,
  receipt       json        not null,
  concluded_at  timestamptz not null,
  version       integer     not null default 1,
  constraint contract_pkey primary key (device_id, no),
  constraint contract_device foreign key (device_id) references contracts.device (device_id),
  constraint contract_terms foreign key (programme, terms_version)
    references catalogue.terms_version (programme, version),
  constraint contract_state check (state in ('scheduled', 'active', 'expired', 'exhausted', 'cancelled')),
  constraint contract_period check (ends_at > starts_at),
  constraint contract_origin check ((code_digest is null) <> (renews_no is null)),
  constraint contract_renews_earlier check (renews_no < no),
  constraint contract_renewal_paid check ((renews_no is null) = (charge_no is null))
);
create unique index contract_one_active on contracts.contract (device_id) where state = 'active';
create unique index contract_one_scheduled on contracts.contract (device_id) where state = 'scheduled';
create unique index contract_one_successor on contracts.contract (device_id, renews_no)
  where renews_no is not null and state <> 'cancelled';
-- One renewal payment makes one renewal.
create unique index contract_one_per_charge on contracts.contract (device_id, charge_no)
  where charge_no is not null;
create index contract_by_holder on contracts.contract (holder_id);
create index contract_by_conclusion on contracts.contract (concluded_at desc, device_id, no);

-- A renewal that was allowed, from then until its charge is captured and the next contract is concluded.
-- One that was paid and found no place for its contract is owed back since `refund_due_at`.
create table contracts.renewal (
  device_id    text        not null,
  contract_no  integer     not null,
  charge_no    integer     not null,
  product      text        not null,
  receipt      json        not null,
  requested_at timestamptz not null,
  refund_due_at timestamptz,
  constraint renewal_pkey primary key (device_id, charge_no),
  constraint renewal_contract foreign key (device_id, contract_no)
    references contracts.contract (device_id, no)
);
create index renewal_of_contract on contracts.renewal (device_id, contract_no);

-- One row per granted replacement. Using one is taking a free row; there is nothing to count wrong.
create table contracts.benefit_slot (
  device_id   text        not null,
  contract_no integer     not null,
  benefit     text        not null,
  no          integer     not null,
  state       text        not null default 'free',
  claim_no    integer,
  reserved_at timestamptz,
  used_at     timestamptz,
  constraint benefit_slot_pkey primary key (device_id, contract_no, benefit, no),
  constraint benefit_slot_contract foreign key (device_id, contract_no)
    references contracts.contract (device_id, no),
  constraint benefit_slot_state check (state in ('free', 'reserved', 'used')),
  constraint benefit_slot_claim check ((state = 'free') = (claim_no is null)),
  constraint benefit_slot_used check ((state = 'used') = (used_at is not null))
);
create unique index benefit_slot_one_per_claim on contracts.benefit_slot (device_id, claim_no, benefit)
  where claim_no is not null;

-- Wrong tries at codes, per hour and per who tried: guessing is slowed, typing errors are not punished.
create table contracts.code_try (
  bucket   text        not null,
  hour     timestamptz not null,
  wrong    integer     not null,
  constraint code_try_pkey primary key (bucket, hour)
);
create index code_try_by_age on contracts.code_try (hour);

grant select, insert, update on contracts.device to evermend_app;
grant select, insert on contracts.code, contracts.unit, contracts.benefit_slot to evermend_app;
-- What a code is good for, which serial a unit is and what was granted never changes; what became of it does.
grant update (state, redeemed_by, redeemed_at, version) on contracts.code to evermend_app;
grant update (to_at) on contracts.unit to evermend_app;
grant update (state, claim_no, reserved_at, used_at) on contracts.benefit_slot to evermend_app;
grant select, insert on contracts.serial_index, contracts.contract, contracts.renewal to evermend_app;
grant update (refund_due_at) on contracts.renewal to evermend_app;
-- The terms version of a contract never changes.
grant update (state, version) on contracts.contract to evermend_app;
grant select, insert, update, delete on contracts.code_try to evermend_app;
