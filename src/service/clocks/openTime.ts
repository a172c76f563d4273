import { type Centre, openingsOn } from "../centres/index.ts";

/** When a centre is open, as it was known when a clock started. Holidays are days of its country. */
export interface OpenCalendar extends Pick<Centre, "zone" | "hours" | "exceptions"> {
  readonly holidays: readonly string[];
}

/** Longer than this no promise is looked ahead. */
const MOST_DAYS = 400;

/** The openings of a calendar from an instant on, day by day, without what lies before it. */
function* openingsFrom(calendar: OpenCalendar, from: Temporal.Instant) {
  const holidays = new Map(calendar.holidays.map((day) => [day, day]));
  let day = from.toZonedDateTimeISO(calendar.zone).toPlainDate().subtract({ days: 1 });
  for (let count = 0; count < MOST_DAYS; count += 1, day = day.add({ days: 1 })) {
    for (const { from: opens, to } of openingsOn(calendar, holidays, day).open) {
      if (Temporal.Instant.compare(to, from) > 0) {
        yield { opens: later(opens, from), closes: to };
      }
    }
  }
}

/** The instant at which so many seconds of opening time have gone by. Pure. */
export function afterOpenTime(
  calendar: OpenCalendar,
  from: Temporal.Instant,
  seconds: number,
): Temporal.Instant {
  let left = seconds;
  for (const { opens, closes } of openingsFrom(calendar, from)) {
    const length = secondsBetween(opens, closes);
    if (left <= length) {
      return opens.add({ milliseconds: Math.round(left * 1000) });
    }
    left -= length;
  }
  // A centre that does not open at all: civil time counts, so that nothing waits for ever.
  return from.add({ hours: 24 * 30 });
}

/** How many seconds of opening time lie between two instants. Pure. */
export function openTimeBetween(
  calendar: OpenCalendar,
  from: Temporal.Instant,
  to: Temporal.Instant,
): number {
  let sum = 0;
  for (const { opens, closes } of openingsFrom(calendar, from)) {
    if (Temporal.Instant.compare(opens, to) >= 0) {
      break;
    }
    sum += secondsBetween(opens, Temporal.Instant.compare(closes, to) < 0 ? closes : to);
  }
  return sum;
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one;
}

function secondsBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return (to.epochMilliseconds - from.epochMilliseconds) / 1000;
}
