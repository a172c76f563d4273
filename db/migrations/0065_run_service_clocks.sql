-- What we promise in a case, in opening time; and the clocks that run by it.

-- Versions of a promise, for a centre and a channel or for all (empty). The newest that is narrowest counts.
create table service.promise (
  promise      text        not null,
  centre_id    text        not null,
  channel      text        not null,
  version      integer     not null,
  open_minutes integer     not null,
  set_at       timestamptz not null,
  set_by       text        not null,
  constraint promise_pkey primary key (promise, centre_id, channel, version),
  constraint promise_kind check (promise in ('first_look', 'dispatch', 'answer')),
  constraint promise_channel check (channel in ('', 'online', 'quick', 'swift')),
  constraint promise_minutes check (open_minutes between 1 and 100000)
);
grant select, insert on service.promise to evermend_app;

-- running <-> paused (the owner has the ball) -> met | ended. What it goes by is copied when it starts.
create table service.clock (
  device_id     text        not null,
  claim_no      integer     not null,
  no            integer     not null,
  promise       text        not null,
  centre_id     text,
  open_minutes  integer     not null,
  -- The version of the rule; 0 where nobody has set one.
  rule_version  integer     not null,
  calendar      jsonb       not null,
  started_at    timestamptz not null,
  state         text        not null,
  -- Opening time used until `resumed_at`, or in all.
  spent_seconds integer     not null,
  resumed_at    timestamptz,
  warn_at       timestamptz,
  due_at        timestamptz,
  escalate_at   timestamptz,
  warned_at     timestamptz,
  broken_at     timestamptz,
  escalated_at  timestamptz,
  ended_at      timestamptz,
  constraint clock_pkey primary key (device_id, claim_no, no),
  constraint clock_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint clock_promise check (promise in ('first_look', 'dispatch', 'answer')),
  constraint clock_state check (state in ('running', 'paused', 'met', 'ended')),
  constraint clock_running check ((state = 'running') = (due_at is not null)
                                  and (state = 'running') = (resumed_at is not null)),
  constraint clock_ended check ((state in ('met', 'ended')) = (ended_at is not null)),
  constraint clock_spent check (spent_seconds >= 0)
);
create unique index clock_one_live on service.clock (device_id, claim_no, promise)
  where state in ('running', 'paused');
create index clock_due on service.clock (due_at) where state = 'running';
grant select, insert, update on service.clock to evermend_app;
