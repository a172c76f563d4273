-- Service centres, what their benches are taken by, and the appointments of cases.

-- Where devices are sent or brought. Kept by managers; its benches, hours and exceptions are read and written
-- whole, so they stand in the row.
create table service.centre (
  centre_id    text        not null,
  name         text        not null,
  channels     text[]      not null,
  address      jsonb       not null,
  country      text        not null,
  place        jsonb,
  zone         text        not null,
  regions      text[]      not null,
  models       text[]      not null,
  series       text[]      not null,
  hours        jsonb       not null,
  exceptions   jsonb       not null,
  benches      jsonb       not null,
  designations jsonb       not null,
  slot_minutes integer     not null,
  notice_minutes integer   not null,
  ahead_days   integer     not null,
  closed_at    timestamptz,
  version      integer     not null default 1,
  constraint centre_pkey primary key (centre_id),
  constraint centre_country check (country ~ '^[A-Z]{2}$'),
  constraint centre_slot check (slot_minutes >= 15 and slot_minutes <= 480 and slot_minutes % 15 = 0),
  constraint centre_notice check (notice_minutes >= 0 and ahead_days between 1 and 365)
);
grant select, insert, update on service.centre to evermend_app;

-- A visit of an owner with a device. At most one is to come for each case.
create table service.appointment (
  device_id  text        not null,
  no         integer     not null,
  claim_no   integer     not null,
  centre_id  text        not null,
  bench      integer     not null,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  state      text        not null,
  is_walk_in boolean     not null default false,
  -- How often it was moved; calendars tell the newest by it.
  sequence   integer     not null default 0,
  held_until timestamptz,
  made_at    timestamptz not null,
  arrived_at timestamptz,
  closed_at  timestamptz,
  version    integer     not null default 1,
  constraint appointment_pkey primary key (device_id, no),
  constraint appointment_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint appointment_centre foreign key (centre_id) references service.centre (centre_id),
  constraint appointment_state check (state in ('held', 'booked', 'arrived', 'served', 'no_show',
                                                'cancelled', 'lapsed')),
  constraint appointment_time check (ends_at > starts_at),
  constraint appointment_held check (state <> 'held' or held_until is not null),
  constraint appointment_arrived check ((arrived_at is not null) or state not in ('arrived', 'served')),
  constraint appointment_closed check ((closed_at is not null) = (state in ('served', 'no_show',
                                                                            'cancelled', 'lapsed')))
);
create unique index appointment_one_live on service.appointment (device_id, claim_no)
  where state in ('held', 'booked', 'arrived');
create index appointment_of_centre on service.appointment (centre_id, starts_at);
grant select, insert, update on service.appointment to evermend_app;

-- A quarter of an hour of a bench that is taken; free is what has no row. So nothing can be booked twice,
-- also where the length of slots was changed in between.
create table service.bench_quarter (
  centre_id      text        not null,
  bench          integer     not null,
  starts_at      timestamptz not null,
  device_id      text,
  appointment_no integer,
  block_id       text,
  constraint bench_quarter_pkey primary key (centre_id, bench, starts_at),
  constraint bench_quarter_whole check (extract(epoch from starts_at)::bigint % 900 = 0),
  constraint bench_quarter_by check ((device_id is null) = (appointment_no is null)
                                     and (device_id is null) <> (block_id is null))
);
grant select, insert, delete on service.bench_quarter to evermend_app;

-- Time at which a bench takes nobody: its technician is away, it is being mended.
create table service.bench_block (
  block_id   text        not null,
  centre_id  text        not null,
  bench      integer     not null,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  reason     text        not null,
  at         timestamptz not null,
  actor      text        not null,
  lifted_at  timestamptz,
  constraint bench_block_pkey primary key (block_id),
  constraint bench_block_centre foreign key (centre_id) references service.centre (centre_id),
  constraint bench_block_time check (ends_at > starts_at)
);
grant select, insert, update (lifted_at) on service.bench_block to evermend_app;

-- The centre that a case was sent to when it was reported, so that its slip and its letters stay the same.
create table service.designation (
  device_id text        not null,
  claim_no  integer     not null,
  centre_id text        not null,
  at        timestamptz not null,
  constraint designation_pkey primary key (device_id, claim_no),
  constraint designation_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint designation_centre foreign key (centre_id) references service.centre (centre_id)
);
grant select, insert, update on service.designation to evermend_app;
