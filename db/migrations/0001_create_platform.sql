-- The application's role. It may read and write what acts write, and may never change what is append-only.
do $$
begin
  if not exists (select from pg_roles where rolname = 'evermend_app') then
    create role evermend_app nologin;
  end if;
end
$$;

create schema platform;
grant usage on schema platform to evermend_app;

-- What happened, in order, per root: a device or an order. Timeline, audit and webhook source in one.
-- `tx` orders events across roots for readers that follow along: rows below the oldest running transaction
-- are complete, so a cursor over (tx, root_id, seq) skips nothing.
create table platform.event (
  root_id text        not null,
  seq     integer     not null,
  type    text        not null,
  at      timestamptz not null,
  actor   text        not null,
  body    jsonb       not null,
  hash    bytea       not null,
  tx      xid8        not null default pg_current_xact_id(),
  constraint event_pkey primary key (root_id, seq),
  constraint event_seq_positive check (seq > 0)
);
create index event_by_tx on platform.event (tx, root_id, seq);

-- Covers the hash before it, so that no row can be changed, dropped or moved unnoticed.
create function platform.event_hash(
  previous bytea, root_id text, seq integer, type text, at timestamptz, actor text, body jsonb
) returns bytea
  language sql immutable parallel safe
  return sha256(
    previous || convert_to(
      root_id || ' ' || seq::text || ' ' || type || ' ' || extract(epoch from at)::text
        || ' ' || actor || ' ' || body::text, 'UTF8'
    )
  );

-- One row per request that creates or moves something; kept 30 days.
create table platform.idempotency (
  caller      text        not null,
  key         text        not null,
  fingerprint bytea       not null,
  status      smallint,
  -- As text, so that a repeat answers with the same bytes.
  body        json,
  created_at  timestamptz not null,
  constraint idempotency_pkey primary key (caller, key)
);
create index idempotency_by_age on platform.idempotency (created_at);

-- What falls due when. Computed once from terms and facts; nothing moves it but the act that sets it.
create table platform.deadline (
  root_id text        not null,
  kind    text        not null,
  key     text        not null,
  due_at  timestamptz not null,
  met_at  timestamptz,
  constraint deadline_pkey primary key (root_id, kind, key)
);
create index deadline_open on platform.deadline (due_at) where met_at is null;

-- The time of a sandbox. One row at the most; absent where the clock is the world's.
create table platform.test_clock (
  id integer     not null,
  at timestamptz not null,
  constraint test_clock_pkey primary key (id),
  constraint test_clock_single check (id = 1)
);

-- Written by the readiness check: a server that can only read is not ready.
create table platform.heartbeat (
  id integer     not null,
  at timestamptz not null,
  constraint heartbeat_pkey primary key (id)
);

grant select, insert, update on platform.heartbeat to evermend_app;
grant select, insert on platform.event to evermend_app;
grant select, insert, update, delete on platform.idempotency to evermend_app;
grant select, insert, update on platform.deadline to evermend_app;
grant select, insert, update on platform.test_clock to evermend_app;
