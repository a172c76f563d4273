-- VAT numbers that buyers told, and what the register of their country says of each. `proof` is the
-- register's own number of the answer: what an auditor asks for.
create table commerce.vat_number (
  vat_id        text        not null,
  -- The root its deadlines belong to.
  number_id     text        not null,
  country       text        not null,
  name_told     text,
  state         text        not null default 'unproved',
  proved_at     timestamptz,
  proof         text,
  registered_as text,
  asked_at      timestamptz,
  -- Times in a row that the register was not available.
  missed        integer     not null default 0,
  created_at    timestamptz not null,
  constraint vat_number_pkey primary key (vat_id),
  constraint vat_number_state check (state in ('unproved', 'valid', 'not_valid')),
  constraint vat_number_proof check ((state = 'unproved') = (proved_at is null)
                                     and (state <> 'valid' or proof is not null))
);
grant select, insert, update on commerce.vat_number to evermend_app;

-- What buyers were shown before they paid, word for word, once for each text there was.
create table commerce.shown_information (
  digest   text        not null,
  language text        not null,
  text     text        not null,
  shown_at timestamptz not null,
  constraint shown_information_pkey primary key (digest)
);
grant select, insert on commerce.shown_information to evermend_app;

-- How an order is taxed: as everybody's, or by its buyer, a business of another member state with a proof.
alter table commerce.order
  add column tax_treatment text not null default 'charged',
  -- The register's answer that reverse charge rests on.
  add column vat_proof text,
  add column information_digest text,
  add constraint order_tax_treatment check (tax_treatment in ('charged', 'reverse_charge')),
  add constraint order_vat_proof check (tax_treatment = 'charged'
                                        or (vat_proof is not null and vat_id is not null
                                            and net_minor = gross_minor));

create index order_of_vat_number on commerce.order (vat_id, placed_at) where vat_id is not null;

-- The last number of a series in a year. Taking the next one locks the row until the invoice stands, so that
-- no number is lost and none is given twice.
create table commerce.invoice_series (
  series text    not null,
  year   integer not null,
  last   integer not null,
  constraint invoice_series_pkey primary key (series, year),
  constraint invoice_series_last check (last >= 0)
);
grant select, insert, update on commerce.invoice_series to evermend_app;

create table commerce.invoice (
  order_id   text        not null,
  no         integer     not null,
  kind       text        not null,
  series     text        not null,
  year       integer     not null,
  number     integer     not null,
  charge_no  integer     not null,
  -- Of a credit note: the refund it is for, and the invoice it corrects.
  refund_no  integer,
  corrects   integer,
  -- Who it was sent to; what it says of them is in their row alone.
  buyer_id   text        not null,
  currency   text        not null,
  net_minor  bigint      not null,
  tax_minor  bigint      not null,
  issued_at  timestamptz not null,
  issued_on  date        not null,
  due_on     date,
  -- Every figure and word as it was printed.
  figures    jsonb       not null,
  constraint invoice_pkey primary key (order_id, no),
  constraint invoice_of_order foreign key (order_id) references commerce.order (order_id),
  constraint invoice_corrects foreign key (order_id, corrects) references commerce.invoice (order_id, no),
  constraint invoice_kind check (kind in ('invoice', 'credit_note')),
  constraint invoice_note check ((kind = 'credit_note') = (refund_no is not null)
                                 and (kind = 'credit_note') = (corrects is not null)),
  constraint invoice_amounts check (net_minor >= 0 and tax_minor >= 0 and number >= 1)
);
create unique index invoice_of_charge on commerce.invoice (order_id, charge_no) where kind = 'invoice';
create unique index invoice_of_refund on commerce.invoice (order_id, refund_no) where kind = 'credit_note';
create index invoice_by_number on commerce.invoice (issued_at desc, series desc, number desc);
grant select, insert on commerce.invoice to evermend_app;

-- What a buyer told us when they withdrew: a statement, kept with its moment, that somebody here answers.
create table commerce.withdrawal (
  order_id    text        not null,
  no          integer     not null,
  lines       jsonb       not null,
  said_at     timestamptz not null,
  said_by     text        not null,
  state       text        not null default 'told',
  answered_at timestamptz,
  answered_by text,
  answer      text,
  constraint withdrawal_pkey primary key (order_id, no),
  constraint withdrawal_of_order foreign key (order_id) references commerce.order (order_id),
  constraint withdrawal_state check (state in ('told', 'answered')),
  constraint withdrawal_answer check ((state = 'answered') = (answered_at is not null)
                                      and (state = 'answered') = (answered_by is not null))
);
create index withdrawal_told on commerce.withdrawal (said_at) where state = 'told';
grant select, insert, update on commerce.withdrawal to evermend_app;
