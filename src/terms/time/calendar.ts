import type { Table } from "../document.ts";
import { listIn } from "../tables.ts";
import { parseDay } from "./civil.ts";
import type { Zone } from "./zone.ts";

/** The dated holidays of each country, as day numbers. */
export type Holidays = ReadonlyMap<string, ReadonlySet<number>>;

/** A table of holidays has the columns `date` and `countries`; any others are for the reader. */
export const isHolidayTable = ({ columns }: Pick<Table, "columns">): boolean =>
  columns[0]?.name === "date" && columns.some(({ name }) => name === "countries");

export function holidaysIn(tables: readonly Table[]): Holidays {
  const found = new Map<string, Set<number>>();
  for (const { columns, rows } of tables.filter(isHolidayTable)) {
    const at = columns.findIndex(({ name }) => name === "countries");
    for (const { cells } of rows) {
      const day = parseDay(cells[0]?.text ?? "");
      const countries = cells[at];
      for (const country of day === undefined || countries === undefined ? [] : listIn(countries)) {
        found.set(country, (found.get(country) ?? new Set()).add(day as number));
      }
    }
  }
  return found;
}

/** Mondays to Fridays that are no holiday where the zone's calendar is. 1970-01-01 was a Thursday. */
export function isWorkingDay(day: number, { holidays }: Zone): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6 && holidays?.has(day) !== true;
}

/** The day itself when it is a working day, otherwise the next that is. */
export function workingDayFrom(day: number, zone: Zone): number {
  let next = day;
  while (!isWorkingDay(next, zone)) {
    next += 1;
  }
  return next;
}

/**
 * The last day of a time that rolls, counted on from the day it runs from: a working day, and where the time
 * is one of two days or more, one that leaves at least two working days in it (Regulation 1182/71, Art. 3).
 */
export function rolledDay(day: number, last: number, zone: Zone): number {
  const end = workingDayFrom(last, zone);
  if (last - day < 2) {
    return end;
  }
  for (let each = end - 1; each > day; each -= 1) {
    if (isWorkingDay(each, zone)) {
      return end;
    }
  }
  return workingDayFrom(end + 1, zone);
}

/** The n-th working day after a day; no day after it when there are none to count. */
export function workingDayAfter(day: number, count: number, zone: Zone): number {
  let last = day;
  for (let left = count; left > 0; left -= 1) {
    last = workingDayFrom(last + 1, zone);
  }
  return last;
}

/** Which country's holidays count for a case: the holder's, else the only one of its region, else none. */
export class Calendars {
  /** The countries whose holidays the document gives. */
  readonly countries: readonly string[];
  readonly #holidays: Holidays;
  readonly #countriesOf: ReadonlyMap<string, readonly string[]>;
  readonly #zones = new Map<string, Zone>();

  constructor(holidays: Holidays, countriesOf: ReadonlyMap<string, readonly string[]>) {
    this.countries = [...holidays.keys()];
    this.#holidays = holidays;
    this.#countriesOf = countriesOf;
  }

  /** A zone with the calendar of a country, which may be none; with all it may be while it is not known. */
  zoneFor(zone: Zone, region: string, country: string | undefined): Zone {
    if (this.countries.length === 0) {
      return zone;
    }
    const key = `${zone.name} ${region} ${country}`;
    const found = this.#zones.get(key) ?? this.#createZone(zone, region, country);
    this.#zones.set(key, found);
    return found;
  }

  #createZone(zone: Zone, region: string, country: string | undefined): Zone {
    const own = this.#countriesOf.get(region) ?? this.countries;
    const [only] = own;
    const isOwn = own.length === 1 && (country === undefined || country === "none");
    const known = isOwn ? only : country;
    if (known !== undefined) {
      const holidays = this.#holidays.get(known);
      return holidays === undefined ? zone : { ...zone, holidays };
    }
    const possible = own.flatMap((name) => this.#holidays.get(name) ?? []);
    return possible.length === 0
      ? zone
      : { ...zone, readings: [zone, ...possible.map((holidays) => ({ ...zone, holidays }))] };
  }
}
