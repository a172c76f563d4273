import type { Queryable } from "../platform/index.ts";
import type { Contract, Slot } from "./contract.ts";
import type { Device, Unit } from "./device.ts";
import { normaliseSerial } from "./device.ts";
import {
  lockDeviceById,
  lockDeviceBySerial,
  type RecordRow,
  recordById,
  recordBySerial,
  recordsByIds,
} from "./deviceStore.ts";
import type { WarrantyHeld } from "./warranties/index.ts";

/** All that is kept of one device on this side of its claims: what it is, wore, and was promised. */
export interface DeviceRecord {
  readonly device: Device;
  /** Oldest first. */
  readonly units: readonly Unit[];
  /** In the order they were concluded, each with its slots. */
  readonly contracts: readonly Contract[];
  /** The versions of its warranty, in order; left out where nothing is on record. */
  readonly warranty?: readonly WarrantyHeld[];
}

/** How a device is asked for: by a serial it wears or wore, or by its bare id. */
export type DeviceKey = { readonly serial: string } | { readonly deviceId: string };

/**
 * Locks a device until the transaction ends, and reads its record as it is then. Undefined when there is
 * none. Two statements in one round trip: the second must see what the lock waited for.
 */
export async function lockDevice(db: Queryable, key: DeviceKey): Promise<DeviceRecord | undefined> {
  const [, row] = await Promise.all(
    "serial" in key
      ? [lockDeviceBySerial(db, normaliseSerial(key.serial)), recordBySerial(db, normaliseSerial(key.serial))]
      : [lockDeviceById(db, key.deviceId), recordById(db, key.deviceId)],
  );
  return row === undefined ? undefined : toRecord(row);
}

/** Reads a device's record without locking it, for questions. */
export async function deviceRecord(db: Queryable, key: DeviceKey): Promise<DeviceRecord | undefined> {
  const row = await ("serial" in key
    ? recordBySerial(db, normaliseSerial(key.serial))
    : recordById(db, key.deviceId));
  return row === undefined ? undefined : toRecord(row);
}

/** The records of several devices, by id. */
export async function deviceRecords(
  db: Queryable,
  deviceIds: readonly string[],
): Promise<ReadonlyMap<string, DeviceRecord>> {
  const rows = await recordsByIds(db, [...new Set(deviceIds)]);
  return new Map(rows.map((row) => [row.deviceId, toRecord(row)]));
}

function toRecord({ units, contracts, warranty, ...device }: RecordRow): DeviceRecord {
  return {
    ...(warranty === null ? {} : { warranty: warranty.map(toHeld) }),
    device,
    units: units.map((unit) => ({ ...unit, from: instant(unit.from), to: maybeInstant(unit.to) })),
    contracts: contracts.map((contract) => ({
      ...contract,
      deviceId: device.deviceId,
      startsAt: instant(contract.startsAt),
      endsAt: instant(contract.endsAt),
      concludedAt: instant(contract.concludedAt),
      heldFrom: maybeInstant(contract.heldFrom),
      endedAt: maybeInstant(contract.endedAt ?? null),
      slots: contract.slots.map(toSlot),
    })),
  };
}

function toHeld(held: NonNullable<RecordRow["warranty"]>[number]): WarrantyHeld {
  return { ...held, endsAt: instant(held.endsAt), countsFrom: maybeInstant(held.countsFrom) };
}

function toSlot(slot: RecordRow["contracts"][number]["slots"][number]): Slot {
  return { ...slot, reservedAt: maybeInstant(slot.reservedAt), usedAt: maybeInstant(slot.usedAt) };
}

function instant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}

function maybeInstant(text: string | null): Temporal.Instant | null {
  return text === null ? null : instant(text);
}
