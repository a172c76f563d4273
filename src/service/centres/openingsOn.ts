import { type Centre, weekdays } from "./centre.ts";

/** A time at which a centre is open. */
export interface OpenTime {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** When a centre is open on a day, and the name of what is special about it. */
export interface OpenDay {
  readonly open: readonly OpenTime[];
  /** The holiday, or the exception. */
  readonly name?: string;
}

type Hours = Pick<Centre, "hours" | "exceptions" | "zone">;

/**
 * When a centre is open on a civil day of its zone: as an exception says, else not on a holiday (day ->
 * name), else by the day of the week. Where clocks go back a time lasts an hour longer, where they go
 * forward it is shorter; times never overlap. Pure.
 */
export function openingsOn(
  { hours, exceptions, zone }: Hours,
  holidays: ReadonlyMap<string, string>,
  day: Temporal.PlainDate,
): OpenDay {
  const on = day.toString();
  const exception = exceptions.find((each) => each.on === on);
  const holiday = holidays.get(on);
  const usual = holiday === undefined ? (hours[weekdays[day.dayOfWeek - 1] as "monday"] ?? []) : [];
  const open: OpenTime[] = [];
  for (const { from, to } of (exception?.openings ?? usual).toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = open.at(-1)?.to;
    const begins = instantOf(day, from, zone);
    const start = last !== undefined && Temporal.Instant.compare(begins, last) < 0 ? last : begins;
    const end = instantOf(day, to, zone);
    if (Temporal.Instant.compare(start, end) < 0) {
      open.push({ from: start, to: end });
    }
  }
  const name = exception?.name ?? holiday;
  return { open, ...(name === undefined ? {} : { name }) };
}

/** A time that the clocks leave out is the one they show instead. */
function instantOf(day: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  return time === "24:00"
    ? day.add({ days: 1 }).toZonedDateTime(zone).toInstant()
    : day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}
