-- Goods: what was paid for them is owed until they are handed over.

alter table money.charge_line drop constraint charge_line_kind;
alter table money.charge_line add constraint charge_line_kind
  check (kind in ('plan', 'fee', 'goods', 'delivery'));

-- A line of goods that was paid for, or the delivery of an order. Its net amount is at every instant what is
-- still owed, what is income since it was handed over, and what was paid back.
create table money.goods (
  root_id            text    not null,
  charge_no          integer not null,
  line_no            integer not null,
  kind               text    not null,
  programme          text    not null,
  region             text    not null,
  currency           text    not null,
  quantity           integer not null,
  -- Pieces that were neither handed over nor given up.
  owed_quantity      integer not null,
  -- Pieces that were given up or came back; the rest was handed over.
  returned_quantity  integer not null default 0,
  net_minor          bigint  not null,
  owed_minor         bigint  not null,
  income_minor       bigint  not null default 0,
  refunded_minor     bigint  not null default 0,
  tax_minor          bigint  not null,
  tax_kind           text    not null,
  refunded_tax_minor bigint  not null default 0,
  version            integer not null default 1,
  constraint goods_pkey primary key (root_id, charge_no, line_no),
  constraint goods_line foreign key (root_id, charge_no, line_no)
    references money.charge_line (root_id, charge_no, no),
  constraint goods_kind check (kind in ('goods', 'delivery')),
  constraint goods_pieces check (quantity > 0 and owed_quantity >= 0 and returned_quantity >= 0
                                 and owed_quantity + returned_quantity <= quantity),
  constraint goods_amounts check (owed_minor >= 0 and income_minor >= 0 and refunded_minor >= 0
                                  and net_minor = owed_minor + income_minor + refunded_minor
                                  and refunded_tax_minor between 0 and tax_minor),
  constraint goods_owed check (owed_quantity > 0 or owed_minor = 0)
);
grant select, insert, update on money.goods to evermend_app;

-- Of goods: how many pieces a line of a refund is for, and whether they were still owed.
alter table money.refund_line
  add column goods_pieces integer,
  add column goods_from text,
  add constraint refund_line_goods check ((goods_pieces is null) = (goods_from is null)
                                          and (goods_pieces is null or (goods_pieces > 0 and sale_no is null
                                                                        and line_no is not null))),
  add constraint refund_line_goods_from check (goods_from in ('owed', 'income'));
