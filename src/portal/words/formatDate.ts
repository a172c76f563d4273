import { dateNames } from "./en/dateNames.ts";

/** An instant (`2026-12-04T09:00:00Z`) or a civil day (`2026-12-04`). */
export type When = string;

/** The instant itself, or the first moment of the civil day in the zone. */
export function instantOf(when: When, zone: string): Temporal.Instant {
  return isDay(when)
    ? Temporal.PlainDate.from(when).toZonedDateTime(zone).toInstant()
    : Temporal.Instant.from(when);
}

/** The civil day on which the instant falls in the zone; a civil day stays as it is. */
export function dayOf(when: When, zone: string): Temporal.PlainDate {
  return isDay(when)
    ? Temporal.PlainDate.from(when)
    : Temporal.Instant.from(when).toZonedDateTimeISO(zone).toPlainDate();
}

/** The last day that still counts when something ends at this instant: 24:00 belongs to the day it closes. */
export function lastDayOf(endsAt: When, zone: string): Temporal.PlainDate {
  if (isDay(endsAt)) {
    return Temporal.PlainDate.from(endsAt);
  }
  return Temporal.Instant.from(endsAt).subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate();
}

/** The latest day it can be anywhere at this instant, where a calendar to pick from ends: `2026-12-04`. */
export function latestDayAt(now: When): string {
  return Temporal.Instant.from(now).add({ hours: 14 }).toString().slice(0, 10);
}

/** `Thu 4 Dec 2026` */
export function formatDay(day: Temporal.PlainDate): string {
  return `${dateNames.weekdays[day.dayOfWeek - 1]} ${day.day} ${dateNames.months[day.month - 1]} ${day.year}`;
}

/** `4 Dec 2026`, for pictures where the weekday has no room; the spaces do not break. */
export function formatShortDay(day: Temporal.PlainDate): string {
  return `${day.day}\u00a0${dateNames.months[day.month - 1]}\u00a0${day.year}`;
}

/** `Dec 2026` in January and where it stands first, else `Dec`. */
export function formatMonth(day: Temporal.PlainDate, withYear: boolean): string {
  const month = dateNames.months[day.month - 1] ?? "";
  return withYear ? `${month} ${day.year}` : month;
}

/**
 * `Fri 21 Nov, 14:05`; the year is added when it is not the year we are in. A deadline at 0:00 belongs
 * to the day it closes: `end of Thu 20 Nov`.
 */
export function formatMoment(when: When, zone: string, now: When): string {
  const moment = instantOf(when, zone).toZonedDateTimeISO(zone);
  return timeOf(moment) === "00:00"
    ? dateNames.endOf(dayNear(moment.subtract({ nanoseconds: 1 }), now))
    : `${dayNear(moment, now)}, ${timeOf(moment)}`;
}

/** A beginning, and the time it is now: as `formatMoment`, but 0:00 belongs to the day it opens. */
export function formatStart(when: When, zone: string, now: When): string {
  const moment = instantOf(when, zone).toZonedDateTimeISO(zone);
  return timeOf(moment) === "00:00"
    ? dateNames.startOf(dayNear(moment, now))
    : `${dayNear(moment, now)}, ${timeOf(moment)}`;
}

function timeOf(moment: Temporal.ZonedDateTime): string {
  return moment.toPlainTime().toString({ smallestUnit: "minute" });
}

/** The day, with its year when that is not the one we are in. */
function dayNear(moment: Temporal.ZonedDateTime, now: When): string {
  const { weekdays, months } = dateNames;
  const year = moment.year === dayOf(now, moment.timeZoneId).year ? "" : ` ${moment.year}`;
  return `${weekdays[moment.dayOfWeek - 1]} ${moment.day} ${months[moment.month - 1]}${year}`;
}

/** How far off: `in 19 h`, `in 3 days`, `2 h ago`. Hours up to two days, then civil days. */
export function formatDistance(when: When, zone: string, now: When): string {
  const from = instantOf(now, zone);
  const to = instantOf(when, zone);
  const minutes = Math.trunc(from.until(to).total("minutes"));
  if (Math.abs(minutes) < 60) {
    return dateNames.distance(minutes, "min");
  }
  const hours = Math.trunc(minutes / 60);
  if (Math.abs(hours) < 48) {
    return dateNames.distance(hours, "h");
  }
  const days = dayOf(now, zone).until(lastDayOf(when, zone)).days;
  return dateNames.distance(days, "days");
}

function isDay(when: When): boolean {
  return when.length === 10;
}
