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

-- Days on which a country does not work, beside Saturdays and Sundays. Kept by managers.
create table commerce.holiday (
  country text not null,
  kept_on  date not null,
  name    text not null,
  constraint holiday_pkey primary key (country, kept_on),
  constraint holiday_country check (country ~ '^[A-Z]{2}$')
);
grant select, insert, update, delete on commerce.holiday to evermend_app;

-- 2026 and 2027: the days that are the same every year, those that go with Easter, and the others.
insert into commerce.holiday (country, kept_on, name)
select country, (year || '-' || day)::date, name
  from (values (2026), (2027)) as years(year)
 cross join (values
   ('EE', '01-01', 'New Year'), ('EE', '02-24', 'Independence Day'), ('EE', '05-01', 'Spring Day'),
   ('EE', '06-23', 'Victory Day'), ('EE', '06-24', 'Midsummer'),
   ('EE', '08-20', 'Restoration of Independence'),
   ('EE', '12-24', 'Christmas Eve'), ('EE', '12-25', 'Christmas'), ('EE', '12-26', 'Second day of Christmas'),
   ('LV', '01-01', 'New Year'), ('LV', '05-01', 'Labour Day'), ('LV', '05-04', 'Restoration of Independence'),
   ('LV', '06-23', 'Midsummer Eve'), ('LV', '06-24', 'Midsummer'), ('LV', '11-18', 'Proclamation Day'),
   ('LV', '12-24', 'Christmas Eve'), ('LV', '12-25', 'Christmas'), ('LV', '12-26', 'Second day of Christmas'),
   ('LV', '12-31', 'New Year''s Eve'),
   ('LT', '01-01', 'New Year'), ('LT', '02-16', 'Restoration of the State'),
   ('LT', '03-11', 'Restoration of Independence'), ('LT', '05-01', 'Labour Day'),
   ('LT', '06-24', 'Midsummer'),
   ('LT', '07-06', 'Statehood Day'), ('LT', '08-15', 'Assumption'), ('LT', '11-01', 'All Saints'),
   ('LT', '11-02', 'All Souls'), ('LT', '12-24', 'Christmas Eve'), ('LT', '12-25', 'Christmas'),
   ('LT', '12-26', 'Second day of Christmas'),
   ('FI', '01-01', 'New Year'), ('FI', '01-06', 'Epiphany'), ('FI', '05-01', 'May Day'),
   ('FI', '12-06', 'Independence Day'), ('FI', '12-25', 'Christmas'),
   ('FI', '12-26', 'Second day of Christmas'),
   ('DE', '01-01', 'New Year'), ('DE', '05-01', 'Labour Day'), ('DE', '10-03', 'German Unity'),
   ('DE', '12-25', 'Christmas'), ('DE', '12-26', 'Second day of Christmas'),
   ('FR', '01-01', 'New Year'), ('FR', '05-01', 'Labour Day'), ('FR', '05-08', 'Victory Day'),
   ('FR', '07-14', 'National Day'), ('FR', '08-15', 'Assumption'), ('FR', '11-01', 'All Saints'),
   ('FR', '11-11', 'Armistice'), ('FR', '12-25', 'Christmas'),
   ('PL', '01-01', 'New Year'), ('PL', '01-06', 'Epiphany'), ('PL', '05-01', 'Labour Day'),
   ('PL', '05-03', 'Constitution Day'), ('PL', '08-15', 'Assumption'), ('PL', '11-01', 'All Saints'),
   ('PL', '11-11', 'Independence Day'), ('PL', '12-24', 'Christmas Eve'), ('PL', '12-25', 'Christmas'),
   ('PL', '12-26', 'Second day of Christmas')
 ) as fixed(country, day, name)
union all
select country, easter + days, name
  from (values (date '2026-04-05'), (date '2027-03-28')) as years(easter)
 cross join (values
   ('EE', -2, 'Good Friday'), ('LV', -2, 'Good Friday'), ('LV', 1, 'Easter Monday'),
   ('LT', 1, 'Easter Monday'),
   ('FI', -2, 'Good Friday'), ('FI', 1, 'Easter Monday'), ('FI', 39, 'Ascension'),
   ('DE', -2, 'Good Friday'), ('DE', 1, 'Easter Monday'), ('DE', 39, 'Ascension'), ('DE', 50, 'Whit Monday'),
   ('FR', 1, 'Easter Monday'), ('FR', 39, 'Ascension'), ('FR', 50, 'Whit Monday'),
   ('PL', 1, 'Easter Monday'), ('PL', 60, 'Corpus Christi'),
   ('GB', -2, 'Good Friday'), ('GB', 1, 'Easter Monday')
 ) as moving(country, days, name)
union all
select country, day::date, name
  from (values
   ('GB', '2026-01-01', 'New Year'), ('GB', '2026-05-04', 'Early May'), ('GB', '2026-05-25', 'Spring'),
   ('GB', '2026-08-31', 'Summer'), ('GB', '2026-12-25', 'Christmas'), ('GB', '2026-12-28', 'Boxing Day'),
   ('GB', '2027-01-01', 'New Year'), ('GB', '2027-05-03', 'Early May'), ('GB', '2027-05-31', 'Spring'),
   ('GB', '2027-08-30', 'Summer'), ('GB', '2027-12-27', 'Christmas'), ('GB', '2027-12-28', 'Boxing Day'),
   ('US', '2026-01-01', 'New Year'), ('US', '2026-01-19', 'Martin Luther King Jr. Day'),
   ('US', '2026-02-16', 'Washington''s Birthday'), ('US', '2026-05-25', 'Memorial Day'),
   ('US', '2026-06-19', 'Juneteenth'), ('US', '2026-07-03', 'Independence Day'),
   ('US', '2026-09-07', 'Labor Day'), ('US', '2026-10-12', 'Columbus Day'),
   ('US', '2026-11-11', 'Veterans Day'),
   ('US', '2026-11-26', 'Thanksgiving'), ('US', '2026-12-25', 'Christmas'),
   ('US', '2027-01-01', 'New Year'), ('US', '2027-01-18', 'Martin Luther King Jr. Day'),
   ('US', '2027-02-15', 'Washington''s Birthday'), ('US', '2027-05-31', 'Memorial Day'),
   ('US', '2027-06-18', 'Juneteenth'), ('US', '2027-07-05', 'Independence Day'),
   ('US', '2027-09-06', 'Labor Day'), ('US', '2027-10-11', 'Columbus Day'),
   ('US', '2027-11-11', 'Veterans Day'),
   ('US', '2027-11-25', 'Thanksgiving'), ('US', '2027-12-24', 'Christmas'), ('US', '2027-12-31', 'New Year')
 ) as other(country, day, name);

-- What is ordered of a supplier on one of its working days: gathered until its cut-off, then sent.
create table commerce.supplier_order (
  supplier_order_id text        not null,
  supplier          text        not null,
  ordered_on        date        not null,
  state             text        not null default 'gathering',
  closes_at         timestamptz not null,
  -- The person row it was mailed to.
  contact_id        text,
  sent_at           timestamptz,
  -- Answers are counted: each may tell buyers anew.
  answers           integer     not null default 0,
  answered_at       timestamptz,
  answered_by       text,
  expected_on       date,
  reason            text,
  arrived_at        timestamptz,
  created_at        timestamptz not null,
  version           integer     not null default 1,
  constraint supplier_order_pkey primary key (supplier_order_id),
  constraint supplier_order_of_day unique (supplier, ordered_on),
  constraint supplier_order_supplier foreign key (supplier) references catalogue.supplier (supplier),
  constraint supplier_order_state check (state in ('gathering', 'sent', 'confirmed', 'late', 'failed',
                                                   'arrived', 'cancelled')),
  constraint supplier_order_expected check ((state not in ('confirmed', 'late') or expected_on is not null)
                                            and (state <> 'failed' or expected_on is null)),
  constraint supplier_order_arrived check ((state = 'arrived') = (arrived_at is not null))
);
grant select, insert, update on commerce.supplier_order to evermend_app;
create index supplier_order_open on commerce.supplier_order (state, supplier_order_id);

create table commerce.supplier_order_line (
  supplier_order_id  text    not null,
  order_id           text    not null,
  line_no            integer not null,
  sku                text    not null,
  name               text    not null,
  quantity           integer not null,
  -- Pieces whose buyer did not wait.
  cancelled_quantity integer not null default 0,
  promised_on        date    not null,
  constraint supplier_order_line_pkey primary key (supplier_order_id, order_id, line_no),
  constraint supplier_order_line_order foreign key (supplier_order_id)
    references commerce.supplier_order (supplier_order_id),
  constraint supplier_order_line_quantity check (quantity > 0 and cancelled_quantity between 0 and quantity)
);
grant select, insert, update on commerce.supplier_order_line to evermend_app;
create index supplier_order_line_of_order on commerce.supplier_order_line (order_id);

-- What a buyer was told about goods that do not come when they were promised, and what the buyer chose.
create table commerce.order_delay (
  order_id          text        not null,
  no                integer     not null,
  supplier_order_id text        not null,
  answer_no         integer     not null,
  -- Null where the supplier cannot deliver.
  expected_on       date,
  state             text        not null default 'told',
  told_at           timestamptz not null,
  chosen_at         timestamptz,
  chosen_by         text,
  constraint order_delay_pkey primary key (order_id, no),
  constraint order_delay_once unique (order_id, supplier_order_id, answer_no),
  constraint order_delay_order foreign key (order_id) references commerce.order (order_id),
  constraint order_delay_state check (state in ('told', 'waits', 'cancelled')),
  constraint order_delay_chosen check ((state = 'told') = (chosen_at is null)
                                       and (chosen_at is null) = (chosen_by is null))
);
grant select, insert, update on commerce.order_delay to evermend_app;

-- Goods of an order on their way to its buyer.
create table commerce.parcel (
  order_id          text        not null,
  no                integer     not null,
  state             text        not null default 'wanted',
  carrier           text        not null,
  delivery          text        not null,
  pickup_point      text,
  country           text        not null,
  weight_grams      integer     not null,
  -- What it waited for; null for what was in stock.
  supplier_order_id text,
  -- Sent again in place of a parcel that was lost or came back: its goods were income before.
  instead_of_no     integer,
  tracking          text,
  tracking_url      text,
  label             text,
  wanted_at         timestamptz not null,
  booked_at         timestamptz,
  handed_over_at    timestamptz,
  handed_over_by    text,
  asked_at          timestamptz,
  closed_at         timestamptz,
  -- What became of a lost one or one that came back: sent again, or paid back.
  settled           text,
  version           integer     not null default 1,
  constraint parcel_pkey primary key (order_id, no),
  constraint parcel_order foreign key (order_id) references commerce.order (order_id),
  constraint parcel_state check (state in ('wanted', 'booked', 'handed_over', 'delivered', 'lost', 'returned',
                                           'cancelled')),
  constraint parcel_delivery check (delivery in ('home', 'pickup')
                                    and (delivery = 'pickup') = (pickup_point is not null)),
  constraint parcel_booked check (state not in ('booked', 'handed_over', 'delivered', 'lost', 'returned')
                                  or (booked_at is not null and tracking is not null)),
  constraint parcel_handed_over check ((state in ('handed_over', 'delivered', 'lost', 'returned'))
                                       = (handed_over_at is not null)),
  constraint parcel_closed check ((state in ('delivered', 'lost', 'returned', 'cancelled'))
                                  = (closed_at is not null)),
  constraint parcel_settled check (settled is null or (settled in ('sent_again', 'paid_back')
                                                       and state in ('lost', 'returned')))
);
grant select, insert, update on commerce.parcel to evermend_app;
create index parcel_open on commerce.parcel (state, order_id, no);
create unique index parcel_tracking on commerce.parcel (order_id, carrier,
  tracking) where tracking is not null;

create table commerce.parcel_line (
  order_id  text    not null,
  parcel_no integer not null,
  line_no   integer not null,
  quantity  integer not null,
  constraint parcel_line_pkey primary key (order_id, parcel_no, line_no),
  constraint parcel_line_parcel foreign key (order_id, parcel_no) references commerce.parcel (order_id, no),
  constraint parcel_line_line foreign key (order_id, line_no) references commerce.order_line (order_id, no),
  constraint parcel_line_quantity check (quantity > 0)
);
grant select, insert on commerce.parcel_line to evermend_app;

-- A try to book a parcel: committed before the carrier is called, resolved after; unknown is asked about.
create table commerce.parcel_attempt (
  order_id    text        not null,
  parcel_no   integer     not null,
  no          integer     not null,
  key         text        not null,
  state       text        not null default 'pending',
  reason      text,
  started_at  timestamptz not null,
  called_at   timestamptz,
  asks        integer     not null default 0,
  resolved_at timestamptz,
  constraint parcel_attempt_pkey primary key (order_id, parcel_no, no),
  constraint parcel_attempt_parcel foreign key (order_id, parcel_no) references commerce.parcel (order_id,
    no),
  constraint parcel_attempt_state check (state in ('pending', 'unknown', 'succeeded', 'failed')),
  constraint parcel_attempt_resolved check ((state in ('succeeded', 'failed')) = (resolved_at is not null))
);
grant select, insert, update on commerce.parcel_attempt to evermend_app;
create unique index parcel_attempt_open on commerce.parcel_attempt (order_id, parcel_no)
  where state in ('pending', 'unknown');

-- What the carrier for tests remembers: a carrier of its own, which forgets nothing when we do.
create table commerce.test_parcel (
  key        text        not null,
  tracking   text        not null,
  fault      text        not null default 'none',
  booked_at  timestamptz not null,
  constraint test_parcel_pkey primary key (key)
);
create index test_parcel_tracked on commerce.test_parcel (tracking);
grant select, insert on commerce.test_parcel to evermend_app;

-- A paid order whose goods will all not come is cancelled; what of a line will not come is written there.
alter table commerce.order drop constraint order_paid;
alter table commerce.order add constraint order_paid
  check (case state when 'placed' then paid_at is null when 'cancelled' then true
                    else paid_at is not null end);
grant update (cancelled_quantity) on commerce.order_line to evermend_app;
