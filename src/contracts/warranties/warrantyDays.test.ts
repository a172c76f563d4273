import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { endOfDay, lastDayAfter, lastDayBefore } from "./warrantyDays.ts";

const zones = [
  ...["UTC", "Europe/Warsaw", "America/New_York", "Asia/Tokyo", "Pacific/Apia", "Pacific/Kiritimati"],
  ...["America/Sao_Paulo", "Africa/Cairo", "Asia/Beirut", "Australia/Lord_Howe", "Atlantic/Azores"],
];
const days = fc
  .integer({ min: 0, max: 9_000 })
  .map((count) => Temporal.PlainDate.from("2011-01-01").add({ days: count }));

describe("the last day of a warranty", () => {
  it("is whole by the clock of its zone: no cover ends at 00:00 UTC of its last day", () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...zones), (day, zone) => {
        const end = endOfDay(day, zone);
        const lastMoment = end.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone);
        // Samoa had no 30 December 2011: there the day before is the last there was.
        assert.ok(Temporal.PlainDate.compare(lastMoment.toPlainDate(), day) <= 0);
        assert.equal(Temporal.PlainDate.compare(end.toZonedDateTimeISO(zone).toPlainDate(), day), 1);
        if (!(zone === "Pacific/Apia" && day.toString() === "2011-12-30")) {
          assert.equal(lastDayBefore(end, zone).toString(), day.toString());
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("would be cut where it ended at midnight of UTC: the guard is needed", () => {
    const day = Temporal.PlainDate.from("2027-06-03");
    const careless = Temporal.Instant.from("2027-06-03T00:00:00Z");
    assert.notEqual(lastDayBefore(careless, "America/New_York").toString(), day.toString());
    assert.equal(endOfDay(day, "America/New_York").toString(), "2027-06-04T04:00:00Z");
  });

  it("is the same day of the month, or the last of a shorter one", () => {
    for (const [start, months, last] of [
      ["2026-06-03", 12, "2027-06-03"],
      ["2027-02-28", 12, "2028-02-28"],
      ["2028-02-29", 12, "2029-02-28"],
      ["2026-08-31", 6, "2027-02-28"],
    ] as const) {
      assert.equal(lastDayAfter(Temporal.PlainDate.from(start), months).toString(), last);
    }
  });
});
