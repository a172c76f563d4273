-- What is done at the bench to the device of a claim. Part of the device family.
create schema service;
grant usage on schema service to evermend_app;

-- The swaps of a claim: which serial went out for which came in.
create table service.swap (
  device_id  text        not null,
  claim_no   integer     not null,
  old_serial text        not null,
  new_serial text        not null,
  at         timestamptz not null,
  actor      text        not null,
  constraint swap_pkey primary key (device_id, claim_no),
  constraint swap_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint swap_differs check (old_serial <> new_serial)
);

create table service.intake (
  device_id text        not null,
  claim_no  integer     not null,
  no        integer     not null,
  serial    text        not null,
  parts     text[]      not null,
  condition text        not null,
  at        timestamptz not null,
  actor     text        not null,
  constraint intake_pkey primary key (device_id, claim_no, no),
  constraint intake_claim foreign key (device_id, claim_no) references claims.claim (device_id, no)
);

create table service.inspection (
  device_id text        not null,
  claim_no  integer     not null,
  no        integer     not null,
  findings  jsonb       not null,
  at        timestamptz not null,
  actor     text        not null,
  constraint inspection_pkey primary key (device_id, claim_no, no),
  constraint inspection_claim foreign key (device_id, claim_no) references claims.claim (device_id, no)
);

create table service.shipment (
  device_id text        not null,
  claim_no  integer     not null,
  no        integer     not null,
  serial    text        not null,
  carrier   text        not null,
  tracking  text        not null,
  state     text        not null,
  at        timestamptz not null,
  actor     text        not null,
  constraint shipment_pkey primary key (device_id, claim_no, no),
  constraint shipment_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint shipment_state check (state in ('sent', 'delivered', 'lost', 'returned', 'cancelled'))
);
create unique index shipment_one_live on service.shipment (device_id, claim_no)
  where state in ('sent', 'delivered');

grant select, insert, update on service.shipment to evermend_app;
grant select, insert on service.swap, service.intake, service.inspection to evermend_app;
