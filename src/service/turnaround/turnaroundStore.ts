import { heldRows } from "../../catalogue/index.ts";
import type { Choice } from "../../claims/index.ts";
import { effect, many, one } from "../../platform/index.ts";

/** How many working days units of a model took of late in a region. */
export interface Turnaround {
  readonly region: string;
  readonly model: string;
  readonly unit: Choice["unit"];
  readonly days: number;
}

/** Reckoned once a day; held in the process. */
export const heldTurnarounds = heldRows(
  many<Turnaround>("turnarounds", "select region, model, unit, days from service.turnaround"),
);

/** When it was reckoned last. */
export const lastReckoned = one<{ readonly at: Temporal.Instant | null }>(
  "turnaround_last_reckoned",
  "select max(reckoned_at) as at from service.turnaround",
);

/**
 * Reckons how long units took from payment to parcel: the median of working days (Monday to Friday) of what
 * left between `$1` and `$2`, where at least `$3` did.
 */
export const reckonTurnarounds = effect(
  "reckon_turnarounds",
  `insert into service.turnaround (region, model, unit, days, cases, reckoned_at)
   select region, model, unit, percentile_disc(0.5) within group (order by days), count(*), $2
     from (select c.region, d.model,
                  case when exists (select from service.swap w
                                     where w.device_id = c.device_id and w.claim_no = c.no) then 'replacement'
                       when c.route = 'return' then 'unrepaired' else 'repaired' end as unit,
                  (select count(*)::integer
                     from generate_series(paid.on + 1, left_on.on, interval '1 day') as each(day)
                    where extract(isodow from each.day) < 6) as days
             from service.shipment s
             join claims.claim c on c.device_id = s.device_id and c.no = s.claim_no
             join contracts.device d on d.device_id = c.device_id
             cross join lateral (select max(e.at at time zone 'UTC')::date as on
                                   from platform.event e
                                  where e.root_id = c.device_id and e.type in ('FeePaid', 'RouteChosen')
                                    and e.body ->> 'claimNo' = c.no::text and e.at <= s.at) as paid
             cross join lateral (select (s.at at time zone 'UTC')::date as on) as left_on
            where s.at >= $1 and s.at <= $2 and s.no = 1 and c.hold_no is null
              and paid.on is not null) as taken
    group by region, model, unit
   having count(*) >= $3
   on conflict (region, model, unit)
   do update set days = excluded.days, cases = excluded.cases, reckoned_at = excluded.reckoned_at`,
);
