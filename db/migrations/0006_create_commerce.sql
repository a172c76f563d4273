-- The order family.
create schema commerce;
grant usage on schema commerce to evermend_app;

create table commerce.order (
  order_id    text        not null,
  buyer_id    text        not null,
  -- Who placed it: the caller's id. A reseller or owner finds its own orders by it.
  placed_by   text        not null,
  country     text        not null,
  programme   text        not null,
  region      text        not null,
  vat_id      text,
  currency    text        not null,
  net_minor   bigint      not null,
  gross_minor bigint      not null,
  delivery    text        not null,
  promised_on date        not null,
  state       text        not null,
  placed_at   timestamptz not null,
  paid_at     timestamptz,
  delivered_at timestamptz,
  version     integer     not null default 1,
  constraint order_pkey primary key (order_id),
  constraint order_state check (state in ('placed', 'paid', 'delivered', 'cancelled')),
  constraint order_delivery check (delivery in ('email')),
  constraint order_totals check (net_minor >= 0 and gross_minor >= net_minor),
  constraint order_paid check ((state in ('paid', 'delivered')) = (paid_at is not null))
);
create index order_by_buyer on commerce.order (buyer_id);
create index order_by_placer on commerce.order (placed_by, placed_at);

-- What was sold is written down with the price, so that what is delivered is what was offered.
create table commerce.order_line (
  order_id         text    not null,
  no               integer not null,
  sku              text    not null,
  name             text    not null,
  plan             text    not null,
  models           text[]  not null,
  quantity         integer not null,
  unit_net_minor   bigint  not null,
  unit_gross_minor bigint  not null,
  constraint order_line_pkey primary key (order_id, no),
  constraint order_line_order foreign key (order_id) references commerce.order (order_id),
  constraint order_line_quantity check (quantity > 0)
);

grant select, insert, update on commerce.order to evermend_app;
grant select, insert on commerce.order_line to evermend_app;
