-- The spare pool: units that are given for those that came in, every move of them, and swaps taken back.

-- What a swap that was taken back leaves: the unit was never given, so its serial is free again.
alter table contracts.unit
  add column reversed_at timestamptz,
  add constraint unit_reversed check (reversed_at is null or to_at is not null);
grant update (reversed_at) on contracts.unit to evermend_app;
grant delete on contracts.serial_index to evermend_app;

-- A case may be given another unit after its swap was taken back.
alter table service.swap
  add column no     integer not null default 1,
  add column reason text,
  add column checks text[]  not null default '{}',
  drop constraint swap_pkey,
  add constraint swap_pkey primary key (device_id, claim_no, no),
  add constraint swap_no check (no > 0);

create table service.swap_reversal (
  device_id text        not null,
  claim_no  integer     not null,
  swap_no   integer     not null,
  reason    text        not null,
  at        timestamptz not null,
  actor     text        not null,
  constraint swap_reversal_pkey primary key (device_id, claim_no, swap_no),
  constraint swap_reversal_swap foreign key (device_id, claim_no, swap_no)
    references service.swap (device_id, claim_no, no)
);
grant select, insert on service.swap_reversal to evermend_app;

-- One physical unit that is ours, or was: in one state and one place.
create table service.spare_unit (
  serial      text        not null,
  model       text        not null,
  grade       text        not null,
  region      text        not null,
  centre_id   text,
  shelf       text        not null default '',
  state       text        not null,
  -- The case it is set aside for, or went out on.
  for_device  text,
  for_claim   integer,
  -- The case it came in with.
  from_device text,
  from_claim  integer,
  -- Under which serial it went before, and goes on: a retired one is never given out again.
  was_serial  text,
  now_serial  text,
  wiped_at    timestamptz,
  wiped_by    text,
  came_at     timestamptz not null,
  last_move   integer     not null,
  constraint spare_unit_pkey primary key (serial),
  constraint spare_unit_centre foreign key (centre_id) references service.centre (centre_id),
  constraint spare_unit_grade check (grade in ('new', 'refurbished', 'ungraded')),
  constraint spare_unit_state check (state in ('available', 'reserved', 'shipped', 'quarantined', 'triage',
                                               'refurbishing', 'parts', 'scrapped', 'renamed')),
  constraint spare_unit_for check ((for_device is null) = (for_claim is null)),
  constraint spare_unit_from check ((from_device is null) = (from_claim is null)),
  constraint spare_unit_reserved check (state <> 'reserved' or for_device is not null),
  constraint spare_unit_free check (state in ('reserved', 'shipped') or for_device is null),
  constraint spare_unit_wiped check ((wiped_at is null) = (wiped_by is null)),
  -- Whoever had it before has data on it.
  constraint spare_unit_clean check (state not in ('available', 'renamed') or from_device is null
                                     or wiped_at is not null),
  constraint spare_unit_renamed check ((state = 'renamed') = (now_serial is not null))
);
create index spare_unit_free on service.spare_unit (model, region, grade, came_at) where state = 'available';
create index spare_unit_place on service.spare_unit (centre_id, shelf);
grant select, insert, update on service.spare_unit to evermend_app;

-- What became of units, step by step. A level is the sum of `delta`; `present` is the unit's own.
create table service.stock_move (
  serial    text        not null,
  no        integer     not null,
  cause     text        not null,
  delta     integer     not null,
  present   integer     not null,
  state     text        not null,
  model     text        not null,
  region    text        not null,
  grade     text        not null,
  centre_id text,
  shelf     text        not null,
  note      text,
  at        timestamptz not null,
  actor     text        not null,
  constraint stock_move_pkey primary key (serial, no),
  constraint stock_move_once unique (serial, cause, delta),
  constraint stock_move_centre foreign key (centre_id) references service.centre (centre_id),
  constraint stock_move_level check (present in (0, 1) and delta in (-1, 0, 1)
                                     and (delta = 0 or present = greatest(delta, 0)))
);
grant select, insert on service.stock_move to evermend_app;

-- The unit that is set aside for a case: one at the most.
create table service.reservation (
  device_id text        not null,
  claim_no  integer     not null,
  serial    text        not null,
  why       text        not null,
  at        timestamptz not null,
  actor     text        not null,
  constraint reservation_pkey primary key (device_id, claim_no),
  constraint reservation_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint reservation_why check (why in ('like', 'better_grade', 'successor', 'scanned'))
);
grant select, insert, update, delete on service.reservation to evermend_app;

-- Which model may be given where there is none of another, the first that has one.
create table service.successor (
  model     text    not null,
  successor text    not null,
  rank      integer not null,
  constraint successor_pkey primary key (model, successor),
  constraint successor_model foreign key (successor) references catalogue.model (model),
  constraint successor_differs check (model <> successor)
);
grant select, insert, delete on service.successor to evermend_app;

-- A count of one place: what the books have and was not there, and what was there and they have not.
create table service.stock_take (
  take_id   text        not null,
  centre_id text,
  shelf     text        not null,
  counted   integer     not null,
  missing   text[]      not null,
  strange   text[]      not null,
  moved     text[]      not null,
  at        timestamptz not null,
  actor     text        not null,
  constraint stock_take_pkey primary key (take_id),
  constraint stock_take_centre foreign key (centre_id) references service.centre (centre_id)
);
grant select, insert on service.stock_take to evermend_app;

-- Cases that are given another unit, the one reported first at first.
create index claim_awaits_unit on claims.claim (opened_at, device_id, no)
 where state = 'paid' and route = 'plan';
