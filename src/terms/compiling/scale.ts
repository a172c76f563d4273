import type { CountedPer } from "../rules.ts";
import { civilDate } from "../time/civil.ts";
import { addCivil, type Duration, overflows } from "../time/duration.ts";
import type { Zone } from "../time/zone.ts";

/**
 * Stretches of time in which uses are counted together. Instants are marks on a scale: civil days in a zone,
 * or milliseconds where a stretch is so many hours.
 */
export interface Scale {
  markOf(ms: number, zone: Zone): number;
  /** The first mark after a stretch that begins with this one. */
  readonly after: (mark: number) => number;
  readonly isCivil: boolean;
}

/** A year, a term of months: from a date to the day before the same date. */
export function firstDayAfter(day: number, length: Duration): number {
  // Where the date does not exist, the last day of its month still belongs to the stretch.
  return addCivil(day, length) + (overflows(day, length) ? 1 : 0);
}

export function scaleOf(per: CountedPer): Scale {
  const length: Duration = "length" in per ? per.length : { amount: 1, unit: "years" };
  return length.unit === "hours"
    ? { markOf: (ms) => ms, after: (mark) => mark + length.amount * 3_600_000, isCivil: false }
    : {
        markOf: (ms, zone) => zone.dayOf(ms),
        after: (mark) => firstDayAfter(mark, length),
        isCivil: true,
      };
}

/** How many of the marks stand in the same stretch as a new use at `at`. */
export type CountTogether = (at: number, marks: readonly number[], anchor: number) => number;

export function countTogether(per: CountedPer, { after }: Scale): CountTogether {
  switch (per.per) {
    case "contract-year":
      return (at, marks, anchor) => inYear(marks, yearOf(at, anchor), anchor);
    case "calendar-year":
      return (at, marks) => marks.filter((mark) => civilDate(mark).year === civilDate(at).year).length;
    case "rolling":
      return (at, marks) => mostTogether(at, marks, after);
    case "from-first-use":
      return (at, marks) => sinceFirst(at, marks, after);
    default:
      return (_, marks) => marks.length;
  }
}

/** From 0; what lies before the contract is in years before it, under 0. */
export function yearOf(at: number, anchor: number): number {
  const years = civilDate(at).year - civilDate(anchor).year;
  return at >= yearStart(years, anchor) ? years : years - 1;
}

const yearStart = (year: number, anchor: number): number =>
  year === 0 ? anchor : firstDayAfter(anchor, { amount: year, unit: "years" });

export const inYear = (marks: readonly number[], year: number, anchor: number): number =>
  marks.filter((mark) => yearOf(mark, anchor) === year).length;

/** Of all stretches of that length which hold the new use, the one that holds most others. */
function mostTogether(at: number, marks: readonly number[], after: Scale["after"]): number {
  let most = 0;
  for (const start of [at, ...marks]) {
    const end = after(start);
    if (start <= at && at < end) {
      most = Math.max(most, marks.filter((mark) => mark >= start && mark < end).length);
    }
  }
  return most;
}

/** Stretches that follow one another, each beginning with the first use after the last has ended. */
function sinceFirst(at: number, marks: readonly number[], after: Scale["after"]): number {
  let start = Number.NEGATIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const mark of [...marks, at].sort((a, b) => a - b)) {
    if (mark > at) {
      break;
    }
    if (mark >= end) {
      start = mark;
      end = after(mark);
    }
  }
  return marks.filter((mark) => mark >= start && mark < end).length;
}

/** What the contract years before this one have left over: of each year's own grant, for one year. */
export function carriedInto(at: number, marks: readonly number[], anchor: number, grants: number): number {
  let carried = 0;
  for (let year = 0; year < yearOf(at, anchor); year += 1) {
    const ownUsed = Math.max(0, inYear(marks, year, anchor) - carried);
    carried = Math.max(0, grants - ownUsed);
  }
  return carried;
}
