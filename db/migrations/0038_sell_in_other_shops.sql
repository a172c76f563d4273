-- A shop of a reseller's that runs elsewhere and tells us of its orders by signed messages.
create table commerce.shop_connection (
  shop_id     text        not null,
  reseller_id text        not null,
  kind        text        not null,
  -- Where the shop is: `tamm.myshopify.com`.
  domain      text        not null,
  -- What its messages are signed with, sealed; shown to nobody.
  secret      bytea       not null,
  -- Its SKU -> ours, or null for what is not ours to deliver.
  skus        jsonb       not null default '{}',
  -- How its orders are paid: our names of the methods.
  method      text        not null,
  state       text        not null default 'on',
  created_by  text        not null,
  created_at  timestamptz not null,
  version     integer     not null default 1,
  constraint shop_connection_pkey primary key (shop_id),
  constraint shop_connection_reseller foreign key (reseller_id) references commerce.reseller (reseller_id),
  constraint shop_connection_domain unique (reseller_id, domain),
  constraint shop_connection_kind check (kind in ('shopify')),
  constraint shop_connection_state check (state in ('on', 'off'))
);
grant select, insert, update on commerce.shop_connection to evermend_app;

-- What a shop told us, once each: known by its own id, and by what it is about and says. `content` is kept
-- until it was read into the order; of who bought, nothing else stays here.
create table commerce.shop_message (
  shop_id     text        not null,
  message_id  text        not null,
  topic       text        not null,
  -- The shop's number of the order or refund it is about; null for what is none of our business.
  subject     text,
  shop_order  text,
  digest      bytea       not null,
  content     jsonb,
  state       text        not null,
  -- Why it waits for a person, or what else became of it.
  outcome     text,
  details     jsonb       not null default '{}',
  received_at timestamptz not null,
  worked_at   timestamptz,
  constraint shop_message_pkey primary key (shop_id, message_id),
  constraint shop_message_said_once unique (shop_id, topic, subject, digest),
  constraint shop_message_state check (state in ('new', 'done', 'waiting', 'repeated', 'ignored'))
);
create index shop_message_of_order on commerce.shop_message (shop_id, shop_order, received_at);
create index shop_message_by_time on commerce.shop_message (shop_id, received_at desc, message_id desc);
grant select, insert, update on commerce.shop_message to evermend_app;

-- An order of a shop's as far as it is ours: what it wants of us by now, and what it was given.
create table commerce.shop_order (
  shop_id     text        not null,
  shop_order  text        not null,
  -- The newest telling: its instant and its lines. Null while only refunds were told.
  told        jsonb,
  -- By refund and line: pieces taken back.
  refunds     jsonb       not null default '{}',
  -- By our SKU: codes it was given and still has, and those of them that are used and wanted no more.
  issued      jsonb       not null default '{}',
  used        jsonb       not null default '{}',
  -- The order that is being made: its number here, lines, and our order once it is placed.
  plan        jsonb,
  orders      integer     not null default 0,
  -- The shop's customer; null for one without an address.
  customer_id text,
  version     integer     not null default 1,
  constraint shop_order_pkey primary key (shop_id, shop_order)
);
grant select, insert, update on commerce.shop_order to evermend_app;

-- Which of our orders were placed for which order of a shop, and who is sent their codes.
create table commerce.shop_sale (
  order_id    text not null,
  shop_id     text not null,
  shop_order  text not null,
  customer_id text,
  constraint shop_sale_pkey primary key (order_id)
);
create index shop_sale_of_order on commerce.shop_sale (shop_id, shop_order, order_id desc);
grant select, insert on commerce.shop_sale to evermend_app;
