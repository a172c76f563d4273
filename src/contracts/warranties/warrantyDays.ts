/**
 * The last day of a warranty that began on a day: the same day of the month, so many months on, or the last
 * of a shorter month. The day it began is not counted, and the last one is whole.
 */
export function lastDayAfter(startsOn: Temporal.PlainDate, months: number): Temporal.PlainDate {
  return startsOn.add({ months });
}

/** The first instant after a day by the clock of a zone: where it is set at midnight, of the day it is. */
export function endOfDay(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime(zone).toInstant();
}

/** The last day of what ends at an instant, in a zone. */
export function lastDayBefore(endsAt: Temporal.Instant, zone: string): Temporal.PlainDate {
  return endsAt.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate();
}

/** A duration of days or more as terms write it: `1 year`, `12 months`. */
export function durationOf(words: string): Temporal.Duration {
  const [, count, unit] = /^(\d+) (day|week|month|year)s?$/.exec(words) ?? [];
  return Temporal.Duration.from({ [`${unit}s`]: Number(count) });
}
