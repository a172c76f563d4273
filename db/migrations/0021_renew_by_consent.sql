-- A holder's consent that a plan renews by itself, and what became of it. Rows are kept as proof; only how it
-- ended and what was announced are added.
create table contracts.auto_renewal (
  device_id       text        not null,
  no              integer     not null,
  -- The contract it was agreed to on; it goes on for those that follow.
  contract_no     integer     not null,
  holder_id       text        not null,
  method          text        not null,
  product         text        not null,
  -- The price that was shown, and the words that were agreed to, by their digest.
  price_minor     bigint      not null,
  currency        text        not null,
  wording         text        not null,
  agreed_by       text        not null,
  agreed_at       timestamptz not null,
  -- The price that was last announced, for which contract and when: nothing else is ever charged.
  announced_no    integer,
  announced_minor bigint,
  announced_at    timestamptz,
  ended_at        timestamptz,
  end_reason      text,
  constraint auto_renewal_pkey primary key (device_id, no),
  constraint auto_renewal_contract foreign key (device_id, contract_no)
    references contracts.contract (device_id, no),
  constraint auto_renewal_price check (price_minor >= 0 and announced_minor >= 0),
  constraint auto_renewal_announced check ((announced_no is null) = (announced_minor is null)
                                           and (announced_no is null) = (announced_at is null)),
  constraint auto_renewal_ended check ((ended_at is null) = (end_reason is null)),
  constraint auto_renewal_reason check (
    end_reason in ('cancelled', 'passed_on', 'not_paid', 'not_allowed', 'price_changed'))
);
create unique index auto_renewal_one on contracts.auto_renewal (device_id) where ended_at is null;

grant select, insert on contracts.auto_renewal to evermend_app;
grant update (announced_no, announced_minor, announced_at, ended_at, end_reason)
  on contracts.auto_renewal to evermend_app;
