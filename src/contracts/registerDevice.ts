import { newId, type Tx } from "../platform/index.ts";
import type { Device, DeviceTold } from "./device.ts";
import type { DeviceRecord } from "./deviceRecord.ts";
import { claimSerial, insertDevice } from "./deviceStore.ts";

/**
 * Writes down a device nobody has told us of before, with its first unit. `serial` is normalised. Undefined
 * when the serial belongs to a device already, or did: then lock that one.
 */
export async function registerDevice(
  tx: Tx,
  serial: string,
  told: DeviceTold,
): Promise<DeviceRecord | undefined> {
  const device = toDevice(newId(tx.at), serial, told, tx.at);
  if ((await claimSerial(tx, serial, device.deviceId)) === undefined) {
    return undefined;
  }
  await saveDevice(tx, device);
  tx.record(device.deviceId, [{ type: "DeviceRegistered", serial, model: device.model }]);
  return recordOf(device);
}

/** The row of a device from what is told of it. */
export function toDevice(deviceId: string, serial: string, told: DeviceTold, at: Temporal.Instant): Device {
  const { activatedAt, model } = told;
  const known = activatedAt instanceof Temporal.Instant;
  return {
    deviceId,
    serial,
    model: model.model,
    series: model.series,
    group: model.group,
    region: told.region,
    activation: known ? "known" : activatedAt,
    activatedAt: known ? activatedAt : null,
    purchasedOn: told.purchasedOn ?? null,
    warrantyEndsAt: null,
    createdAt: at,
  };
}

/** The record of a device that was only just written down. */
export function recordOf(device: Device): DeviceRecord {
  const from = device.activatedAt ?? device.createdAt;
  return {
    device,
    units: [{ no: 1, serial: device.serial, from, to: null, reason: "first" }],
    contracts: [],
  };
}

/** Writes a device and its first unit; its serial is claimed already. */
export async function saveDevice(tx: Tx, device: Device): Promise<void> {
  await insertDevice(
    tx,
    device.deviceId,
    device.serial,
    device.model,
    device.series,
    device.group,
    device.region,
    device.activation,
    device.activatedAt,
    device.purchasedOn,
    device.createdAt,
  );
}
