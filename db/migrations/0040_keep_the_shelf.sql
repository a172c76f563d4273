-- A price list ends by a row without amounts: from its day on, the group pays what the group it is based on
-- pays. Lists that were in force are never written over.
alter table catalogue.price
  alter column net_minor drop not null,
  alter column gross_minor drop not null,
  drop constraint price_amounts,
  add constraint price_amounts check (
    min_quantity > 0
    and ((net_minor is null and gross_minor is null and min_quantity = 1)
         or (net_minor >= 0 and gross_minor >= net_minor)));

-- A list that is still to come may be taken back.
grant delete on catalogue.price to evermend_app;

-- Who edits a product says which state of it was looked at.
alter table catalogue.product add column version integer not null default 1;

-- Where a supplier's file is fetched again and again: an address, or a file in the data folder.
create table catalogue.feed (
  feed_id       text        not null,
  supplier      text        not null,
  source        text        not null,
  format        text        not null,
  -- Every so many hours, or once a day at a minute of its supplier's clock.
  every_hours   integer,
  daily_at      time,
  is_paused     boolean     not null default false,
  -- What the server said of the file that was read last: the same is not read again.
  etag          text,
  last_modified text,
  -- The last time it was looked for, what came of it, and how often in a row it could not be read.
  looked_at     timestamptz,
  outcome       text,
  outcome_says  text,
  failures      integer     not null default 0,
  -- The import that is being fetched or read for it now, else the last one.
  import_id     text,
  created_at    timestamptz not null,
  version       integer     not null default 1,
  constraint feed_pkey primary key (feed_id),
  constraint feed_of_supplier foreign key (supplier) references catalogue.supplier (supplier),
  constraint feed_import foreign key (import_id) references catalogue.import (import_id),
  constraint feed_format check (format in ('csv', 'ndjson')),
  constraint feed_times check ((every_hours is null) <> (daily_at is null)
                               and every_hours between 1 and 168),
  constraint feed_outcome check (outcome in ('running', 'read', 'same', 'failed') and failures >= 0)
);
create index feed_of_supplier on catalogue.feed (supplier);
create index feed_of_import on catalogue.feed (import_id) where import_id is not null;
grant select, insert, update, delete on catalogue.feed to evermend_app;

-- What people say is wrong on a product's page.
create table catalogue.error_report (
  report_id  text        not null,
  sku        text        not null,
  about      text        not null,
  says       text        not null,
  -- Who is told what became of it; null where nobody asked to be.
  person_id  text,
  state      text        not null default 'open',
  answer     text,
  created_at timestamptz not null,
  closed_at  timestamptz,
  closed_by  text,
  constraint error_report_pkey primary key (report_id),
  constraint error_report_product foreign key (sku) references catalogue.product (sku),
  constraint error_report_about check (about in ('name', 'description', 'specifications', 'parameters',
                                                 'photo', 'price', 'availability', 'other')),
  constraint error_report_state check (state in ('open', 'answered', 'mended')
                                       and (state = 'open') = (closed_at is null)
                                       and (closed_at is null) = (closed_by is null))
);
create index error_report_open on catalogue.error_report (report_id desc) where state = 'open';
create index error_report_of_product on catalogue.error_report (sku, report_id desc);
grant select, insert, update on catalogue.error_report to evermend_app;
