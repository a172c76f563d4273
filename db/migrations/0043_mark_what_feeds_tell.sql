-- How often what a reseller's feed tells was written: products, offers, prices. A row for each connection
-- (its number, folded), so that those who write at the same time seldom wait for one another. Their sum is
-- another after every write that was committed, and reading it is cheap where digesting the shelf is not.
create table catalogue.shelf_mark (
  part    text   not null,
  hand    integer not null,
  changes bigint not null,
  constraint shelf_mark_pkey primary key (part, hand),
  constraint shelf_mark_part check (part in ('product', 'offer', 'price'))
);
grant select, insert, update on catalogue.shelf_mark to evermend_app;
