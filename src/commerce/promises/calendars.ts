import assert from "node:assert/strict";
import type { Offer } from "../../catalogue/index.ts";
import type { Platform, Queryable } from "../../platform/index.ts";
import { parseDay } from "../../terms/index.ts";
import { holidaysFor, warehousesOf } from "./holidayStore.ts";
import { type Holidays, promiseOf, type Warehouse } from "./promise.ts";

/** Until when our own warehouse takes a day's orders, by the seller's clock. */
const OWN_CUT_OFF = "15:00";

/** A warehouse with the days its country does not work. */
export interface Calendar {
  readonly warehouse: Warehouse;
  readonly holidays: Holidays;
}

/** Where goods come from, by supplier; null is our own stock. */
export type Calendars = (supplier: string | null) => Calendar;

/** The warehouses of these suppliers and our own, with their holidays from today on. Two statements. */
export async function calendarsFor(
  db: Queryable,
  { config }: Pick<Platform, "config">,
  suppliers: readonly (string | null)[],
  at: Temporal.Instant,
): Promise<Calendars> {
  const named = [...new Set(suppliers.filter((supplier) => supplier !== null))];
  const { country = "", zone = "UTC" } = config.seller ?? {};
  const own: Warehouse = { country, zone, cutOff: OWN_CUT_OFF };
  // A zone may be a day behind UTC.
  const from = at.toZonedDateTimeISO("UTC").toPlainDate().subtract({ days: 1 });
  const [warehouses, days] = await Promise.all([
    named.length === 0 ? [] : warehousesOf(db, named),
    holidaysFor(db, named, own.country, from),
  ]);
  const byCountry = Map.groupBy(days, ({ country }) => country);
  return (supplier) => {
    const warehouse = supplier === null ? own : warehouses.find((one) => one.supplier === supplier);
    assert(warehouse !== undefined, `an offer names a supplier that is there: ${supplier}`);
    const holidays = (byCountry.get(warehouse.country) ?? []).flatMap(({ on }) => parseDay(`${on}`) ?? []);
    return { warehouse, holidays: new Set(holidays) };
  };
}

/** The day by which so many pieces of an offer are there; undefined where so many are not to be had. Pure. */
export function promiseBy(
  calendars: Calendars,
  offer: Pick<Offer, "supplier" | "stock" | "leadDays">,
  quantity: number,
  at: Temporal.Instant,
): Temporal.PlainDate | undefined {
  const { warehouse, holidays } = calendars(offer.supplier);
  return promiseOf(offer, warehouse, holidays, quantity, at);
}
