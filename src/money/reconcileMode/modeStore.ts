import { effect, maybeOne, one } from "../../platform/index.ts";
import type { Mode, Unmatched, World } from "./mode.ts";

const MODE = `no, reason, started_by as "startedBy", started_at as "startedAt"`;

/** The mode that is on now. */
export const openMode = maybeOne<Mode>(
  "open_reconcile_mode",
  `select ${MODE} from money.reconcile_mode where ended_at is null`,
);

/** Starts it: `$1` reason, `$2` by, `$3` at. No row: it is on. */
export const startMode = maybeOne<Mode>(
  "start_reconcile_mode",
  `insert into money.reconcile_mode (no, reason, started_by, started_at)
   select 1 + coalesce(max(no), 0), $1, $2, $3 from money.reconcile_mode
   on conflict do nothing
   returning ${MODE}`,
);

/** Ends it: `$1` its number, `$2` by, `$3` at, `$4` reason. No row: it was ended before. */
export const endMode = maybeOne<Mode>(
  "end_reconcile_mode",
  `update money.reconcile_mode set ended_by = $2, ended_at = $3, end_reason = $4
    where no = $1 and ended_at is null
   returning ${MODE}`,
);

/** What is still to be matched since `$1`; `$2`: the causes by which money may be missing. */
export const unmatchedSince = one<Unmatched>(
  "unmatched_since",
  `select (select count(*)::integer from money.attempt
            where state in ('pending', 'unknown') and provider not in ('bank', 'invoice')
              and (answered_at is null or answered_at < $1)) as unasked,
          coalesce((select array_agg(distinct a.provider order by a.provider) from money.attempt as a
            where a.provider not in ('bank', 'invoice')
              and not exists (select from money.reconciliation as r
                               where r.kind = 'provider' and r.party = a.provider and r.state = 'done'
                                 and r.finished_at >= $1)), '{}') as uncompared,
          (select count(*)::integer from money.difference
            where state = 'open' and cause = any($2::text[])) as differences,
          (select count(*)::integer from money.attempt where state in ('pending', 'unknown')) as waiting`,
);

/** Has every open try be asked about now. */
export const wakeTries = effect(
  "wake_tries",
  `update platform.deadline set due_at = $1 where kind = 'payment_asked' and met_at is null and due_at > $1`,
);

/** Has every party be compared now. */
export const wakeNight = effect(
  "wake_night",
  `update platform.deadline set due_at = $1 where kind = 'night_falls' and met_at is null and due_at > $1`,
);

export const worldNow = one<World>(
  "world_now",
  `select (select system_identifier::text from pg_control_system()) as system,
          (select timeline_id from pg_control_checkpoint()) as timeline,
          current_database() || ' '
            || (select oid from pg_database where datname = current_database()) as database,
          (select jsonb_build_object('rootId', root_id, 'seq', seq, 'hash', encode(hash, 'hex'))
             from platform.event order by tx desc, root_id desc, seq desc limit 1) as event,
          (select jsonb_build_object('rootId', p.root_id, 'no', p.no, 'source', p.source)
             from money.posting as p
             join (select root_id from platform.event order by tx desc, root_id desc, seq desc limit 20) as e
               using (root_id)
            order by p.at desc, p.root_id, p.no desc limit 1) as posting`,
);

/** Whether it has these: an event `$1`, `$2`, `$3`, and a posting `$4`, `$5`, `$6`. */
export const worldHas = one<{ readonly hasEvent: boolean; readonly hasPosting: boolean }>(
  "world_has",
  `select $1::text is null or exists (
            select from platform.event where root_id = $1 and seq = $2::integer
              and encode(hash, 'hex') = $3::text)
          as "hasEvent",
          $4::text is null or exists (
            select from money.posting where root_id = $4 and no = $5::integer and source = $6::text)
          as "hasPosting"`,
);

/** Takes what a carrier (`$1`) tells of a parcel (`$2`) for one transaction. No row: it tells of none. */
export const lockToldParcel = maybeOne<{ readonly lineId: string }>(
  "lock_told_parcel",
  `select line_id as "lineId" from money.report_line
    where kind = 'carrier' and lower(party) = lower($1) and entry = 'parcel' and reference = $2
      and gone_at is null
    order by line_id limit 1 for update`,
);
