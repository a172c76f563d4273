-- A payer's card that its provider keeps, so that a renewal can be taken from it while nobody is there. Of
-- the card itself nothing is here but what its holder knows it by. asked -> kept -> forgotten, or failed.
create table money.kept_card (
  root_id      text        not null,
  no           integer     not null,
  holder_id    text        not null,
  provider     text        not null,
  method       text        not null,
  currency     text        not null,
  state        text        not null default 'asked',
  -- The provider's words for it, its brand, last four digits and last good day; gone when it is forgotten.
  customer_ref text,
  card_ref     text,
  brand        text,
  last_four    text,
  expires_on   date,
  asked_at     timestamptz not null,
  kept_at      timestamptz,
  -- From when on nobody wants it kept any more.
  unwanted_at  timestamptz,
  closed_at    timestamptz,
  constraint kept_card_pkey primary key (root_id, no),
  constraint kept_card_state check (state in ('asked', 'kept', 'failed', 'forgotten')),
  constraint kept_card_told check (
    (state = 'kept') = (card_ref is not null and brand is not null and last_four is not null
                        and expires_on is not null)
    and (state = 'kept' or (card_ref is null and customer_ref is null and brand is null
                            and last_four is null and expires_on is null))),
  -- Four digits, never more.
  constraint kept_card_last_four check (last_four ~ '^[0-9]{4}$'),
  constraint kept_card_closed check ((state in ('failed', 'forgotten')) = (closed_at is not null)),
  constraint kept_card_forgotten check (
    state <> 'forgotten' or (kept_at is not null and unwanted_at is not null))
);
create unique index kept_card_one_wanted on money.kept_card (root_id)
  where state in ('asked', 'kept') and unwanted_at is null;

alter table money.attempt drop constraint attempt_about;
alter table money.attempt add constraint attempt_about
  check (about in ('charge', 'refund', 'hold', 'capture', 'release', 'card', 'forget'));

-- The card a consent is paid by; null for those of before, which were paid by a method alone.
alter table contracts.auto_renewal add column card_no integer;
alter table contracts.auto_renewal drop constraint auto_renewal_reason;
alter table contracts.auto_renewal add constraint auto_renewal_reason check (
  end_reason in ('cancelled', 'passed_on', 'not_paid', 'not_allowed', 'price_changed', 'card_not_kept',
                 'not_confirmed', 'agreed_anew'));

grant select, insert, update on money.kept_card to evermend_app;
