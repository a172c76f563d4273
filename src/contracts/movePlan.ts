import assert from "node:assert/strict";
import { accepted, type Decision, type Tx } from "../platform/index.ts";
import type { PlanMoves } from "../terms/index.ts";
import { type Device, normaliseSerial } from "./device.ts";
import { changeUnit, promiseNextUnit } from "./deviceStore.ts";
import { refuse } from "./refusals.ts";

/**
 * Gives a locked device the serial that it will wear from a later moment on. It is nobody else's from now on;
 * the plan stays where it is until `movePlan`. Refused when the new serial was ever seen, on this device or
 * another.
 */
export async function promiseSerial(
  tx: Tx,
  { deviceId, serial: oldSerial }: Pick<Device, "deviceId" | "serial">,
  told: { readonly claimNo: number; readonly newSerial: string; readonly moves: PlanMoves },
): Promise<Decision<{ readonly serial: string }>> {
  const { claimNo, moves } = told;
  const serial = normaliseSerial(told.newSerial);
  const { isTaken, isNext } = await promiseNextUnit(tx, deviceId, serial, moves);
  if (!isTaken) {
    return refuse("serial_known");
  }
  assert(isNext, "a device has one open case, and a case one swap that stands");
  tx.record(deviceId, [{ type: "SerialPromised", claimNo, oldSerial, newSerial: serial, moves }]);
  return accepted({ serial });
}

/** The unit that has the plan, and the one that takes over. */
export interface PlanMoved {
  readonly oldSerial: string;
  readonly newSerial: string;
}

/**
 * The unit that was promised takes over: a locked device wears it from `at` on, and what is the device's goes
 * with it: plan, period, warranty and uses. The old serial is retired.
 */
export async function movePlan(
  tx: Tx,
  deviceId: string,
  moves: PlanMoved,
  at: Temporal.Instant = tx.at,
): Promise<void> {
  await changeUnit(tx, deviceId, moves.newSerial, at);
  recordMove(tx, deviceId, moves);
}

/** Says on the chain of a device that another unit has taken over. */
export function recordMove(tx: Tx, deviceId: string, { oldSerial, newSerial }: PlanMoved): void {
  tx.record(deviceId, [{ type: "SerialReplaced", oldSerial, newSerial }]);
}
