-- The warranty we hold of a device: what was told of its beginning and by whose word, and each version of it
-- that followed. Neither is ever written over.
create table contracts.warranty_rule (
  -- What it is for: `*`, `maker:dji`, `series:mavic` or `model:mini-3`; the narrowest counts.
  scope            text        not null,
  -- Where the device was bought; `*` is everywhere.
  region           text        not null,
  -- `device` is all of it that has no rule of its own.
  component        text        not null,
  -- For what began on this day or after.
  begins_on        date       not null,
  months           integer     not null,
  -- How long after it left, or was made, it is taken to have come into use; null: it never begins so.
  shipped_days     integer,
  made_days        integer,
  -- A replacement has at least so many days from when it left; null: the rest of the original alone.
  replacement_days integer,
  version          integer     not null default 1,
  set_at           timestamptz not null,
  set_by           text        not null,
  constraint warranty_rule_pkey primary key (scope, region, component, begins_on),
  constraint warranty_rule_scope check (scope = '*' or scope ~ '^(maker|series|model):[a-z0-9-]+$'),
  constraint warranty_rule_months check (months between 1 and 240),
  constraint warranty_rule_figures check ((shipped_days is null or shipped_days between 0 and 3650)
    and (made_days is null or made_days between 0 and 3650)
    and (replacement_days is null or replacement_days between 1 and 3650))
);

create table contracts.warranty_source (
  device_id text        not null,
  no        integer     not null,
  -- What is told: when it was first activated, bought, sent or made, or when a paper says that it ends.
  what      text        not null,
  told_at   timestamptz,
  told_on   date,
  -- Whose word it is. What its owner says is a claim until the office has seen a proof.
  told_by   text        not null,
  proof     text,
  reason    text        not null,
  claim_no  integer,
  at        timestamptz not null,
  actor     text        not null,
  constraint warranty_source_pkey primary key (device_id, no),
  constraint warranty_source_device foreign key (device_id) references contracts.device (device_id),
  constraint warranty_source_what check (what in ('activated', 'purchased', 'shipped', 'made', 'ends')),
  constraint warranty_source_when check ((what in ('activated', 'ends')) = (told_at is not null)
    and (what in ('purchased', 'shipped', 'made')) = (told_on is not null)),
  constraint warranty_source_teller check (told_by in ('registry', 'office', 'bench')),
  -- Never the claimant's word alone: what a person of ours tells, he has seen written.
  constraint warranty_source_proof check (told_by <> 'office' or proof is not null)
);

create table contracts.warranty (
  device_id   text        not null,
  no          integer     not null,
  component   text        not null,
  kind        text        not null,
  -- What it rests on.
  basis       text        not null,
  source_no   integer,
  starts_on   date,
  zone        text        not null,
  -- The first instant after its last day, by the clock of its zone.
  ends_at     timestamptz not null,
  -- What was lost before this had another end; null where it always was so.
  counts_from timestamptz,
  -- By how much it was made longer.
  longer_by   text,
  rule        text,
  clause      text,
  contract_no integer,
  claim_no    integer,
  reason      text,
  at          timestamptz not null,
  actor       text        not null,
  constraint warranty_pkey primary key (device_id, no),
  constraint warranty_device foreign key (device_id) references contracts.device (device_id),
  constraint warranty_rests_on foreign key (device_id, source_no)
    references contracts.warranty_source (device_id, no),
  constraint warranty_kind check (kind in ('started', 'extended', 'replaced')),
  constraint warranty_basis check (basis in
    ('activated', 'purchased', 'shipped', 'made', 'ends', 'plan', 'replacement')),
  constraint warranty_started check ((kind = 'started') = (source_no is not null)),
  constraint warranty_counts check ((kind = 'started') = (counts_from is null))
);
-- Where a warranty was made longer before there was a record: what stands is what was given.
insert into contracts.warranty
  (device_id, no, component, kind, basis, zone, ends_at, counts_from, reason, at, actor)
select d.device_id, 1, 'device', 'extended', 'plan',
       coalesce((select c.zone from contracts.contract c where c.device_id = d.device_id
                  order by c.no desc limit 1), 'UTC'),
       d.warranty_ends_at, d.created_at, 'it was made longer before there was a record', d.created_at,
       'system'
  from contracts.device d where d.warranty_ends_at is not null;

insert into contracts.warranty_rule
  (scope, region, component, begins_on, months, shipped_days, made_days, set_at, set_by)
values ('*', '*', 'device', '2010-01-01', 12, 90, 90, now(), 'system'),
       ('*', '*', 'battery', '2010-01-01', 6, 90, 90, now(), 'system');

grant select, insert on contracts.warranty, contracts.warranty_source to evermend_app;
grant select, insert, update on contracts.warranty_rule to evermend_app;
