export { type Calendar, type Calendars, calendarsFor, promiseBy, promiseNow } from "./calendars.ts";
export { keepHoliday, listHolidays } from "./holidays.ts";
export { closingOf, type Holidays, orderDayOf, promiseOf, type Warehouse } from "./promise.ts";
