-- Reference data: few writes, read everywhere.
create schema catalogue;
grant usage on schema catalogue to evermend_app;

-- Published terms documents, whole. Immutable: a wrong one is corrected by a newer one that names it.
create table catalogue.terms_version (
  programme      text        not null,
  version        text        not null,
  hash           text        not null,
  language       text        not null,
  source         text        not null,
  -- A civil day: it begins in each region by the clock of that region's zone.
  effective_on   date        not null,
  published_at   timestamptz not null,
  constraint terms_version_pkey primary key (programme, version),
  constraint terms_version_hash unique (hash)
);

create table catalogue.model (
  model         text not null,
  maker         text not null,
  name          text not null,
  series        text not null,
  device_group  text not null,
  -- A regular expression over the normalised serial; absent where the maker publishes none.
  serial_format text,
  constraint model_pkey primary key (model)
);

create table catalogue.product (
  sku           text     not null,
  product_code  text     not null,
  name          text     not null,
  brand         text     not null,
  summary       text     not null,
  programme     text     not null,
  plan          text     not null,
  models        text[]   not null,
  min_quantity  integer  not null default 1,
  multiple      integer  not null default 1,
  -- Days until a supplier delivers; 0 is delivered at once, as an e-code in stock is.
  lead_days     integer  not null default 0,
  -- A renewal product is bought on a running contract, never as a code.
  sold_as       text     not null,
  constraint product_pkey primary key (sku),
  constraint product_sold_as check (sold_as in ('code', 'renewal')),
  constraint product_quantities check (min_quantity > 0 and multiple > 0 and lead_days >= 0)
);

-- Price tiers. Rows of one sku, currency and valid_from are one price list: the newest list in force counts,
-- whole, and of it the tier with the highest min_quantity that the order reaches.
create table catalogue.price (
  sku          text        not null,
  currency     text        not null,
  min_quantity integer     not null,
  net_minor    bigint      not null,
  gross_minor  bigint      not null,
  valid_from   timestamptz not null,
  constraint price_pkey primary key (sku, currency, min_quantity, valid_from),
  constraint price_product foreign key (sku) references catalogue.product (sku),
  constraint price_amounts check (net_minor >= 0 and gross_minor >= net_minor and min_quantity > 0)
);

grant select, insert on catalogue.terms_version to evermend_app;
grant select, insert, update on catalogue.model, catalogue.product to evermend_app;
grant select, insert on catalogue.price to evermend_app;
