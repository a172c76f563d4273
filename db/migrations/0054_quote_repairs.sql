-- What the bench asks for what it does, from a day on: parts, hours, the way back. A row is never changed:
-- the newest that has begun counts; one without an amount ends its price.
create table service.price (
  price_id   text        not null constraint price_pkey primary key,
  kind       text        not null,
  item       text        not null,
  title      text        not null,
  -- Null: of every model.
  model      text,
  region     text        not null,
  currency   text        not null,
  net_minor  bigint,
  tax_kind   text        not null,
  valid_from timestamptz not null,
  made_at    timestamptz not null,
  actor      text        not null,
  constraint price_kind check (kind in ('part', 'labour', 'shipping', 'send_back')),
  constraint price_amount check (net_minor >= 0),
  constraint price_tax check (tax_kind in ('country', 'none')),
  constraint price_one_a_time unique nulls not distinct (kind, item, model, region, currency, valid_from)
);

-- A price for a repair, line by line, as its owner reads it. A new look is a new one; the old one stays.
create table claims.quote (
  device_id         text        not null,
  claim_no          integer     not null,
  no                integer     not null,
  currency          text        not null,
  lines             json        not null,
  net_minor         bigint      not null,
  tax_minor         bigint      not null,
  total_minor       bigint      not null,
  -- Of the total what the repair costs; the rest is the plan's fee beside it.
  repair_minor      bigint      not null,
  made_at           timestamptz not null,
  valid_until       timestamptz not null,
  actor             text        not null,
  accepted_at       timestamptz,
  accepted_minor    bigint,
  accepted_currency text,
  charge_no         integer,
  constraint quote_pkey primary key (device_id, claim_no, no),
  constraint quote_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint quote_charge foreign key (device_id, charge_no) references money.charge (root_id, no),
  constraint quote_sum check (net_minor >= 0 and tax_minor >= 0 and total_minor = net_minor + tax_minor
    and repair_minor > 0 and repair_minor <= total_minor),
  constraint quote_valid check (valid_until > made_at),
  constraint quote_accepted check ((accepted_at is null) = (accepted_minor is null)
    and (accepted_at is null) = (accepted_currency is null) and (accepted_at is null) = (charge_no is null)),
  -- What is accepted is accepted in time, and costs what was quoted.
  constraint quote_as_accepted check (accepted_at is null or (accepted_at < valid_until
    and accepted_at >= made_at and accepted_minor = total_minor and accepted_currency = currency))
);
create unique index quote_one_accepted on claims.quote (device_id, claim_no) where accepted_at is not null;

grant select, insert on service.price to evermend_app;
grant select, insert on claims.quote to evermend_app;
grant update (accepted_at, accepted_minor, accepted_currency, charge_no) on claims.quote to evermend_app;
