import { effect, many, maybeOne } from "../../platform/index.ts";
import type { Clock } from "./clock.ts";
import type { Happened } from "./spansOf.ts";

const CLOCK = `k.device_id as "deviceId", k.claim_no as "claimNo", k.no, k.promise, k.centre_id as "centreId",
  k.open_minutes as "openMinutes", k.rule_version as "ruleVersion", k.calendar, k.started_at as "startedAt",
  k.state, k.spent_seconds as "spentSeconds", k.resumed_at as "resumedAt", k.warn_at as "warnAt",
  k.due_at as "dueAt", k.escalate_at as "escalateAt", k.warned_at as "warnedAt", k.broken_at as "brokenAt",
  k.escalated_at as "escalatedAt", k.ended_at as "endedAt"`;

/** Something that happened in a case. */
export interface HappenedIn extends Happened {
  readonly rootId: string;
  readonly claimNo: number;
}

/** What happened in these claims, of devices and numbers pairwise, in order. */
export const eventsOfClaims = many<HappenedIn>(
  "events_of_claims",
  `select e.root_id as "rootId", named.no as "claimNo", e.type, e.at, e.body
     from unnest($1::text[], $2::integer[]) as named(device_id, no)
     join platform.event e on e.root_id = named.device_id and (e.body -> 'claimNo') = to_jsonb(named.no)
    order by e.root_id, e.seq`,
);

/** The clocks of these claims, of devices and numbers pairwise. */
export const clocksOfClaims = many<Clock>(
  "clocks_of_claims",
  `select ${CLOCK}
     from unnest($1::text[], $2::integer[]) as named(device_id, no)
     join service.clock k on k.device_id = named.device_id and k.claim_no = named.no
    order by k.device_id, k.claim_no, k.no`,
);

export const clockByNo = maybeOne<Clock>(
  "clock_by_no",
  `select ${CLOCK} from service.clock k where k.device_id = $1 and k.claim_no = $2 and k.no = $3`,
);

/** Writes clocks that start, or where they stand now: what they go by is written once. `$1`: as rows. */
export const saveClocks = effect(
  "save_clocks",
  `insert into service.clock (device_id, claim_no, no, promise, centre_id, open_minutes, rule_version,
                              calendar, started_at, state, spent_seconds, resumed_at, warn_at, due_at,
                              escalate_at, ended_at)
   select "deviceId", "claimNo", no, promise, "centreId", "openMinutes", "ruleVersion", calendar, "startedAt",
          state, "spentSeconds", "resumedAt", "warnAt", "dueAt", "escalateAt", "endedAt"
     from jsonb_to_recordset($1::jsonb)
       as given("deviceId" text, "claimNo" integer, no integer, promise text, "centreId" text,
                "openMinutes" integer, "ruleVersion" integer, calendar jsonb, "startedAt" timestamptz,
                state text, "spentSeconds" integer, "resumedAt" timestamptz, "warnAt" timestamptz,
                "dueAt" timestamptz, "escalateAt" timestamptz, "endedAt" timestamptz)
   on conflict (device_id, claim_no, no) do update
      set state = excluded.state, spent_seconds = excluded.spent_seconds, resumed_at = excluded.resumed_at,
          warn_at = excluded.warn_at, due_at = excluded.due_at, escalate_at = excluded.escalate_at,
          ended_at = excluded.ended_at`,
);

/** Marks a tier `$4` of a running clock as reached. No row: it does not run, or the tier was reached. */
export const reachTier = maybeOne<Clock>(
  "reach_clock_tier",
  `update service.clock k
      set warned_at = case when $4 = 'warn' then $5 else k.warned_at end,
          broken_at = case when $4 = 'due' then $5 else k.broken_at end,
          escalated_at = case when $4 = 'escalate' then $5 else k.escalated_at end
    where k.device_id = $1 and k.claim_no = $2 and k.no = $3 and k.state = 'running'
      and case $4 when 'warn' then k.warned_at is null and k.warn_at <= $5
                  when 'due' then k.broken_at is null and k.due_at <= $5
                  else k.escalated_at is null and k.escalate_at <= $5 end
   returning ${CLOCK}`,
);

/** A version of a promise. */
export interface PromiseRow {
  readonly promise: Clock["promise"];
  /** Bare; empty for every centre. */
  readonly centreId: string;
  readonly channel: string;
  readonly version: number;
  readonly openMinutes: number;
  readonly setAt: Temporal.Instant;
  readonly setBy: string;
}

const PROMISE = `p.promise, p.centre_id as "centreId", p.channel, p.version, p.open_minutes as "openMinutes",
  p.set_at as "setAt", p.set_by as "setBy"`;

/**
 * The promises that counted at `$4` for centres and channels, pairwise, by their places in the lists: the
 * narrowest, of that the newest. No row where nobody had set one.
 */
export const promisesAt = many<Pick<PromiseRow, "version" | "openMinutes"> & { readonly place: number }>(
  "promises_at",
  `select asked.place, found.version, found.open_minutes as "openMinutes"
     from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[])
            with ordinality as asked(promise, centre_id, channel, at, place),
          lateral (select p.version, p.open_minutes from service.promise p
                    where p.promise = asked.promise and p.centre_id in ('', asked.centre_id)
                      and p.channel in ('', asked.channel) and p.set_at <= asked.at
                    order by p.centre_id desc, p.channel desc, p.version desc limit 1) as found`,
);

/** The newest version of every promise. */
export const promisesNow = many<PromiseRow>(
  "promises_now",
  `select distinct on (p.promise, p.centre_id, p.channel) ${PROMISE}
     from service.promise p order by p.promise, p.centre_id, p.channel, p.version desc`,
);

/** A version after `$4`. No row: somebody was faster. */
export const insertPromise = maybeOne<PromiseRow>(
  "insert_promise",
  `insert into service.promise as p (promise, centre_id, channel, version, open_minutes, set_at, set_by)
   select $1, $2, $3, $4::integer + 1, $5, $6, $7
    where $4 = (select coalesce(max(o.version), 0) from service.promise o
                 where o.promise = $1 and o.centre_id = $2 and o.channel = $3)
   on conflict do nothing
   returning ${PROMISE}`,
);

/** Clocks of the states `$1` and promise `$2`, those due first; `$3`: broken ones alone; behind `$4`-`$6`. */
export const listClockRows = many<Clock>(
  "list_clocks",
  `select ${CLOCK} from service.clock k
    where k.state = any($1::text[]) and ($2::text is null or k.promise = $2)
      and (not $3::boolean or k.broken_at is not null)
      and ($4::timestamptz is null
           or (coalesce(k.due_at, 'infinity'), k.device_id, k.claim_no * 1000 + k.no)
              > ($4, $5::text, $6::integer))
    order by coalesce(k.due_at, 'infinity'), k.device_id, k.claim_no * 1000 + k.no
    limit $7`,
);

/** Claims at the bench without a clock that runs: their job was lost. */
export const clocklessClaims = many<{ readonly rootId: string; readonly claimNo: number }>(
  "clockless_claims",
  `select c.device_id as "rootId", c.no as "claimNo" from claims.claim c
    where c.state in ('received', 'paid', 'replaced') and c.opened_at < $1
      and not exists (select from service.clock k
                       where k.device_id = c.device_id and k.claim_no = c.no
                         and k.state in ('running', 'paused') and k.promise <> 'answer')
    order by c.opened_at limit 1000`,
);
