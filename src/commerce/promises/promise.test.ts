import { equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isWorkingDay, parseDay, zoneNamed } from "../../terms/index.ts";
import { closingOf, orderDayOf, promiseOf, type Warehouse } from "./promise.ts";

const TALLINN: Warehouse = { country: "EE", zone: "Europe/Tallinn", cutOff: "15:00" };
const BERLIN: Warehouse = { country: "DE", zone: "Europe/Berlin", cutOff: "14:30" };
const CHICAGO: Warehouse = { country: "US", zone: "America/Chicago", cutOff: "23:30" };
const days = (...texts: readonly string[]) => new Set(texts.map((text) => parseDay(text) as number));
const EASTER = days("2026-04-03", "2026-04-06");
const NONE = days();
const offer = (leadDays: number, stock: number | null = null) => ({ leadDays, stock });

test("the day goods come, at both sides of the cut-off, over week ends, Easter, changes of the clock", () => {
  const table: readonly (readonly [Warehouse, ReadonlySet<number>, string, number, string, string])[] = [
    [TALLINN, NONE, "2026-06-10T11:59:59.999Z", 3, "2026-06-15", "a moment before the cut-off, a Wednesday"],
    [TALLINN, NONE, "2026-06-10T12:00:00Z", 3, "2026-06-16", "at the cut-off it is the next day's"],
    [TALLINN, NONE, "2026-06-10T06:00:00Z", 0, "2026-06-10", "without a lead time it comes on its day"],
    [TALLINN, NONE, "2026-06-12T16:00:00Z", 1, "2026-06-16", "a Friday evening counts for Monday"],
    [TALLINN, NONE, "2026-06-13T06:00:00Z", 0, "2026-06-15", "a Saturday counts for Monday"],
    [BERLIN, EASTER, "2026-04-02T12:29:00Z", 1, "2026-04-07", "Thursday before Easter, in time"],
    [BERLIN, EASTER, "2026-04-02T12:31:00Z", 1, "2026-04-08", "Thursday before Easter, too late"],
    [BERLIN, EASTER, "2026-04-05T12:00:00Z", 0, "2026-04-07", "Easter Sunday counts for Tuesday"],
    [BERLIN, NONE, "2026-03-27T13:29:00Z", 1, "2026-03-30", "Friday before the clock is put on: UTC+1"],
    [
      BERLIN,
      NONE,
      "2026-03-30T12:29:00Z",
      1,
      "2026-03-31",
      "Monday after it: the cut-off is an hour earlier",
    ],
    [BERLIN, NONE, "2026-03-30T12:30:00Z", 1, "2026-04-01", "and no later"],
    [BERLIN, NONE, "2026-10-23T12:29:00Z", 1, "2026-10-26", "Friday before it is put back"],
    [BERLIN, NONE, "2026-10-26T13:29:00Z", 1, "2026-10-27", "Monday after it"],
    [CHICAGO, NONE, "2026-06-11T04:29:00Z", 1, "2026-06-11", "yesterday there, in time"],
    [CHICAGO, NONE, "2026-06-11T04:31:00Z", 1, "2026-06-12", "yesterday there, too late"],
  ];
  for (const [warehouse, holidays, at, leadDays, on, why] of table) {
    const promised = promiseOf(offer(leadDays), warehouse, holidays, 1, Temporal.Instant.from(at));
    equal(String(promised), on, why);
  }
});

test("nobody promises what is not there", () => {
  const at = Temporal.Instant.from("2026-06-10T06:00:00Z");
  equal(promiseOf(offer(0, 2), TALLINN, NONE, 3, at), undefined);
  equal(String(promiseOf(offer(0, 3), TALLINN, NONE, 3, at)), "2026-06-10");
});

test("an order counts for a working day whose cut-off is to come, and never for an earlier one later", () => {
  const instants = fc
    .integer({ min: 0, max: 366 * 24 * 60 })
    .map((minutes) => Temporal.Instant.from("2026-01-01T00:00:00Z").add({ minutes }));
  const warehouses = fc.constantFrom(TALLINN, BERLIN, CHICAGO);
  const holidays = days("2026-01-01", "2026-04-03", "2026-04-06", "2026-12-24", "2026-12-25");
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 10_000 }), warehouses, (at, later, warehouse) => {
      const day = orderDayOf(warehouse, holidays, at);
      const zone = { ...(zoneNamed(warehouse.zone) as NonNullable<ReturnType<typeof zoneNamed>>), holidays };
      equal(isWorkingDay(parseDay(`${day}`) as number, zone), true);
      equal(Temporal.Instant.compare(at, closingOf(warehouse, day)) < 0, true);
      const next = orderDayOf(warehouse, holidays, at.add({ minutes: later }));
      equal(Temporal.PlainDate.compare(day, next) <= 0, true);
    }),
  );
});
