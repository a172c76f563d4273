import type { Device, DeviceTold } from "./device.ts";

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
