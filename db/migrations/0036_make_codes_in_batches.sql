-- Codes that are made before anybody buys them: asked for by one person, released by another, then made a
-- piece at a time. `made` moves in the transaction that makes the codes, so that a batch has exactly as many.
create table contracts.code_batch (
  batch_id       text        not null,
  programme      text        not null,
  plan           text        not null,
  sku            text        not null,
  models         text[]      not null,
  region         text        not null,
  quantity       integer     not null,
  made           integer     not null default 0,
  -- The last day a code of it may be used, and the instant that day is over there.
  last_use_on         date,
  expires_at     timestamptz,
  note           text        not null default '',
  state          text        not null default 'asked',
  asked_by       text        not null,
  asked_at       timestamptz not null,
  decided_by     text,
  decided_at     timestamptz,
  reason         text,
  -- Somebody wants it taken out of use, and another has still to agree.
  void_asked_by  text,
  void_asked_at  timestamptz,
  void_reason    text,
  voided_by      text,
  voided_at      timestamptz,
  version        integer     not null default 1,
  constraint code_batch_pkey primary key (batch_id),
  constraint code_batch_state check (state in ('asked', 'released', 'declined', 'voided')),
  constraint code_batch_quantity check (quantity >= 1 and quantity <= 100000 and made between 0 and quantity),
  constraint code_batch_use_by check ((last_use_on is null) = (expires_at is null)),
  constraint code_batch_decided check ((state = 'asked') = (decided_at is null)
                                       and (decided_at is null) = (decided_by is null)),
  constraint code_batch_two_hands check (state not in ('released', 'voided') or decided_by <> asked_by),
  constraint code_batch_made check (made = 0 or state in ('released', 'voided')),
  constraint code_batch_void_asked check ((void_asked_by is null) = (void_asked_at is null)
                                          and (void_asked_by is null) = (void_reason is null)),
  constraint code_batch_voided check ((state = 'voided') = (voided_at is not null)
                                      and (voided_at is null) = (voided_by is null)
                                      and (voided_at is null or void_reason is not null))
);
grant select, insert on contracts.code_batch to evermend_app;
grant update (made, state, decided_by, decided_at, reason, void_asked_by, void_asked_at, void_reason,
              voided_by, voided_at, version) on contracts.code_batch to evermend_app;

-- A code of a batch is in stock before it has an order; one that an order holds is in stock and has one.
alter table contracts.code
  alter column order_id drop not null,
  alter column line_no drop not null,
  alter column sold_at drop not null,
  add column batch_id text,
  add column last_use_on date,
  add column expires_at timestamptz,
  -- The digest of the code that was given for it when it was lost.
  add column replaced_by bytea,
  -- How many days before its end its buyer was last told.
  add column told_days smallint,
  add constraint code_of_batch foreign key (batch_id) references contracts.code_batch (batch_id),
  add constraint code_use_by check ((last_use_on is null) = (expires_at is null)),
  add constraint code_line check ((order_id is null) = (line_no is null)),
  add constraint code_sold check (state = 'stock' and sold_at is null and delivered_at is null
                                  or state in ('sold', 'redeemed') and sold_at is not null
                                     and order_id is not null
                                  or state in ('void', 'expired')
                                     and (order_id is null) = (sold_at is null)),
  add constraint code_delivered check (delivered_at is null or sold_at is not null),
  add constraint code_redeemed_delivered check (state <> 'redeemed' or delivered_at is not null),
  add constraint code_replaced check (replaced_by is null or state = 'void');
grant update (order_id, line_no, sold_at, delivered_at, sale_no, currency, purchase, replaced_by, told_days)
  on contracts.code to evermend_app;
create index code_free on contracts.code (sku, region, expires_at, code_digest)
  where state = 'stock' and order_id is null;
create index code_by_batch on contracts.code (batch_id, state, code_digest) where batch_id is not null;
create index code_by_end on contracts.code (expires_at, order_id) where state in ('stock', 'sold')
                                                                    and expires_at is not null;
create index code_by_sale on contracts.code (sold_at, order_id) where sold_at is not null;
