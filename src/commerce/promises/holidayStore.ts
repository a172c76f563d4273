import { effect, many } from "../../platform/index.ts";
import type { Warehouse } from "./promise.ts";

/** A supplier's warehouse. */
export interface SupplierWarehouse extends Warehouse {
  readonly supplier: string;
}

/** These suppliers' warehouses. */
export const warehousesOf = many<SupplierWarehouse>(
  "warehouses_of_suppliers",
  `select supplier, country, zone, to_char(cut_off, 'HH24:MI') as "cutOff"
     from catalogue.supplier where supplier = any($1::text[])`,
);

/** Every warehouse of a supplier. */
export const allWarehouses = many<SupplierWarehouse>(
  "all_warehouses",
  `select supplier, country, zone, to_char(cut_off, 'HH24:MI') as "cutOff" from catalogue.supplier`,
);

/** Every holiday of every country. */
export const allHolidays = many<Pick<Holiday, "country" | "on">>(
  "all_holidays",
  "select country, kept_on as on from commerce.holiday",
);

/** The holidays of the countries of these suppliers (`$1`), and of this one (`$2`), from a day on. */
export const holidaysFor = many<{ readonly country: string; readonly on: Temporal.PlainDate }>(
  "holidays_for_suppliers",
  `select country, kept_on as on
     from commerce.holiday
    where kept_on >= $3
      and country in (select country from catalogue.supplier where supplier = any($1::text[])
                       union all
                      select $2)`,
);

/** A holiday as it is kept. */
export interface Holiday {
  readonly country: string;
  readonly on: Temporal.PlainDate;
  readonly name: string;
}

/** A page of holidays behind one, by country and day; `$1` is the country, `$2` the year, null for any. */
export const pageOfHolidays = many<Holiday>(
  "page_of_holidays",
  `select country, kept_on as on, name
     from commerce.holiday
    where ($1::text is null or country = $1)
      and ($2::integer is null or extract(year from kept_on) = $2::integer)
      and (country, kept_on) > ($3::text, $4::date)
    order by country, kept_on
    limit $5`,
);

/** Keeps a holiday, or gives it another name. */
export const putHoliday = effect(
  "put_holiday",
  `insert into commerce.holiday (country, kept_on, name) values ($1, $2, $3)
   on conflict (country, kept_on) do update set name = excluded.name`,
);

/** A day on which that country works after all. Zero: it did. */
export const deleteHoliday = effect(
  "delete_holiday",
  "delete from commerce.holiday where country = $1 and kept_on = $2",
);
