-- Parts of codes and misspelt words are found by their trigrams.
create extension if not exists pg_trgm;

-- A word as it is searched for: small letters without their marks, so that `Mohler` finds `Möhler`.
create function catalogue.plain(text) returns text
  language sql immutable strict parallel safe
  return lower(translate($1,
    'àáâãäåāăąçćčďéèêëēėęěğģíìîïīįķĺļľñńņňóòôõöōőŕřśšşșťţțúùûüūůűųýÿžźżłøđ'
      || 'ıÀÁÂÃÄÅĀĂĄÇĆČĎÉÈÊËĒĖĘĚĞĢÍÌÎÏĪĮĶĹĻĽÑŃŅŇÓÒÔÕÖŌŐŔŘŚŠŞȘŤŢȚÚÙÛÜŪŮŰŲÝŸŽŹŻŁØĐ',
    'aaaaaaaaacccdeeeeeeeeggiiiiiiklllnnnnooooooorrsssstttuuuuuuuuyyzzzlod'
      || 'iAAAAAAAAACCCDEEEEEEEEGGIIIIIIKLLLNNNNOOOOOOORRSSSSTTTUUUUUUUUYYZZZLOD'));

-- What a product is found by, the name before the brand before its place in the shop.
create function catalogue.words_of(name text, brand text, category text, models text[]) returns tsvector
  language sql immutable parallel safe
  return setweight(to_tsvector('simple'::regconfig,
                               catalogue.plain(name || ' ' || array_to_string(models, ' '))), 'A')
      || setweight(to_tsvector('simple'::regconfig, catalogue.plain(brand)), 'B')
      || setweight(to_tsvector('simple'::regconfig, catalogue.plain(translate(category, '/-', '  '))), 'C');

-- Who sends us goods, and by when on a day an order must reach it.
create table catalogue.supplier (
  supplier    text        not null,
  name        text        not null,
  country     text        not null,
  email       text,
  -- Its warehouse's clock, and the minute of the day after which an order counts for the next working day.
  zone        text        not null,
  cut_off     time        not null default '15:00',
  created_at  timestamptz not null,
  constraint supplier_pkey primary key (supplier)
);
grant select, insert, update on catalogue.supplier to evermend_app;

-- Goods stand on the shelf beside the plans: they have no terms.
alter table catalogue.product
  alter column programme drop not null,
  alter column plan drop not null,
  alter column models set default '{}',
  drop constraint product_sold_as,
  add column category text not null default '',
  -- The supplier's own words, beside ours.
  add column supplier_code text,
  add column description text not null default '',
  add column specifications jsonb not null default '[]',
  add column parameters jsonb not null default '[]',
  add column photo_url text,
  add column gtin text,
  add column weight_grams integer not null default 0,
  -- Fields that a person has set: no feed writes over them.
  add column kept_fields text[] not null default '{}',
  add column is_listed boolean not null default true,
  add column changed_at timestamptz not null default '2025-06-01T00:00:00Z',
  add column words tsvector not null
    generated always as (catalogue.words_of(name, brand, category, models)) stored,
  add column codes text not null
    generated always as (upper(regexp_replace(
      sku || ' ' || product_code || ' ' || coalesce(supplier_code, '') || ' ' || coalesce(gtin, ''),
      '[^A-Za-z0-9 ]', '', 'g'))) stored,
  add constraint product_sold_as check (sold_as in ('code', 'renewal', 'goods')),
  add constraint product_plan check ((sold_as = 'goods') = (programme is null)
                                     and (programme is null) = (plan is null)),
  add constraint product_weight check (weight_grams >= 0);
grant select, insert, update on catalogue.product to evermend_app;
grant insert on catalogue.price to evermend_app;
create index product_words on catalogue.product using gin (words);
create index product_codes on catalogue.product using gin (codes gin_trgm_ops);
create index product_by_brand on catalogue.product (lower(brand), sku) where is_listed;
create index product_by_category on catalogue.product (category text_pattern_ops, sku) where is_listed;

-- How a product may be had today. It is narrow, because a feed changes many of these rows at once and none of
-- those with words. A null stock is made on demand, as an e-code is; so is, piece by piece, what has no
-- offer.
create table catalogue.offer (
  sku          text    not null,
  supplier     text,
  supplier_key text,
  stock        integer,
  lead_days    integer not null default 0,
  min_quantity integer not null default 1,
  multiple     integer not null default 1,
  -- Digests of what the feed last said of the product and of its prices: what is the same is not written.
  described    text    not null default '',
  priced       text    not null default '',
  constraint offer_pkey primary key (sku),
  constraint offer_supplier_key unique (supplier, supplier_key),
  constraint offer_supplied check ((supplier is null) = (supplier_key is null)),
  constraint offer_quantities check (min_quantity > 0 and multiple > 0 and lead_days >= 0
                                     and (stock is null or stock >= 0)),
  constraint offer_product foreign key (sku) references catalogue.product (sku),
  constraint offer_of_supplier foreign key (supplier) references catalogue.supplier (supplier)
) with (fillfactor = 75);
insert into catalogue.offer (sku, lead_days, min_quantity, multiple)
select sku, lead_days, min_quantity, multiple from catalogue.product;
alter table catalogue.product drop column lead_days, drop column min_quantity, drop column multiple;
grant select, insert, update on catalogue.offer to evermend_app;

-- Words that products are found by, to find the one that was meant by one that was misspelt.
create table catalogue.search_word (
  word text not null,
  constraint search_word_pkey primary key (word)
);
create index search_word_alike on catalogue.search_word using gin (word gin_trgm_ops);
grant select, insert on catalogue.search_word to evermend_app;

-- A file or feed that is read into the shelf, piece by piece; each piece and how far it came are one
-- transaction.
create table catalogue.import (
  import_id    text        not null,
  supplier     text        not null,
  format       text        not null,
  name         text        not null,
  -- Kept here in parts, or a file that the command line reads.
  source       text        not null,
  -- Of a file: to know it again.
  digest       text,
  state        text        not null,
  is_check     boolean     not null default false,
  bytes_total  bigint      not null default 0,
  bytes_done   bigint      not null default 0,
  lines_done   integer     not null default 0,
  rows_new     integer     not null default 0,
  rows_changed integer     not null default 0,
  rows_same    integer     not null default 0,
  rows_refused integer     not null default 0,
  -- Why it ended before its end.
  failure      text,
  begun_by     text        not null,
  created_at   timestamptz not null,
  started_at   timestamptz,
  ended_at     timestamptz,
  constraint import_pkey primary key (import_id),
  constraint import_of_supplier foreign key (supplier) references catalogue.supplier (supplier),
  constraint import_format check (format in ('csv', 'ndjson')),
  constraint import_source check (source in ('parts', 'file')),
  constraint import_state check (state in ('open', 'running', 'done', 'stopped', 'failed')),
  constraint import_ended check ((state in ('done', 'stopped', 'failed')) = (ended_at is not null)),
  constraint import_failure check ((state = 'failed') = (failure is not null))
);
-- Two files of one supplier at once would undo each other's rows.
create unique index import_running on catalogue.import (supplier) where state = 'running';
grant select, insert, update on catalogue.import to evermend_app;

create table catalogue.import_part (
  import_id text    not null,
  no        integer not null,
  starts_at bigint  not null,
  bytes     bytea   not null,
  constraint import_part_pkey primary key (import_id, no),
  constraint import_part_of_import foreign key (import_id) references catalogue.import (import_id)
);
grant select, insert, delete on catalogue.import_part to evermend_app;

-- A row that could not be taken: where it stands, what is wrong, what was written there.
create table catalogue.import_refusal (
  import_id text    not null,
  line      integer not null,
  no        integer not null,
  field     text    not null,
  code      text    not null,
  says      text    not null,
  given     text    not null,
  constraint import_refusal_pkey primary key (import_id, line, no),
  constraint import_refusal_of_import foreign key (import_id) references catalogue.import (import_id)
);
grant select, insert, delete on catalogue.import_refusal to evermend_app;
