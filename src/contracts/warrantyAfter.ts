import type { Contract } from "./contract.ts";
import type { DeviceRecord } from "./deviceRecord.ts";

/**
 * The end of a device's warranty, moved by so much at once. Where nobody has told us when it ends, it is
 * taken to last as long as the contract that lengthens it: never to the owner's harm.
 */
export function warrantyAfter(
  { device }: Pick<DeviceRecord, "device">,
  contract: Pick<Contract, "endsAt" | "zone">,
  by: string,
): Temporal.Instant {
  const end = (device.warrantyEndsAt ?? contract.endsAt).toZonedDateTimeISO(contract.zone);
  return end.add(durationOf(by)).toInstant();
}

/** A duration of days or more as terms write it: `1 year`, `12 months`. */
function durationOf(words: string): Temporal.Duration {
  const [, count, unit] = /^(\d+) (day|week|month|year)s?$/.exec(words) ?? [];
  return Temporal.Duration.from({ [`${unit}s`]: Number(count) });
}
