import { effect, many, maybeOne, one } from "../platform/index.ts";
import type { Contract, Slot } from "./contract.ts";
import type { Device, Unit } from "./device.ts";
import type { WarrantyHeld } from "./warranties/index.ts";

/** A row as JSON carries it: its instants are text. */
type Told<Row> = {
  readonly [Field in keyof Row]: Row[Field] extends Temporal.Instant
    ? string
    : Row[Field] extends Temporal.Instant | null
      ? string | null
      : Row[Field] extends Temporal.Instant | null | undefined
        ? string | null | undefined
        : Row[Field];
};

/** A device with its units, contracts and slots in one row. */
export interface RecordRow extends Device {
  readonly units: readonly Told<Unit>[];
  readonly contracts: readonly (Told<Omit<Contract, "slots" | "deviceId">> & {
    readonly slots: readonly Told<Slot>[];
  })[];
  /** Null where nothing is on record. */
  readonly warranty: readonly Told<WarrantyHeld>[] | null;
}

const DEVICE = `d.device_id as "deviceId", d.serial, d.model, d.series, d.device_group as "group", d.region,
  d.activation, d.activated_at as "activatedAt", d.purchased_on as "purchasedOn",
  d.warranty_ends_at as "warrantyEndsAt", d.created_at as "createdAt",
  d.next_serial as "nextSerial", d.next_moves as "nextMoves"`;

const UNITS = `(
  select jsonb_agg(jsonb_build_object(
           'no', no, 'serial', serial, 'from', from_at, 'to', to_at, 'reason', reason) order by no)
    from contracts.unit where device_id = d.device_id and reversed_at is null) as units`;

const CONTRACTS = `coalesce((
  select jsonb_agg(jsonb_build_object(
           'no', no, 'programme', programme, 'termsVersion', terms_version, 'product', product,
           'region', region, 'zone', zone, 'currency', currency, 'holderId', holder_id, 'heldFrom', held_from,
           'state', state,
           'startsAt', starts_at, 'endsAt', ends_at, 'renewsNo', renews_no, 'concludedAt', concluded_at,
           'endedAt', cancelled_at,
             'purchase', purchase,
           'slots', coalesce((
             select jsonb_agg(jsonb_build_object('benefit', s.benefit, 'no', s.no, 'state', s.state,
                      'claimNo', s.claim_no, 'reservedAt', s.reserved_at, 'usedAt', s.used_at,
                      'part', s.part)
                      order by s.benefit, s.no)
               from contracts.benefit_slot s
              where s.device_id = c.device_id and s.contract_no = c.no), '[]'::jsonb)) order by no)
    from contracts.contract c where device_id = d.device_id), '[]'::jsonb) as contracts`;

/** The versions of its warranty; asked for where there is one alone, so that others pay nothing for it. */
const WARRANTY = `case when d.warranty_ends_at is not null then (
  select jsonb_agg(jsonb_build_object('no', w.no, 'component', w.component, 'kind', w.kind,
           'basis', w.basis, 'zone', w.zone, 'endsAt', w.ends_at, 'countsFrom', w.counts_from) order by w.no)
    from contracts.warranty w where w.device_id = d.device_id) end as warranty`;

/** The record of the device that wears or wore this serial. */
export const recordBySerial = maybeOne<RecordRow>(
  "record_by_serial",
  `select ${DEVICE}, ${UNITS}, ${CONTRACTS}, ${WARRANTY}
     from contracts.serial_index i join contracts.device d on d.device_id = i.device_id
    where i.serial = $1`,
);

/** The records of several devices. */
export const recordsByIds = many<RecordRow>(
  "records_by_ids",
  `select ${DEVICE}, ${UNITS}, ${CONTRACTS}, ${WARRANTY}
     from contracts.device d where d.device_id = any($1::text[])`,
);

/** The record of the device with this id. */
export const recordById = maybeOne<RecordRow>(
  "record_by_id",
  `select ${DEVICE}, ${UNITS}, ${CONTRACTS}, ${WARRANTY} from contracts.device d where d.device_id = $1`,
);

/** Locks the device that wears or wore this serial until the transaction ends. */
export const lockDeviceBySerial = effect(
  "lock_device_by_serial",
  `select d.device_id
     from contracts.serial_index i join contracts.device d on d.device_id = i.device_id
    where i.serial = $1
      for update of d`,
);

/** Locks the device with this id until the transaction ends. */
export const lockDeviceById = effect(
  "lock_device_by_id",
  "select device_id from contracts.device where device_id = $1 for update",
);

/** Locks devices in the order of their ids; what is no device is left out. */
export const lockDevices = many<{ readonly deviceId: string }>(
  "lock_devices",
  `select device_id as "deviceId" from contracts.device
    where device_id = any($1::text[]) order by device_id for update`,
);

/** Claims a serial for a device for ever. No row: it belongs to one already, or did. */
export const claimSerial = maybeOne<{ deviceId: string }>(
  "claim_serial",
  `insert into contracts.serial_index (serial, device_id) values ($1, $2)
   on conflict (serial) do nothing
   returning device_id as "deviceId"`,
);

/** Writes a device down of which nothing is known but its serial and model. */
export const insertDevice = effect(
  "insert_device",
  `with device as (
     insert into contracts.device
       (device_id, serial, model, series, device_group, activation, created_at, version)
     values ($1, $2, $3, $4, $5, 'unknown', $6, 1)
     returning device_id, serial, created_at
   )
   insert into contracts.unit (device_id, no, serial, from_at, reason)
   select device_id, 1, serial, created_at, 'first' from device`,
);

/** What is learnt of a device later. A first activation that is known is never overwritten. */
export const completeDevice = effect(
  "complete_device",
  `update contracts.device
      set region = coalesce(region, $2),
          activation = case when activation = 'known' then activation else $3 end,
          activated_at = coalesce(activated_at, $4),
          purchased_on = coalesce(purchased_on, $5),
          version = version + 1
    where device_id = $1`,
);

/**
 * Closes the current unit at `$3` and opens the next, `$2`; null changes nothing. Nobody else's: the device
 * is locked and the serial is claimed.
 */
export const CHANGED_UNIT = `closed as (
     update contracts.unit set to_at = $3
      where device_id = $1 and to_at is null and $2::text is not null
     returning no
   ), renamed as (
     update contracts.device set serial = $2, next_serial = null, next_moves = null, version = version + 1
      where device_id = $1 and $2::text is not null
     returning device_id
   ), worn as (
     insert into contracts.unit (device_id, no, serial, from_at, reason)
     select $1, greatest(closed.no, (select max(no) from contracts.unit where device_id = $1)) + 1, $2, $3,
            'replacement'
       from closed, renamed
     returning no
   )`;

/** The unit `$2` is worn from `$3` on. */
export const changeUnit = maybeOne<{ no: number }>("change_unit", `with ${CHANGED_UNIT} select no from worn`);

/**
 * Takes back that the unit `$2` followed the unit `$3`: its time ends as reversed at `$4`, and the one before
 * is worn on. No row: it is not worn, or does not follow that one.
 */
export const restoreUnit = maybeOne<{ no: number }>(
  "restore_unit",
  `with before as (
     select was.no
       from contracts.unit as now_worn
       join contracts.unit as was
         on was.device_id = $1 and was.serial = $3 and was.reversed_at is null and was.no < now_worn.no
        and was.to_at = now_worn.from_at
      where now_worn.device_id = $1 and now_worn.serial = $2 and now_worn.to_at is null
        and now_worn.reason = 'replacement'
   ), ended as (
     update contracts.unit set to_at = $4, reversed_at = $4
      where device_id = $1 and serial = $2 and to_at is null and exists (select from before)
     returning device_id
   ), renamed as (
     update contracts.device d set serial = $3, version = version + 1
       from ended where d.device_id = ended.device_id
     returning d.device_id
   )
   update contracts.unit u set to_at = null
     from before, renamed
    where u.device_id = $1 and u.no = before.no
   returning u.no`,
);

/**
 * Takes the serial `$2`, and makes it the next that a device wears, from the moment `$3` on. Neither is done
 * where the serial was ever seen; the second is not where another is next.
 */
export const promiseNextUnit = one<{ readonly isTaken: boolean; readonly isNext: boolean }>(
  "promise_next_unit",
  `with taken as (
     insert into contracts.serial_index (serial, device_id) values ($2, $1)
     on conflict (serial) do nothing
     returning device_id
   ), promised as (
     update contracts.device d set next_serial = $2, next_moves = $3, version = version + 1
       from taken
      where d.device_id = taken.device_id and d.next_serial is null
     returning d.device_id
   )
   select exists (select from taken) as "isTaken", exists (select from promised) as "isNext"`,
);

/** The serial `$2` is not the next any more. 0: it was not. */
export const dropNextUnit = effect(
  "drop_next_unit",
  `update contracts.device set next_serial = null, next_moves = null, version = version + 1
    where device_id = $1 and next_serial = $2`,
);

/** Lets a serial go that a device was given and that was taken back. */
export const releaseSerial = effect(
  "release_serial",
  "delete from contracts.serial_index where serial = $1 and device_id = $2",
);

/**
 * A plan makes the warranty longer: `$2` is when it ends now, by the clock of `$3`, `$5` by how much, `$6`
 * the clause and `$7` the contract. It counts for what is lost from `$4` on.
 */
export const extendWarranty = effect(
  "extend_warranty",
  `with changed as (
     update contracts.device set warranty_ends_at = $2, version = version + 1 where device_id = $1
     returning device_id
   )
   insert into contracts.warranty (device_id, no, component, kind, basis, zone, ends_at, counts_from,
                                   longer_by, clause, contract_no, reason, at, actor)
   select device_id,
          coalesce((select max(w.no) from contracts.warranty w where w.device_id = changed.device_id), 0) + 1,
          'device', 'extended', 'plan', $3, $2, $4, $5, $6, $7, 'a plan makes it longer', $4, $8
     from changed`,
);
