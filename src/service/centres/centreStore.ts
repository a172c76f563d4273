import { effect, many, maybeOne, one } from "../../platform/index.ts";
import type { Centre } from "./centre.ts";

/** The columns of a centre. */
export const CENTRE = `centre_id as "centreId", name, channels, address, country, place, zone, regions,
  models, series, hours, exceptions, benches, designations, slot_minutes as "slotMinutes",
  notice_minutes as "noticeMinutes", ahead_days as "aheadDays", closed_at as "closedAt", version`;

/** Every centre, by name. There are few. */
export const allCentres = many<Centre>(
  "all_centres",
  `select ${CENTRE} from service.centre order by name, centre_id`,
);

/** A centre by its bare id. */
export const centreOf = maybeOne<Centre>(
  "centre_of",
  `select ${CENTRE} from service.centre where centre_id = $1`,
);

/** The same, kept as it is until the transaction ends: its hours and benches do not change meanwhile. */
export const heldCentreOf = maybeOne<Centre>(
  "held_centre_of",
  `select ${CENTRE} from service.centre where centre_id = $1 for share`,
);

/** The same for who changes it, or what stands on its history: one at a time, and nobody books meanwhile. */
export const lockedCentreOf = maybeOne<Centre>(
  "locked_centre_of",
  `select ${CENTRE} from service.centre where centre_id = $1 for no key update`,
);

/** A page of centres behind a name and id; `$3` what the name has in it. */
export const pageOfCentres = many<Centre>(
  "page_of_centres",
  `select ${CENTRE} from service.centre
    where ($1::text is null or (name, centre_id) > ($1, $2::text))
      and ($3::text is null or country = $3)
      and ($4::boolean or closed_at is null)
    order by name, centre_id
    limit $5`,
);

/** Adds a centre. */
export const insertCentre = one<Centre>(
  "insert_centre",
  `insert into service.centre (centre_id, name, channels, address, country, place, zone, regions, models,
                               series, hours, exceptions, benches, designations, slot_minutes, notice_minutes,
                               ahead_days)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
   returning ${CENTRE}`,
);

/** Adds a centre that a new installation can be looked at with; what is there stays as it is. */
export const seedCentre = effect(
  "seed_centre",
  `insert into service.centre (centre_id, name, channels, address, country, place, zone, regions, models,
                               series, hours, exceptions, benches, designations, slot_minutes, notice_minutes,
                               ahead_days)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
   on conflict (centre_id) do nothing`,
);

/** Writes all of a centre anew over version `$18`; `$19` since when it is closed. No row: another by now. */
export const reviseCentreRow = maybeOne<Centre>(
  "revise_centre",
  `update service.centre
      set name = $2, channels = $3, address = $4, country = $5, place = $6, zone = $7, regions = $8,
          models = $9, series = $10, hours = $11, exceptions = $12, benches = $13, designations = $14,
          slot_minutes = $15, notice_minutes = $16, ahead_days = $17, closed_at = $19, version = version + 1
    where centre_id = $1 and version = $18
   returning ${CENTRE}`,
);

/** The holidays of a country between two days. */
export const holidaysBetween = many<{ readonly on: Temporal.PlainDate; readonly name: string }>(
  "holidays_between",
  `select kept_on as on, name from commerce.holiday
    where country = $1 and kept_on >= $2::date and kept_on <= $3::date`,
);

/** The quarters that are taken at a centre between two instants. */
export const quartersTaken = many<{ readonly bench: number; readonly startsAt: Temporal.Instant }>(
  "quarters_taken",
  `select bench, starts_at as "startsAt" from service.bench_quarter
    where centre_id = $1 and starts_at >= $2 and starts_at < $3`,
);

/** Benches of a centre with time taken from `$2` on: they cannot be left out. */
export const benchesTaken = many<{ readonly bench: number; readonly until: Temporal.Instant }>(
  "benches_taken",
  `select bench, max(starts_at) as until from service.bench_quarter
    where centre_id = $1 and starts_at >= $2 group by bench order by bench`,
);

/** Says where a case goes. Once: what its slip says stays. */
export const insertDesignation = effect(
  "insert_designation",
  `insert into service.designation (device_id, claim_no, centre_id, at) values ($1, $2, $3, $4)
   on conflict (device_id, claim_no) do nothing`,
);

/**
 * The same while there are `$5` centres whose versions sum up to `$6`: both only grow, so that they are as
 * they were when this one was found. No row: they are not.
 */
export const designate = maybeOne<{ readonly centreId: string }>(
  "designate",
  `insert into service.designation (device_id, claim_no, centre_id, at)
   select $1, $2, $3, $4
    where (select count(*) = $5 and sum(version) = $6 from service.centre)
   on conflict (device_id, claim_no) do nothing
   returning centre_id as "centreId"`,
);

/** The centres that cases were designated to, of devices and numbers pairwise: the nth of them, from 1 on. */
export const designationsOf = many<Centre & { readonly nth: number }>(
  "designations_of",
  `select named.nth, ${CENTRE}
     from unnest($1::text[], $2::integer[]) with ordinality as named(device_id, no, nth)
     join service.designation d on d.device_id = named.device_id and d.claim_no = named.no
     join service.centre using (centre_id)`,
);

/**
 * The centre that has each of these cases, of devices and numbers pairwise: where its owner goes with it,
 * else the one it was designated to.
 */
export const centresOfClaims = many<{
  readonly deviceId: string;
  readonly claimNo: number;
  readonly centreId: string;
}>(
  "centres_of_claims",
  `select named.device_id as "deviceId", named.no as "claimNo",
          coalesce(a.centre_id, d.centre_id) as "centreId"
     from unnest($1::text[], $2::integer[]) as named(device_id, no)
     left join lateral (
       select centre_id from service.appointment
        where device_id = named.device_id and claim_no = named.no and state in ('booked', 'arrived', 'served')
        order by no desc limit 1) a on true
     left join service.designation d on d.device_id = named.device_id and d.claim_no = named.no
    where coalesce(a.centre_id, d.centre_id) is not null`,
);
