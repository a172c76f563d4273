import { many, maybeOne } from "../../platform/index.ts";
import type { SpareUnit } from "./spareUnit.ts";

/** The columns of a unit `u`. */
export const UNIT = `u.serial, u.model, u.grade, u.region, u.centre_id as "centreId", u.shelf, u.state,
  u.for_device as "forDevice", u.for_claim as "forClaim", u.from_device as "fromDevice",
  u.from_claim as "fromClaim", u.was_serial as "wasSerial", u.now_serial as "nowSerial",
  u.wiped_at as "wipedAt", u.wiped_by as "wipedBy", u.came_at as "cameAt", u.last_move as "lastMove"`;

/** What `$1` tells of units, one row each: as they are to be. */
const TOLD = `jsonb_to_recordset($1::jsonb) as t(
     "serial" text, "model" text, "grade" text, "region" text, "centreId" text, "shelf" text, "state" text,
     "forDevice" text, "forClaim" integer, "fromDevice" text, "fromClaim" integer, "wasSerial" text,
     "nowSerial" text, "wipedAt" timestamptz, "wipedBy" text, "cameAt" timestamptz, "lastMove" integer,
     "moves" jsonb)`;

/** The moves `moves` of what was written, numbered on from `last_move`. `$2` the instant, `$3` by whom. */
const MOVED = `insert into service.stock_move (serial, no, cause, delta, present, state, model, region, grade,
                                   centre_id, shelf, note, at, actor)
   select written.serial, written.was + m.place, m.cause, m.delta, m.present, m.state, m.model, m.region,
          m.grade, m."centreId", m.shelf, m.note, $2, $3
     from written
    cross join lateral jsonb_to_recordset(written.moves) as m(
      place integer, cause text, delta integer, present integer, state text, model text, region text,
      grade text, "centreId" text, shelf text, note text)`;

/**
 * Takes units in, each with its first moves. Rows: those that were not there; each serial is taken in once.
 */
export const insertUnits = many<{ readonly serial: string }>(
  "insert_spare_units",
  `with taken as (
     insert into service.spare_unit (serial, model, grade, region, centre_id, shelf, state, for_device,
                                     for_claim, from_device, from_claim, was_serial, now_serial, wiped_at,
                                     wiped_by, came_at, last_move)
     select serial, model, grade, region, "centreId", shelf, state, "forDevice", "forClaim", "fromDevice",
            "fromClaim", "wasSerial", "nowSerial", "wipedAt", "wipedBy", "cameAt",
            jsonb_array_length(moves)
       from ${TOLD} order by serial
     on conflict (serial) do nothing
     returning serial
   ), written as (
     select t.serial, 0 as was, t.moves from taken join ${TOLD} on t.serial = taken.serial
   ), moved as (${MOVED})
   select serial from written`,
);

/** Changes units that nobody else has changed since they were read. Rows: those that were changed. */
export const changeUnits = many<{ readonly serial: string }>(
  "change_spare_units",
  `with changed as (
     update service.spare_unit u
        set model = t.model, grade = t.grade, region = t.region, centre_id = t."centreId", shelf = t.shelf,
            state = t.state, for_device = t."forDevice", for_claim = t."forClaim",
            from_device = t."fromDevice", from_claim = t."fromClaim", was_serial = t."wasSerial",
            now_serial = t."nowSerial", wiped_at = t."wipedAt", wiped_by = t."wipedBy",
            came_at = t."cameAt", last_move = t."lastMove" + jsonb_array_length(t.moves)
       from ${TOLD}
      where u.serial = t.serial and u.last_move = t."lastMove"
     returning u.serial
   ), written as (
     select t.serial, t."lastMove" as was, t.moves from changed join ${TOLD} on t.serial = changed.serial
   ), moved as (${MOVED})
   select serial from written`,
);

/** A unit by its serial. */
export const unitBySerial = maybeOne<SpareUnit>(
  "spare_unit_by_serial",
  `select ${UNIT} from service.spare_unit u where u.serial = $1`,
);

/** The same, kept for who changes it. */
export const lockedUnit = maybeOne<SpareUnit>(
  "locked_spare_unit",
  `select ${UNIT} from service.spare_unit u where u.serial = $1 for update`,
);

/** Several, kept for who changes them, by serial. */
export const lockedUnits = many<SpareUnit>(
  "locked_spare_units",
  `select ${UNIT} from service.spare_unit u where u.serial = any($1::text[]) order by u.serial for update`,
);

/** Which of these serials the pool knows. */
export const knownSerials = many<SpareUnit>(
  "known_spare_serials",
  `select ${UNIT} from service.spare_unit u where u.serial = any($1::text[])`,
);

/** What stands at a place: the centre `$1` (null: none said) and the shelf `$2`. */
export const unitsAt = many<SpareUnit>(
  "spare_units_at",
  `select ${UNIT} from service.spare_unit u
    where u.centre_id is not distinct from $1 and u.shelf = $2
      and u.state in ('available', 'reserved', 'quarantined', 'triage', 'refurbishing')
    order by u.serial for update`,
);

/** Keeps a count. */
export const insertStockTake = maybeOne<{ readonly takeId: string }>(
  "insert_stock_take",
  `insert into service.stock_take (take_id, centre_id, shelf, counted, missing, strange, moved, at, actor)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning take_id as "takeId"`,
);
