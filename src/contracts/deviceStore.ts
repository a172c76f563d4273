import { effect, many, maybeOne } from "../platform/index.ts";
import type { Contract, Slot } from "./contract.ts";
import type { Device, Unit } from "./device.ts";

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
}

const DEVICE = `d.device_id as "deviceId", d.serial, d.model, d.series, d.device_group as "group", d.region,
  d.activation, d.activated_at as "activatedAt", d.purchased_on as "purchasedOn",
  d.warranty_ends_at as "warrantyEndsAt", d.created_at as "createdAt"`;

const UNITS = `(
  select jsonb_agg(jsonb_build_object(
           'no', no, 'serial', serial, 'from', from_at, 'to', to_at, 'reason', reason) order by no)
    from contracts.unit where device_id = d.device_id) as units`;

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

/** The record of the device that wears or wore this serial. */
export const recordBySerial = maybeOne<RecordRow>(
  "record_by_serial",
  `select ${DEVICE}, ${UNITS}, ${CONTRACTS}
     from contracts.serial_index i join contracts.device d on d.device_id = i.device_id
    where i.serial = $1`,
);

/** The records of several devices. */
export const recordsByIds = many<RecordRow>(
  "records_by_ids",
  `select ${DEVICE}, ${UNITS}, ${CONTRACTS} from contracts.device d where d.device_id = any($1::text[])`,
);

/** The record of the device with this id. */
export const recordById = maybeOne<RecordRow>(
  "record_by_id",
  `select ${DEVICE}, ${UNITS}, ${CONTRACTS} from contracts.device d where d.device_id = $1`,
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

/** Claims a serial for a device for ever. No row: it belongs to one already, or did. */
export const claimSerial = maybeOne<{ deviceId: string }>(
  "claim_serial",
  `insert into contracts.serial_index (serial, device_id) values ($1, $2)
   on conflict (serial) do nothing
   returning device_id as "deviceId"`,
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
 * Closes the current unit and opens the next. Nobody else's: the device is locked and the serial is
 * claimed.
 */
export const changeUnit = maybeOne<{ no: number }>(
  "change_unit",
  `with closed as (
     update contracts.unit set to_at = $3 where device_id = $1 and to_at is null returning no
   ), renamed as (
     update contracts.device set serial = $2, version = version + 1 where device_id = $1 returning device_id
   )
   insert into contracts.unit (device_id, no, serial, from_at, reason)
   select $1, closed.no + 1, $2, $3, 'replacement' from closed, renamed
   returning no`,
);

/** Sets when the maker's warranty ends. */
export const extendWarranty = effect(
  "extend_warranty",
  "update contracts.device set warranty_ends_at = $2, version = version + 1 where device_id = $1",
);
