import type { Case } from "../deciding/case.ts";
import type { MomentReader } from "../deciding/moments.ts";
import type { Deadline } from "../receipt.ts";
import { formatInstant } from "../time/civil.ts";
import { type Duration, deadlineAfter, printDuration } from "../time/duration.ts";

/**
 * A deadline as people are told it; while the region is unknown, in the first of the document's zones.
 * Undefined while nobody knows from when it runs, and where nothing is due at all.
 */
export function deadlineFrom(
  clause: string,
  start: MomentReader | undefined,
  duration: Duration | undefined,
): (c: Case) => Deadline | undefined {
  if (start === undefined || duration === undefined) {
    return () => undefined;
  }
  const clock = printDuration(duration);
  return (c) => {
    const [zone] = c.zones;
    if (zone === undefined || start.read(c) !== "known") {
      return undefined;
    }
    return {
      clause,
      from: formatInstant(start.lo),
      to: formatInstant(deadlineAfter(start.lo, duration, zone)),
      zone: zone.name,
      clock,
    };
  };
}
