import assert from "node:assert/strict";
import type { Offer } from "../../catalogue/index.ts";
import { formatDay, workingDayAfter, workingDayFrom, type Zone, zoneNamed } from "../../terms/index.ts";

/** From where goods leave, and until when it takes a day's orders. */
export interface Warehouse {
  /** Whose holidays it keeps, ISO 3166. */
  readonly country: string;
  /** Its clock, IANA. */
  readonly zone: string;
  /** `HH:MM` of that clock: what is ordered from then on counts for the next working day. */
  readonly cutOff: string;
}

/** The days on which the warehouse's country does not work, beside Saturdays and Sundays, as day numbers. */
export type Holidays = ReadonlySet<number>;

/** The working day an order counts for: a working day whose cut-off is still to come. Pure. */
export function orderDayOf(
  warehouse: Warehouse,
  holidays: Holidays,
  at: Temporal.Instant,
): Temporal.PlainDate {
  return dateOf(orderDay(warehouse, holidays, at));
}

/** The instant a day's orders close: its cut-off, by the warehouse's clock. Pure. */
export function closingOf({ zone, cutOff }: Warehouse, day: Temporal.PlainDate): Temporal.Instant {
  const plainTime = Temporal.PlainTime.from(cutOff);
  return day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
}

/**
 * The day by which so many pieces that are ordered now are with their buyer: lead days are working days of
 * the warehouse's country, counted from the one the order counts for. Undefined where so many are not there:
 * nobody knows when there will be. Pure.
 */
export function promiseOf(
  { stock, leadDays }: Pick<Offer, "stock" | "leadDays">,
  warehouse: Warehouse,
  holidays: Holidays,
  quantity: number,
  at: Temporal.Instant,
): Temporal.PlainDate | undefined {
  if (stock !== null && stock < quantity) {
    return undefined;
  }
  const zone = calendarOf(warehouse, holidays);
  return dateOf(workingDayAfter(orderDay(warehouse, holidays, at), leadDays, zone));
}

function orderDay(warehouse: Warehouse, holidays: Holidays, at: Temporal.Instant): number {
  const zone = calendarOf(warehouse, holidays);
  const today = zone.dayOf(at.epochMilliseconds);
  const day = workingDayFrom(today, zone);
  const isOver = Temporal.Instant.compare(at, closingOf(warehouse, dateOf(day))) >= 0;
  return isOver ? workingDayFrom(day + 1, zone) : day;
}

function calendarOf({ zone: name }: Warehouse, holidays: Holidays): Zone {
  const zone = zoneNamed(name);
  assert(zone !== undefined, `a warehouse has a clock: ${name}`);
  return { ...zone, holidays };
}

function dateOf(day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from(formatDay(day));
}
