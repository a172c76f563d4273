import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  dayAt,
  endOfDay,
  lastDayBefore,
  lastSecondOf,
  momentOf,
  readersZone,
  startOfDay,
} from "./wallClock.ts";

const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Auckland", "UTC"];

describe("a time on the wall of a zone", () => {
  const table: [string, string, string, string][] = [
    ["2026-07-01", "12:00", "Europe/Berlin", "2026-07-01T10:00:00Z"],
    ["2026-10-25", "01:59", "Europe/Berlin", "2026-10-24T23:59:00Z"],
    ["2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30:00Z"],
    ["2026-10-25", "03:00", "Europe/Berlin", "2026-10-25T02:00:00Z"],
    ["2026-03-29", "02:30", "Europe/Berlin", "2026-03-29T01:30:00Z"],
    ["2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30:00Z"],
    ["2026-03-08", "02:30", "America/New_York", "2026-03-08T07:30:00Z"],
    ["2026-04-05", "01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00Z"],
    ["2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:45:00Z"],
    ["2026-04-05", "02:30", "Pacific/Auckland", "2026-04-04T13:30:00Z"],
    ["2026-09-27", "02:30", "Pacific/Auckland", "2026-09-26T14:30:00Z"],
    ["2026-10-25", "02:30", "UTC", "2026-10-25T02:30:00Z"],
    ["2011-12-30", "12:00", "Pacific/Apia", "2011-12-30T22:00:00Z"],
  ];
  for (const [day, time, zone, at] of table) {
    it(`is ${at} at ${time} on ${day} in ${zone}`, () => assert.equal(momentOf(day, time, zone), at));
  }

  it("is the first of two, and as long after a gap as it is in it, wherever it is", () => {
    const named = fc.constantFrom(...zones, "America/Havana", "Africa/Cairo", "America/Santiago");
    const near = fc.integer({ min: -24 * 60, max: 24 * 60 });
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2040 }), near, named, (year, minutes, zone) => {
        const begins = Temporal.ZonedDateTime.from(`${year}-01-01T00:00[${zone}]`);
        const change = begins.getTimeZoneTransition("next") ?? begins;
        const wall = change.toPlainDateTime().add({ minutes });
        const [day = "", time = ""] = wall.toString({ smallestUnit: "minute" }).split("T");
        const at = wall.toZonedDateTime(zone, { disambiguation: "compatible" }).toInstant();
        assert.equal(momentOf(day, time, zone), at.toString());
      }),
    );
  });

  it("is found in a year that is only half typed, and stays as it came where it is no day", () => {
    assert.equal(momentOf("0002-12-04", "00:00", "UTC"), "0002-12-04T00:00:00Z");
    for (const day of ["0001-01-01", "0202-12-04", "9999-12-31"]) {
      assert.doesNotThrow(() => [startOfDay(day, "Europe/Berlin"), lastSecondOf(day, "Europe/Berlin")]);
    }
    assert.deepEqual(
      ["soon", "12026-01-01"].map((day) => startOfDay(day)),
      ["soon", "12026-01-01"],
    );
    assert.deepEqual(
      ["soon", "12026-01-01"].map((day) => lastSecondOf(day)),
      ["soon", "12026-01-01"],
    );
  });
});

describe("a day of a zone", () => {
  for (const zone of zones) {
    it(`has its first and its last second in ${zone}, and ends where the next begins`, () => {
      const days = fc.integer({ min: 0, max: 30 * 365 });
      fc.assert(
        fc.property(days, (count) => {
          const date = Temporal.PlainDate.from("2010-01-01").add({ days: count });
          const [day, next] = [date.toString(), date.add({ days: 1 }).toString()];
          assert.equal(startOfDay(day, zone), date.toZonedDateTime(zone).toInstant().toString());
          assert.equal(endOfDay(day, zone), startOfDay(next, zone));
          const seconds = [startOfDay(day, zone), lastSecondOf(day, zone)];
          assert.deepEqual(
            seconds.map((at) => dayAt(at, zone)),
            [day, day],
          );
          assert.equal(dayAt(endOfDay(day, zone), zone), next);
          assert.equal(lastDayBefore(endOfDay(day, zone), zone), day);
        }),
      );
    });
  }

  it("is one of the reader's where no zone is named", () => {
    const day = "2026-12-04";
    assert.equal(startOfDay(day), startOfDay(day, readersZone()));
    assert.equal(new Date(startOfDay(day)).getHours(), 0);
    assert.equal(new Date(lastSecondOf(day)).getDate(), 4);
  });
});
