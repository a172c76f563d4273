import type { Model } from "../catalogue/index.ts";
import { newId, type Tx } from "../platform/index.ts";
import { type DeviceRecord, lockDevice } from "./deviceRecord.ts";
import { claimSerial, insertDevice } from "./deviceStore.ts";

/**
 * The locked record of the device that wears or wore a serial; where nobody has seen it, it is written down
 * with its model alone: what else somebody tells of it binds nobody yet.
 */
export async function registerDevice(tx: Tx, serial: string, model: Model): Promise<DeviceRecord> {
  const known = await lockDevice(tx, { serial });
  if (known !== undefined) {
    return known;
  }
  const deviceId = newId(tx.at);
  if ((await claimSerial(tx, serial, deviceId)) === undefined) {
    // Somebody wrote it down while we waited for the serial.
    const other = await lockDevice(tx, { serial });
    if (other !== undefined) {
      return other;
    }
  }
  await insertDevice(tx, deviceId, serial, model.model, model.series, model.group, tx.at);
  tx.record(deviceId, [{ type: "DeviceRegistered", serial, model: model.model }]);
  const written = await lockDevice(tx, { deviceId });
  if (written === undefined) {
    throw new Error("a device that was written down is there");
  }
  return written;
}
