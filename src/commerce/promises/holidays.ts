import { Type } from "typebox";
import {
  accepted,
  act,
  Country,
  Day,
  line,
  PageQuery,
  page,
  read,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { parseDay } from "../../terms/index.ts";
import { refuse } from "../refusals.ts";
import { deleteHoliday, pageOfHolidays, putHoliday } from "./holidayStore.ts";

const DEFAULT_LIMIT = 100;
const FIRST = ["", "0001-01-01"] as const;

const HolidaySchema = shape({ country: Country, on: Day, name: line(100) });

/** GET /v1/holidays: the days on which countries do not work, beside Saturdays and Sundays. */
export const listHolidays = read({
  route: "GET /v1/holidays",
  permission: "holiday.read",
  summary: "Lists the holidays that promises of goods count with, by country and day",
  query: shape({
    ...PageQuery,
    country: Type.Optional(Country),
    year: Type.Optional(Type.Integer({ minimum: 1970, maximum: 9999 })),
  }),
  reply: page(HolidaySchema),
  csv: true,
  async run(db, { country, year, after, limit = DEFAULT_LIMIT }) {
    const [, place, day] = /^([A-Z]{2})\.((?!0000)\d{4}-\d\d-\d\d)$/.exec(after ?? "") ?? [
      undefined,
      ...FIRST,
    ];
    if (after !== undefined && (place === "" || parseDay(day) === undefined)) {
      throw wrongCursor();
    }
    const found = await pageOfHolidays(db, country ?? null, year ?? null, place, day, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map((holiday) => ({ ...holiday, on: holiday.on.toString() })),
      nextCursor: found.length > limit && last !== undefined ? `${last.country}.${last.on}` : null,
    };
  },
});

/** POST /v1/holidays: a day on which a country does not work, or works after all. */
export const keepHoliday = act({
  route: "POST /v1/holidays",
  permission: "holiday.keep",
  summary: "Keeps a holiday of a country, or takes it away; promises that were made stay as they were",
  body: shape({
    country: Country,
    on: Day,
    name: Type.Optional(line(100)),
    /** It is a working day after all. */
    works: Type.Optional(Type.Boolean()),
  }),
  reply: shape({ ...HolidaySchema.properties, works: Type.Boolean() }),
  async run(tx, { country, on, name = "", works = false }) {
    if (works) {
      const gone = await deleteHoliday(tx, country, on);
      return gone === 0 ? refuse("holiday_unknown") : accepted({ country, on, name, works });
    }
    await putHoliday(tx, country, on, name);
    return accepted({ country, on, name, works });
  },
});
