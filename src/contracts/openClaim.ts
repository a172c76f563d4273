import type { RecordedEvent } from "../platform/index.ts";

const ENDS: ReadonlySet<string> = new Set(["ClaimClosed", "ClaimCancelled", "ClaimLapsed"]);

/**
 * The number of the claim that is open on a device, as its events tell; undefined when none is. Claims stand
 * to our right: what they do is known here by what they recorded.
 */
export function openClaimIn(events: readonly RecordedEvent[]): number | undefined {
  const open = new Set<number>();
  for (const { type, body } of events) {
    if (type === "ClaimOpened") {
      open.add(Number(body.claimNo));
    } else if (ENDS.has(type)) {
      open.delete(Number(body.claimNo));
    }
  }
  return [...open].at(-1);
}
