import { rolledDay, workingDayAfter } from "./calendar.ts";
import { civilDate, dayMs, dayNumber, daysInMonth, hourMs, moment } from "./civil.ts";
import type { Zone } from "./zone.ts";

export type DurationUnit = "hours" | "days" | "working days" | "weeks" | "months" | "years";

export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
  /** What a last day that is no working day does; hours never roll. */
  readonly roll?: Roll;
  /** Counted on from the last day. */
  readonly further?: Duration;
}

/** What happens when the last day of a time is a Saturday, a Sunday or a holiday. */
export type Roll = "none" | "next-working-day";

const shape = /^(\d{1,5}) (hour|day|working day|week|month|year)s?$/;

/** `48 hours`, `1 year`; undefined when the text is no duration. */
export function parseDuration(text: string): Duration | undefined {
  const match = shape.exec(text);
  if (match === null) {
    return undefined;
  }
  return { amount: Number(match[1]), unit: `${match[2]}s` as DurationUnit };
}

export function printDuration({ amount, unit, further }: Duration): string {
  const words = `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
  return further === undefined ? words : `${words} and ${printDuration(further)}`;
}

/** The duration with what its rule says of a last day that is no working day. */
export const rolling = (duration: Duration, roll: Roll): Duration =>
  roll === "none" || duration.unit === "hours" ? duration : { ...duration, roll };

/** Whether the end of such a time depends on what days are holidays. */
export const needsCalendar = ({ unit, roll }: Duration): boolean =>
  unit === "working days" || roll === "next-working-day";

/**
 * The last moment of a time that runs from an instant, in milliseconds. Hours are elapsed and include that
 * moment. Longer units are civil: the first day is left out and the time ends at 24:00 of the last day,
 * which is no longer in it, so the answer is a moment before.
 */
export function lastMoment(from: number, duration: Duration, zone: Zone): number {
  if (duration.unit === "hours") {
    return from + duration.amount * hourMs;
  }
  return zone.startOfDay(lastDayOf(zone.dayOf(from), duration, zone) + 1) - moment;
}

/** The last civil day of a time that is not counted in hours and whose first day is left out. */
export function lastDayOf(day: number, duration: Duration, zone: Zone): number {
  const last =
    duration.unit === "working days" ? workingDayAfter(day, duration.amount, zone) : addCivil(day, duration);
  const end = duration.further === undefined ? last : lastDayOf(last, duration.further, zone);
  return duration.roll === "next-working-day" ? rolledDay(day, end, zone) : end;
}

/** The shortest and the longest such a time can be, in milliseconds. */
export function extentOf(duration: Duration): readonly [number, number] {
  const [shortest, longest] = extents[duration.unit];
  // No country has ten days on end of which none is a working day; a second one may have to follow.
  const more = needsCalendar(duration) ? 14 * dayMs : 0;
  const [least, most] = duration.further === undefined ? [0, 0] : extentOf(duration.further);
  return [duration.amount * shortest + least, duration.amount * longest + more + most];
}

const extents: Readonly<Record<DurationUnit, readonly [number, number]>> = {
  hours: [hourMs, hourMs],
  days: [dayMs, dayMs],
  "working days": [dayMs, 2 * dayMs],
  weeks: [7 * dayMs, 7 * dayMs],
  months: [28 * dayMs, 31 * dayMs],
  years: [365 * dayMs, 366 * dayMs],
};

/** The end of such a time as people write it: the last hour's moment, or 24:00 of the last day. */
export function deadlineAfter(from: number, duration: Duration, zone: Zone): number {
  const last = lastMoment(from, duration, zone);
  return duration.unit === "hours" ? last : last + moment;
}

/**
 * A day so much later, every day counted. Where the date does not exist (31 April, 29 February), the last day
 * of its month.
 */
export function addCivil(day: number, { amount, unit }: Duration): number {
  if (!isMonthly(unit)) {
    return day + amount * (unit === "weeks" ? 7 : 1);
  }
  const date = civilDate(day);
  const months = date.year * 12 + date.month - 1 + amount * (unit === "years" ? 12 : 1);
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return dayNumber(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/** Whether the date exists so much later, or would have to fall back to the end of its month. */
export function overflows(day: number, duration: Duration): boolean {
  return civilDate(addCivil(day, duration)).day < civilDate(day).day && isMonthly(duration.unit);
}

const isMonthly = (unit: DurationUnit): boolean => unit === "months" || unit === "years";

/** A gap in words, at most two units: `47 minutes`, `2 days and 3 hours`. */
export function gapInWords(ms: number): string {
  const units: [string, number][] = [
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
    ["second", 1],
  ];
  let seconds = Math.max(1, Math.round(ms / 1000));
  const words: string[] = [];
  for (const [name, size] of units) {
    const count = Math.floor(seconds / size);
    if (count > 0) {
      words.push(`${count} ${name}${count === 1 ? "" : "s"}`);
      seconds -= count * size;
    }
    if (words.length === 2) {
      break;
    }
  }
  return words.join(" and ");
}
