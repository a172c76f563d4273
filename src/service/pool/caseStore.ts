import { effect, many, maybeOne } from "../../platform/index.ts";
import type { CaseStanding } from "./caseStanding.ts";
import type { SpareUnit } from "./spareUnit.ts";
import { UNIT } from "./unitStore.ts";

/**
 * Keeps cases as they are until the transaction ends, `$1` their devices beside `$2` their numbers: nobody
 * ships
 * or takes back meanwhile what is being followed. What is read of them is read afterwards, for a statement
 * that
 * waited sees what was before.
 */
export const keepCases = effect(
  "keep_cases_for_pool",
  `select from claims.claim c
     join unnest($1::text[], $2::integer[]) as asked(device_id, no)
       on c.device_id = asked.device_id and c.no = asked.no
    order by c.device_id, c.no
      for no key update of c`,
);

/** How cases stand, `$1` their devices beside `$2` their numbers. */
export const casesStanding = many<CaseStanding>(
  "cases_standing",
  `with kept as (
     select c.device_id, c.no, c.state, c.region, c.serial
       from claims.claim c
       join unnest($1::text[], $2::integer[]) as asked(device_id, no)
         on c.device_id = asked.device_id and c.no = asked.no)
   select k.device_id as "deviceId", k.no as "claimNo", k.state, k.region, k.serial, d.model,
          (select g.centre_id from service.designation g
            where g.device_id = k.device_id and g.claim_no = k.no) as "centreId",
          (select jsonb_build_object('no', w.no, 'newSerial', w.new_serial, 'oldSerial', w.old_serial)
             from service.swap w
             left join service.swap_reversal r
               on r.device_id = w.device_id and r.claim_no = w.claim_no and r.swap_no = w.no
            where w.device_id = k.device_id and w.claim_no = k.no and r.at is null) as swap,
          exists (select from service.intake i
                   where i.device_id = k.device_id and i.claim_no = k.no and i.serial = k.serial)
            and not exists (select from claims.core_return r
                   where r.device_id = k.device_id and r.claim_no = k.no and r.state <> 'received')
            as "hasCome",
          (select s.serial from service.reservation s
            where s.device_id = k.device_id and s.claim_no = k.no) as "setAside"
     from kept k
     join contracts.device d on d.device_id = k.device_id`,
);

/** The units of cases: those with the serials `$1`, and those that came in with, or are for, a case. */
export const unitsOfCases = many<SpareUnit>(
  "spare_units_of_cases",
  `select ${UNIT} from service.spare_unit u where u.serial = any($1::text[])`,
);

/** Sets a unit aside for a case, in place of another that was. */
export const setAside = effect(
  "set_aside",
  `insert into service.reservation (device_id, claim_no, serial, why, at, actor)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (device_id, claim_no) do update
      set serial = excluded.serial, why = excluded.why, at = excluded.at, actor = excluded.actor`,
);

/** The case needs the unit `$3` no more. */
export const dropReservation = effect(
  "drop_reservation",
  "delete from service.reservation where device_id = $1 and claim_no = $2 and serial = $3",
);

/** What is set aside for a case. */
export const reservationOf = maybeOne<{ readonly serial: string; readonly why: string }>(
  "reservation_of",
  "select serial, why from service.reservation where device_id = $1 and claim_no = $2",
);

/** How a claim stands. */
export const caseState = maybeOne<{ readonly state: string }>(
  "claim_state_of",
  "select state from claims.claim where device_id = $1 and no = $2",
);
