import type { Table } from "../document.ts";
import { listIn } from "../tables.ts";
import { isHolidayTable } from "../time/calendar.ts";
import { parseDay } from "../time/civil.ts";
import { noCountry, noDate } from "./noSuchName.ts";
import type { Report } from "./report.ts";
import { isCountry } from "./slugs.ts";
import { placeOfWord } from "./tables.ts";

/** A table of holidays: dates of the calendar, and countries of ISO 3166. */
export function checkHolidays(table: Table, report: Report): void {
  if (!isHolidayTable(table)) {
    return;
  }
  const at = table.columns.findIndex(({ name }) => name === "countries");
  for (const { cells } of table.rows) {
    const [date] = cells;
    if (date !== undefined && date.text !== "" && parseDay(date.text) === undefined) {
      report.error("date_invalid", date.place, noDate(date.text));
    }
    const countries = cells[at];
    for (const word of countries === undefined || countries.text === "" ? [] : listIn(countries)) {
      if (!isCountry(word)) {
        report.error(
          "country_unknown",
          countries === undefined ? table.place : placeOfWord(countries, word),
          noCountry(word),
        );
      }
    }
  }
}
