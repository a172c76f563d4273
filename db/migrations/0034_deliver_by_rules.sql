-- How goods are delivered in a country, and for how much, tax included. A country's first rule names the
-- currency of orders of goods alone.
create table commerce.delivery_rule (
  country         text    not null,
  no              integer not null,
  option          text    not null,
  currency        text    not null,
  price_minor     bigint  not null,
  -- An order of this much is delivered for nothing; null where none is.
  free_from_minor bigint,
  -- The heaviest order it takes; null where there is no limit.
  most_grams      bigint,
  constraint delivery_rule_pkey primary key (country, no),
  constraint delivery_rule_option check (option in ('home', 'pickup')),
  constraint delivery_rule_amounts check (price_minor >= 0 and free_from_minor >= 0 and most_grams > 0)
);
create unique index delivery_rule_of_option on commerce.delivery_rule (country, option, currency);
grant select, insert, update, delete on commerce.delivery_rule to evermend_app;

-- What buyers of goods are told in a country without rules; `*` is every country without words of its own.
create table commerce.delivery_outside (
  country text not null,
  says    text not null,
  constraint delivery_outside_pkey primary key (country)
);
grant select, insert, update, delete on commerce.delivery_outside to evermend_app;

-- The figures of the two shops this programme was first sold in: more than 199 dollars are free, not 199.
insert into commerce.delivery_rule (country, no, option, currency, price_minor, free_from_minor, most_grams)
values ('EE', 1, 'home', 'EUR', 500, 2500, 1000000),
       ('EE', 2, 'pickup', 'EUR', 350, 2500, null),
       ('US', 1, 'home', 'USD', 950, 19901, null);
insert into commerce.delivery_outside (country, says)
values ('*', 'We send parcels within Estonia and the United States. '
             'From elsewhere, please order in the shop of your own country.');

alter table commerce.order
  add column cancelled_at timestamptz,
  add constraint order_cancelled check (state = 'cancelled' or cancelled_at is null);

-- The business somebody buys for.
alter table identity.person add column company text;
