import type { Tx } from "../platform/index.ts";
import { dropNextUnit, releaseSerial, restoreUnit } from "./deviceStore.ts";

/**
 * Takes back that a locked device was given a serial: it wears the one before again, or wears it on where
 * the plan had not moved yet, and the other is nobody's. Nothing else of the device is written: plan, holder,
 * warranty and uses go on as they are now, whatever was done to them since. False: it wears another by now.
 */
export async function restoreSerial(
  tx: Tx,
  deviceId: string,
  { oldSerial, newSerial }: { readonly oldSerial: string; readonly newSerial: string },
): Promise<boolean> {
  const isRestored = (await restoreUnit(tx, deviceId, newSerial, oldSerial, tx.at)) !== undefined;
  if (!isRestored && (await dropNextUnit(tx, deviceId, newSerial)) === 0) {
    return false;
  }
  await releaseSerial(tx, newSerial, deviceId);
  tx.record(deviceId, [{ type: "SerialRestored", oldSerial: newSerial, newSerial: oldSerial }]);
  return true;
}
