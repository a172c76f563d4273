import { many, maybeOne } from "../../platform/index.ts";
import type { Appointment } from "./appointment.ts";

const APPOINTMENT = `a.device_id as "deviceId", a.no, a.claim_no as "claimNo", a.centre_id as "centreId",
  a.bench, a.starts_at as "startsAt", a.ends_at as "endsAt", a.state, a.is_walk_in as "isWalkIn", a.sequence,
  a.held_until as "heldUntil", a.made_at as "madeAt", a.arrived_at as "arrivedAt", a.asked_at as "askedAt",
  a.closed_at as "closedAt"`;

/** An appointment by its device and number. */
export const appointmentByNo = maybeOne<Appointment>(
  "appointment_by_no",
  `select ${APPOINTMENT} from service.appointment a where a.device_id = $1 and a.no = $2`,
);

/** The appointments of a claim, the newest first. */
export const appointmentsOfClaim = many<Appointment>(
  "appointments_of_claim",
  `select ${APPOINTMENT} from service.appointment a
    where a.device_id = $1 and a.claim_no = $2 order by a.no desc`,
);

/** The newest number of a device's appointments: 0 where it had none. Asked while the device is locked. */
export const newestAppointment = maybeOne<{ readonly no: number }>(
  "newest_appointment",
  "select coalesce(max(no), 0)::integer as no from service.appointment where device_id = $1",
);

/** Writes an appointment down. No row: its claim has one that is live. */
export const insertAppointment = maybeOne<Appointment>(
  "insert_appointment",
  `insert into service.appointment as a (device_id, no, claim_no, centre_id, bench, starts_at, ends_at, state,
                                         is_walk_in, held_until, made_at, arrived_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict do nothing
   returning ${APPOINTMENT}`,
);

/**
 * The guarded transition: from one of the states `$3` to `$4` at `$5`. No row: it is in none any more.
 */
export const turnAppointment = maybeOne<Appointment>(
  "turn_appointment",
  `update service.appointment as a
      set state = $4, version = version + 1,
          arrived_at = case when $4 = 'arrived' then $5::timestamptz else a.arrived_at end,
          closed_at = case when $4 in ('served', 'no_show', 'cancelled', 'lapsed')
                           then $5::timestamptz end
    where a.device_id = $1 and a.no = $2 and a.state = any($3::text[])
   returning ${APPOINTMENT}`,
);

/**
 * Ends an appointment that is in one of the states `$3`, as `$4` at `$5`, and gives its bench's time back in
 * the same statement. No row: it is in none of them any more.
 */
export const closeAppointment = maybeOne<Appointment>(
  "close_appointment",
  `with closed as (
     update service.appointment as a
        set state = $4, version = version + 1, closed_at = $5
      where a.device_id = $1 and a.no = $2 and a.state = any($3::text[])
     returning ${APPOINTMENT}
   ), freed as (
     delete from service.bench_quarter q using closed c
      where q.centre_id = c."centreId" and q.bench = c.bench
        and q.starts_at >= c."startsAt" and q.starts_at < c."endsAt"
        and q.device_id = c."deviceId" and q.appointment_no = c.no
   )
   select * from closed`,
);

/** Who was a no-show is here after all: from `$4` to `$5` at the bench `$3`. No row: it is none any more. */
export const comeLate = maybeOne<Appointment>(
  "come_late",
  `update service.appointment as a
      set state = 'arrived', bench = $3, starts_at = $4, ends_at = $5, arrived_at = $6, closed_at = null,
          version = version + 1
    where a.device_id = $1 and a.no = $2 and a.state = 'no_show'
   returning ${APPOINTMENT}`,
);

/** A check-in by mistake is taken back: it is booked again. No row: it is not at the counter any more. */
export const takeArrivalBack = maybeOne<Appointment>(
  "take_arrival_back",
  `update service.appointment as a
      set state = 'booked', arrived_at = null, asked_at = null, version = version + 1
    where a.device_id = $1 and a.no = $2 and a.state = 'arrived'
   returning ${APPOINTMENT}`,
);

/** Staff are asked at `$3` whether the visit is over. No row: it is. */
export const askAboutVisit = maybeOne<Appointment>(
  "ask_about_visit",
  `update service.appointment as a set asked_at = $3
    where a.device_id = $1 and a.no = $2 and a.state = 'arrived'
   returning ${APPOINTMENT}`,
);

/** Whether something was taken in for a claim since `$3`. */
export const broughtSince = maybeOne<{ readonly no: number }>(
  "brought_since",
  "select no from service.intake where device_id = $1 and claim_no = $2 and at >= $3 limit 1",
);

/** Another time, centre or bench for what is still to come. No row: it is not to come any more. */
export const shiftAppointment = maybeOne<Appointment>(
  "shift_appointment",
  `update service.appointment as a
      set centre_id = $3, bench = $4, starts_at = $5, ends_at = $6, sequence = sequence + 1,
          version = version + 1
    where a.device_id = $1 and a.no = $2 and a.state in ('held', 'booked')
   returning ${APPOINTMENT}`,
);

/** An appointment in a list, with what is to be done at it. */
export interface ListedAppointment extends Appointment {
  readonly serial: string;
  readonly model: string;
  readonly claimState: string;
  /** Whose case it is. */
  readonly owner: string | null;
}

/**
 * Appointments by time behind `$1` to `$3`: at a centre, in some states, between two instants, of a claim.
 * `$9` holds the persons an owner is known as, null for the office; `$10` and `$11` the claim a link opens.
 */
export const pageOfAppointments = many<ListedAppointment>(
  "page_of_appointments",
  `select ${APPOINTMENT}, d.serial, d.model, c.state as "claimState",
          (select p.name from identity.person p
            where p.person_id = coalesce((select k.holder_id from contracts.contract k
                                           where k.device_id = c.device_id and k.no = c.contract_no
                                             and (k.held_from is null or k.held_from <= c.opened_at)),
                                         c.reporter_id)) as owner
     from service.appointment a
     join claims.claim c on c.device_id = a.device_id and c.no = a.claim_no
     join contracts.device d on d.device_id = a.device_id
    where ($1::timestamptz is null or (a.starts_at, a.device_id, a.no) > ($1, $2::text, $3::integer))
      and ($4::text is null or a.centre_id = $4)
      and ($5::text[] is null or a.state = any($5))
      and ($6::timestamptz is null or a.starts_at >= $6)
      and ($7::timestamptz is null or a.starts_at < $7)
      and ($8::text is null or (a.device_id = $8 and a.claim_no = $12::integer))
      and ($9::text[] is null or c.reporter_id = any($9)
           or (a.device_id = $10::text and a.claim_no = $11::integer)
           or exists (select from contracts.contract k
                       where k.device_id = c.device_id and k.no = c.contract_no and k.holder_id = any($9)
                         and (k.held_from is null or k.held_from <= c.opened_at)))
    order by a.starts_at, a.device_id, a.no
    limit $13`,
);
