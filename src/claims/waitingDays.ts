/**
 * How long a claim waits for its owner: to send the device, to send what was missing, to choose, to pay. The
 * two public pages are silent on it; the payment term of a sister programme is thirty days.
 */
export const WAITING_DAYS = 30;

/** After the parcel left, how long until silence means that it arrived. */
export const CLOSING_DAYS = 14;

/** Whether the deadline that stands over a claim has come, even if nobody has acted on it yet. */
export function isOver(
  { dueAt }: { readonly dueAt: Temporal.Instant | null },
  at: Temporal.Instant,
): boolean {
  return dueAt !== null && Temporal.Instant.compare(dueAt, at) <= 0;
}

/** The end of the last of so many civil days in a zone; the day it begins on is not counted. */
export function endOfDays(at: Temporal.Instant, days: number, zone: string): Temporal.Instant {
  const first = at.toZonedDateTimeISO(zone).toPlainDate();
  return first
    .add({ days: days + 1 })
    .toZonedDateTime(zone)
    .toInstant();
}
