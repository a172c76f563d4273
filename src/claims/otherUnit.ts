import type { Device } from "../contracts/index.ts";

/** Why a unit that is not the device now has no case of its own: what its plan waits for, or where it is. */
export function otherUnit(
  { nextSerial, nextMoves }: Pick<Device, "nextSerial" | "nextMoves">,
  serial: string,
): "unit_replaced" | "plan_not_moved" | "old_unit_not_back" {
  if (nextSerial !== serial) {
    return "unit_replaced";
  }
  return nextMoves === "return" ? "old_unit_not_back" : "plan_not_moved";
}
