-- What products are found by, apart from what they are shown with: a search reads many of these rows for the
-- few that it shows, and a feed of prices and stock touches none. Written by whoever writes the product.
create function catalogue.codes_of(sku text, product_code text, supplier_code text, gtin text) returns text
  language sql immutable parallel safe
  return upper(regexp_replace(
    sku || ' ' || product_code || ' ' || coalesce(supplier_code, '') || ' ' || coalesce(gtin, ''),
    '[^A-Za-z0-9 ]', '', 'g'));

create table catalogue.finding (
  sku       text     not null,
  brand     text     not null,
  category  text     not null,
  sold_as   text     not null,
  is_listed boolean  not null,
  words     tsvector not null,
  codes     text     not null,
  constraint finding_pkey primary key (sku),
  constraint finding_product foreign key (sku) references catalogue.product (sku)
);
insert into catalogue.finding (sku, brand, category, sold_as, is_listed, words, codes)
select sku, brand, category, sold_as, is_listed, words, codes from catalogue.product;
create index finding_words on catalogue.finding using gin (words);
create index finding_codes on catalogue.finding using gin (codes gin_trgm_ops);
grant select, insert, update on catalogue.finding to evermend_app;

alter table catalogue.product drop column words, drop column codes;

-- Every word products are found by, looked up by its beginning; what was misspelt is compared with words
-- alone, not with numbers.
create index search_word_begins on catalogue.search_word (word collate "C");
drop index catalogue.search_word_alike;
create index search_word_alike on catalogue.search_word using gin (word gin_trgm_ops)
 where word ~ '^[a-z]{3,40}$';
insert into catalogue.search_word (word)
select distinct word from catalogue.finding, unnest(tsvector_to_array(words)) as word
    on conflict do nothing;
