-- Who pays which prices. A group without a price of its own for a product pays that of the group it is based
-- on, and so on down to retail.
create table catalogue.customer_group (
  customer_group text        not null,
  name           text        not null,
  based_on       text,
  created_at     timestamptz not null,
  constraint customer_group_pkey primary key (customer_group),
  constraint customer_group_based_on foreign key (based_on)
    references catalogue.customer_group (customer_group),
  constraint customer_group_base check ((customer_group = 'retail') = (based_on is null))
);
grant select, insert, update on catalogue.customer_group to evermend_app;
insert into catalogue.customer_group (customer_group, name, based_on, created_at)
values ('retail', 'Retail', null, '2025-06-01T00:00:00Z'),
       ('wholesale', 'Wholesale', 'retail', '2025-06-01T00:00:00Z');

alter table catalogue.price
  add column customer_group text not null default 'retail',
  add constraint price_of_group foreign key (customer_group)
    references catalogue.customer_group (customer_group),
  drop constraint price_pkey,
  add constraint price_pkey primary key (sku, currency, min_quantity, valid_from, customer_group);

-- Where the codes of a plan come from: made when they are paid for, or taken out of released batches.
alter table catalogue.product
  add column code_supply text not null default 'minted',
  add constraint product_code_supply check (code_supply in ('minted', 'batch'));

-- A business that sells our codes, and what it agreed to. Its people and keys are identity's.
create table commerce.reseller (
  reseller_id    text        not null,
  name           text        not null,
  email          text        not null,
  country        text        not null,
  address        jsonb,
  vat_id         text,
  customer_group text        not null,
  -- Where it may sell, by the regions of the terms.
  regions        text[]      not null,
  currency       text        not null,
  -- How far its balance may go below nothing.
  credit_minor   bigint      not null default 0,
  -- Days to pay an invoice; null where it may not buy on one.
  invoice_days   integer,
  -- When codes are handed out to it: null is at any time.
  delivery_hours jsonb,
  begins_on      date        not null,
  ends_on        date,
  state          text        not null default 'active',
  created_at     timestamptz not null,
  version        integer     not null default 1,
  constraint reseller_pkey primary key (reseller_id),
  constraint reseller_group foreign key (customer_group) references catalogue.customer_group (customer_group),
  constraint reseller_state check (state in ('active', 'suspended', 'ended')),
  constraint reseller_bounds check (credit_minor >= 0 and invoice_days between 0 and 120
                                    and (ends_on is null or ends_on >= begins_on)),
  constraint reseller_email_lower check (email = lower(email))
);
grant select, insert, update on commerce.reseller to evermend_app;

-- Whose people and keys they are, and what those may do: look, buy, or keep the team.
alter table identity.member
  add column reseller_id text,
  add column team_role text,
  add constraint member_team check ((reseller_id is null) = (team_role is null)
                                    and (reseller_id is null or role = 'reseller')),
  add constraint member_team_role check (team_role in ('viewer', 'buyer', 'keeper'));
alter table identity.api_key
  add column reseller_id text,
  add column team_role text,
  add constraint api_key_team check ((reseller_id is null) = (team_role is null)
                                     and (reseller_id is null or role = 'reseller')),
  add constraint api_key_team_role check (team_role in ('viewer', 'buyer', 'keeper'));
create index member_of_reseller on identity.member (reseller_id) where reseller_id is not null;
create index api_key_of_reseller on identity.api_key (reseller_id) where reseller_id is not null;

-- An order may be of goods, of plans, or of both; goods go somewhere.
alter table commerce.order
  alter column programme drop not null,
  alter column region drop not null,
  drop constraint order_delivery,
  add column reseller_id text,
  add column customer_group text not null default 'retail',
  -- The buyer's own number for it.
  add column purchase_order text,
  add column pickup_point text,
  add column delivery_net_minor bigint not null default 0,
  add column delivery_gross_minor bigint not null default 0,
  add column delivery_tax_kind text,
  add column delivery_tax_rate_basis_points integer,
  add constraint order_delivery check (delivery in ('email', 'home', 'pickup')),
  add constraint order_pickup check ((delivery = 'pickup') = (pickup_point is not null)),
  add constraint order_delivery_price check (delivery_net_minor >= 0
                                             and delivery_gross_minor >= delivery_net_minor),
  add constraint order_of_programme check ((programme is null) = (region is null));
create index order_of_reseller on commerce.order (reseller_id, order_id desc) where reseller_id is not null;
alter table commerce.order_line
  alter column plan drop not null,
  alter column models set default '{}',
  add column sold_as text not null default 'code',
  add column promised_on date,
  add column weight_grams integer not null default 0,
  -- Goods that will not come any more.
  add column cancelled_quantity integer not null default 0,
  add constraint order_line_sold_as check (sold_as in ('code', 'goods')),
  add constraint order_line_plan check ((sold_as = 'goods') = (plan is null)),
  add constraint order_line_cancelled check (cancelled_quantity between 0 and quantity);
