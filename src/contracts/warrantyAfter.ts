import type { Contract } from "./contract.ts";
import type { DeviceRecord } from "./deviceRecord.ts";
import { longer } from "./warranties/index.ts";

/**
 * The end of a device's warranty, moved by so much at once. Where nobody has told us when it ends, it is
 * taken to last as long as the contract that lengthens it: never to the owner's harm.
 */
export function warrantyAfter(
  { device }: Pick<DeviceRecord, "device">,
  contract: Pick<Contract, "endsAt" | "zone">,
  by: string,
): Temporal.Instant {
  return longer(device.warrantyEndsAt ?? contract.endsAt, by, contract.zone);
}
