-- The hashes of events that are appended together, each over the one before it: an aggregate that is read as
-- a window gives every one of them in one pass over the rows.
create function platform.next_event_hash(
  previous bytea, first bytea, root_id text, seq integer, type text, at timestamptz, actor text, body jsonb
) returns bytea language sql immutable parallel safe
return platform.event_hash(coalesce(previous, first), root_id, seq, type, at, actor, body);

create aggregate platform.chained_hash(
  first bytea, root_id text, seq integer, type text, at timestamptz, actor text, body jsonb
) (sfunc = platform.next_event_hash, stype = bytea, parallel = safe);
