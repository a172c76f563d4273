import { maybeOne } from "../../platform/index.ts";
import type { Appointment } from "../appointments/index.ts";

/** The visit that a claim gives up, or is in the middle of, as it was; all null where it has none. */
export interface PlaceTaken {
  readonly no: Appointment["no"] | null;
  readonly state: Appointment["state"] | null;
  readonly startsAt: Temporal.Instant | null;
  readonly heldUntil: Temporal.Instant | null;
  readonly sequence: number | null;
  readonly centreId: string | null;
}

/**
 * The claim `$2` goes another way at `$4`: to the centre `$3`, or to none of the list where that is null, and
 * a visit that has not begun is cancelled, its bench's time free. While there are `$5` centres whose versions
 * sum up to `$6`: both only grow, so that they are as they were when this one was found. No row: they are
 * not.
 */
export const takePlace = maybeOne<PlaceTaken>(
  "take_place",
  `with same as (
     select 1 as is_same
      where (select count(*) = $5 and coalesce(sum(version), 0) = $6 from service.centre)
   ), seen as (
     select no, state, starts_at, held_until, sequence, centre_id
       from service.appointment
      where device_id = $1 and claim_no = $2 and state in ('held', 'booked', 'arrived')
   ), given as (
     update service.appointment set state = 'cancelled', version = version + 1, closed_at = $4
      where device_id = $1 and claim_no = $2 and state in ('held', 'booked') and exists (select from same)
     returning centre_id, bench, starts_at, ends_at, no
   ), freed as (
     delete from service.bench_quarter q using given g
      where q.centre_id = g.centre_id and q.bench = g.bench and q.starts_at >= g.starts_at
        and q.starts_at < g.ends_at and q.device_id = $1 and q.appointment_no = g.no
   ), left_it as (
     delete from service.designation
      where device_id = $1 and claim_no = $2 and $3::text is null and exists (select from same)
   ), goes_to as (
     insert into service.designation (device_id, claim_no, centre_id, at)
     select $1, $2, $3, $4 from same where $3::text is not null
     on conflict (device_id, claim_no) do update set centre_id = excluded.centre_id, at = excluded.at
   )
   select seen.no, seen.state, seen.starts_at as "startsAt", seen.held_until as "heldUntil",
          seen.sequence, seen.centre_id as "centreId"
     from same left join seen on true`,
);
