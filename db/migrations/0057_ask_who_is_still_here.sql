-- A visit whose time is long over, and of which nobody said that it is: since when staff are asked.
alter table service.appointment add column asked_at timestamptz;
alter table service.appointment add constraint appointment_asked
  check (asked_at is null or arrived_at is not null);

-- What is taken of a card above the limit is asked for by one person and taken by another.
create table money.capture_request (
  root_id      text        not null,
  hold_no      integer     not null,
  no           integer     not null,
  amount_minor bigint      not null,
  reason       text        not null,
  state        text        not null default 'open',
  asked_by     text        not null,
  asked_at     timestamptz not null,
  ended_by     text,
  ended_at     timestamptz,
  constraint capture_request_pkey primary key (root_id, hold_no, no),
  constraint capture_request_hold foreign key (root_id, hold_no) references money.hold (root_id, no),
  constraint capture_request_amount check (amount_minor > 0),
  constraint capture_request_state check (state in ('open', 'approved', 'declined')),
  constraint capture_request_ended check ((state = 'open') = (ended_at is null)
                                          and (ended_by is null) = (ended_at is null)),
  constraint capture_request_hands check (state <> 'approved' or ended_by <> asked_by)
);
create unique index capture_request_one_open on money.capture_request (root_id, hold_no) where state = 'open';
grant select, insert, update (state, ended_by, ended_at) on money.capture_request to evermend_app;

-- Old devices that have not come back, the one that was due first, first.
create index core_return_due on claims.core_return (due_at, device_id, claim_no) where shipped_at is not null;
