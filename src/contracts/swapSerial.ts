import { accepted, type Decision, type Tx } from "../platform/index.ts";
import { normaliseSerial } from "./device.ts";
import { changeUnit, claimSerial } from "./deviceStore.ts";
import { refuse } from "./refusals.ts";

/**
 * Gives a locked device a new serial: the old one is retired for ever, and the contracts go on with the new
 * one. Refused when the new serial was ever seen, on this device or another.
 */
export async function swapSerial(
  tx: Tx,
  device: { readonly deviceId: string; readonly serial: string },
  newSerial: string,
): Promise<Decision<{ readonly serial: string }>> {
  const serial = normaliseSerial(newSerial);
  if ((await claimSerial(tx, serial, device.deviceId)) === undefined) {
    return refuse("serial_known");
  }
  await changeUnit(tx, device.deviceId, serial, tx.at);
  tx.record(device.deviceId, [{ type: "SerialReplaced", oldSerial: device.serial, newSerial: serial }]);
  return accepted({ serial });
}
