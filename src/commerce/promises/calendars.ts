import assert from "node:assert/strict";
import { type Asker, heldRows, type Offer } from "../../catalogue/index.ts";
import type { Platform, Queryable } from "../../platform/index.ts";
import { parseDay } from "../../terms/index.ts";
import { allHolidays, allWarehouses, type Holiday, holidaysFor, warehousesOf } from "./holidayStore.ts";
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
  const own = ownWarehouse(config);
  // A zone may be a day behind UTC.
  const from = at.toZonedDateTimeISO("UTC").toPlainDate().subtract({ days: 1 });
  const [warehouses, days] = await Promise.all([
    named.length === 0 ? [] : warehousesOf(db, named),
    holidaysFor(db, named, own.country, from),
  ]);
  return (supplier) => {
    const warehouse = supplier === null ? own : warehouses.find((one) => one.supplier === supplier);
    assert(warehouse !== undefined, `an offer names a supplier that is there: ${supplier}`);
    return calendarIn(days, warehouse);
  };
}

/** Every warehouse by its supplier, and every country's holidays. They change seldom and are held. */
const heldCalendars = heldRows(async (db) => {
  const [warehouses, days] = await Promise.all([allWarehouses(db), allHolidays(db)]);
  const byCountry = [...Map.groupBy(days, ({ country }) => country)];
  return {
    bySupplier: new Map(warehouses.map((one) => [one.supplier, one])),
    holidays: new Map(byCountry.map(([country, kept]) => [country, holidaysOf(kept)])),
  };
});

const NO_HOLIDAYS: Holidays = new Set();

/**
 * The day by which one piece is there that is ordered now, as the cart would promise it, a few seconds' old
 * changes of warehouses and holidays apart. The rows are held: no query.
 */
export async function promiseNow(
  db: Asker & { readonly at: Temporal.Instant },
  { supplier, leadDays }: Pick<Offer, "supplier" | "leadDays">,
): Promise<Temporal.PlainDate | undefined> {
  const held = await heldCalendars.rows(db);
  const isNew = supplier !== null && !held.bySupplier.has(supplier);
  const { bySupplier, holidays } = isNew ? await heldCalendars.readAgain(db) : held;
  const warehouse = supplier === null ? ownWarehouse(db.platform.config) : bySupplier.get(supplier);
  assert(warehouse !== undefined, `an offer names a supplier that is there: ${supplier}`);
  const kept = holidays.get(warehouse.country) ?? NO_HOLIDAYS;
  return promiseOf({ stock: null, leadDays }, warehouse, kept, 1, db.at);
}

function ownWarehouse({ seller }: Platform["config"]): Warehouse {
  const { country = "", zone = "UTC" } = seller ?? {};
  return { country, zone, cutOff: OWN_CUT_OFF };
}

function calendarIn(days: readonly Pick<Holiday, "country" | "on">[], warehouse: Warehouse): Calendar {
  return { warehouse, holidays: holidaysOf(days.filter(({ country }) => country === warehouse.country)) };
}

function holidaysOf(days: readonly Pick<Holiday, "on">[]): Holidays {
  return new Set(days.flatMap(({ on }) => parseDay(`${on}`) ?? []));
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
